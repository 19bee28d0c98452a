"""Questions to the record; each answer is an Arrow table whose columns are named in its docstring and stay.

Unknown values are null, never empty; lists are never null. Offsets are code points into the report's text.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from dragoman.record import sql
from dragoman.record.connecting import translated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pyarrow as pa

    from dragoman.record.store import Store


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask for; None asks for all.

    `first` and `last` are days, both included: rows whose days overlap them (so not those of unknown date). `actor` is
    part of a name, in any case; `country` ISO 3166-1 alpha-3 or a PLOVER code; `type` a PLOVER type; `status` as in the
    model. `limit` caps the rows.
    """

    first: date | None = None
    last: date | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    limit: int | None = None


def timeline(store: Store, query: Query) -> pa.Table:
    """Merged events by day, unknown days last.

    id, date_from, date_to, who (list of names), type, whom (list of names), status, place, reports (how many),
    independent_sources, reported_by (list of names), and of the telling published first: report (id), event (its id
    there), title, path (what was read), words (its trigger).
    """
    return _ask(store, sql.TIMELINE, asdict(query))


def events(store: Store, query: Query) -> pa.Table:
    """Each telling of each event, by day (unknown last), then report and place in it.

    id ("report:event"), merged (id of the merged event), date_from, date_to, date_basis, who, type, mode, whom, status,
    place, reported_by, cameo, goldstein, background, primary, confidence, because, report, event, title, path,
    trigger_start, trigger_end, trigger, evidence_start, evidence_end, evidence (the sentence).
    """
    return _ask(store, sql.EVENTS, asdict(query))


def tellings(store: Store, event_id: str) -> pa.Table:
    """One event with its evidence, columns as in `events`.

    All tellings of a merged event ("e1a2b3c4"), by report's date, or the one telling that "report:event" means. No rows
    if there is no such event.
    """
    return _ask(store, sql.TELLINGS, {"id": event_id})


def quotes(store: Store, query: Query) -> pa.Table:
    """Quotations by the report's date (unknown last), then report and place in it; `type` and `status` do not apply.

    report, title, path, date_from, date_to (of the report), speaker (name), country, office, direct, cue_kind (speech,
    thought or intention), addressee and relay (names), medium, cue, start, end, words, speaker_start, speaker_end,
    speaker_words (the mention beside it).
    """
    return _ask(store, sql.QUOTES, _only(query, "first", "last", "actor", "country", "limit"))


def actors(store: Store, query: Query) -> pa.Table:
    """Actors over all reports, most mentioned first; one is one by Wikidata item, else by name, kind and country.

    name, kind, country, offices (list), sector, wikidata, reports, mentions, events, quotes (how many of each). `first`
    and `last` go by the report's date; `type` and `status` keep those who act, or are acted on, in such events.
    """
    return _ask(store, sql.ACTORS, asdict(query))


def reports(store: Store, query: Query) -> pa.Table:
    """Reports by date, unknown last; actor, country, type and status keep those that have such actors and events.

    id, title, path, url, outlet, language, date_from, date_to, date_basis, story (id), copy_of (id of the
    report that it is a copy of), characters, times, actors, quotes, events (how many of each).
    """
    return _ask(store, sql.REPORTS, asdict(query))


def _only(query: Query, *names: str) -> dict[str, object]:
    return {name: value for name, value in asdict(query).items() if name in names}


def _ask(store: Store, query: str, values: Mapping[str, object]) -> pa.Table:
    with translated(store.path):
        return store.connection.sql(query, params=dict(values)).to_arrow_table()
