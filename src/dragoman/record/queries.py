"""Questions to the record; each answer is an Arrow table whose columns are named in its docstring and stay.

Unknown values are null, never empty; lists are never null. Offsets are code points into the report's text.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.record import sql
from dragoman.record.asking import CODED, MAIN, Asked, Source, narrowed

if TYPE_CHECKING:
    from datetime import date

    from dragoman.record.store import Store


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask for; None asks for all.

    `first` and `last` are days, both included: rows whose days overlap them (so not those of unknown date). `actor` is
    part of a name, in any case; `country` ISO 3166-1 alpha-3 or a PLOVER code; `type` a PLOVER type; `status` as in the
    model. `limit` caps the rows. With `rejected`, the timeline and events have those too that people rejected.
    """

    first: date | None = None
    last: date | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    limit: int | None = None
    rejected: bool = False


def timeline(store: Store, query: Query) -> pa.Table:
    """Merged events by day, unknown days last.

    id, date_from, date_to, who (list of names), type, whom (list of names), status, place, reports (how many),
    independent_sources, reported_by (list of names), and of the telling published first: report (id), event (its id
    there), title, path (what was read), words (its trigger). What people decided: verdict (confirmed or rejected) and
    judged_by; corrected (fields; "members" of what was merged or parted) and corrected_by.
    """
    seen = _timeline(store, query)
    if not query.rejected:
        return seen
    with Asked(store) as asked:
        asked.table("told", _events(store, query, CODED))
        return _together(seen, asked.ask(sql.AS_TIMELINE, {}), query)


def events(store: Store, query: Query) -> pa.Table:
    """Each telling of each event, by day (unknown last), then report and place in it.

    id ("report:event"), merged (id of the merged event), date_from, date_to, date_basis, who, type, mode, whom, status,
    place, reported_by, cameo, goldstein, background, primary, confidence, because, report, event, title, path,
    trigger_start, trigger_end, trigger, evidence_start, evidence_end, evidence (the sentence). What people decided:
    verdict (confirmed or rejected) and judged_by; corrected (fields; "members" of what was merged or parted) and, in
    the same order, corrected_by.
    """
    seen = _events(store, query, MAIN)
    return _together(seen, _events(store, query, CODED), query) if query.rejected else seen


def tellings(store: Store, event_id: str) -> pa.Table:
    """One event with its evidence, columns as in `events`.

    All tellings of a merged event ("e1a2b3c4"), by report's date, or the one telling that "report:event" means, which
    may be a rejected one. No rows if there is no such event.
    """
    report, _, event = event_id.rpartition(":")
    with Asked(store) as asked:
        chosen = asked.ask(sql.CHOOSE_TELLINGS, {"id": event_id, "report": report, "event": event})
    found = _tell(store, chosen, sql.AS_TOLD, MAIN)
    return (
        found if found.num_rows else _tell(store, pa.table({"report": [report], "event": [event]}), sql.AS_TOLD, CODED)
    )


def quotes(store: Store, query: Query) -> pa.Table:
    """Quotations by the report's date (unknown last), then report and place in it; `type` and `status` do not apply.

    report, title, path, date_from, date_to (of the report), speaker (name), country, office, direct, cue_kind (speech,
    thought or intention), addressee and relay (names), medium, cue, start, end, words, speaker_start, speaker_end,
    speaker_words (the mention beside it).
    """
    with Asked(store) as asked:
        speakers = sql.ONLY_SPEAKERS if query.actor or query.country else ""
        chosen = asked.ask(sql.CHOOSE_QUOTES.format(involved=speakers), asdict(query))
        asked.table("chosen", chosen)
        return asked.ask(sql.QUOTES, {}, narrowed(("quotes", "reports", "actors", "evidence"), chosen))


def actors(store: Store, query: Query) -> pa.Table:
    """Actors over all reports, most mentioned first; one is one by Wikidata item, else by name, kind and country.

    name, kind, country, offices (list), sector, wikidata, reports, mentions, events, quotes (how many of each). `first`
    and `last` go by the report's date; `type` and `status` keep those who act, or are acted on, in such events.
    """
    dated, acting = sql.DATED if query.first or query.last else "", sql.ACTING if query.type or query.status else ""
    values = asdict(query)
    wanted = Source(f"wanted AS ({sql.WANTED.format(dated=dated, acting=acting)}), ")
    with Asked(store) as asked:
        asked.table("chosen", asked.ask(sql.CHOOSE_ACTORS, values, wanted))
        return asked.ask(sql.ACTORS, values, wanted)


def reports(store: Store, query: Query) -> pa.Table:
    """Reports by date, unknown last; actor, country, type and status keep those that have such actors and events.

    id, title, path, url, outlet, language, date_from, date_to, date_basis, story (id), copy_of (id of the
    report that it is a copy of), characters, times, actors, quotes, events (how many of each).
    """
    involved = sql.WITH_ACTORS if query.actor or query.country else ""
    acting = sql.WITH_EVENTS if query.type or query.status else ""
    with Asked(store) as asked:
        chosen = asked.ask(sql.CHOOSE_REPORTS.format(involved=involved, acting=acting), asdict(query))
        asked.table("chosen", chosen)
        tables = ("reports", "story_reports", "copies", "times", "actors", "quotes", "events")
        return asked.ask(sql.REPORTS, {}, narrowed(tables, chosen))


def _timeline(store: Store, query: Query) -> pa.Table:
    with Asked(store) as asked:
        involved = sql.ONLY_MERGED_INVOLVED if query.actor or query.country else ""
        chosen = asked.ask(sql.CHOOSE_TIMELINE.format(narrowed="", involved=involved), asdict(query))
        asked.table("chosen", chosen)
        few = narrowed(("members",), chosen, key="merged")
        members = asked.ask("WITH {narrowed} one AS (SELECT 1) FROM members SEMI JOIN chosen USING (merged)", {}, few)
        asked.table("told_by", members)
        few = narrowed(("merged_events", "readouts"), chosen, key="merged")
        return asked.ask(
            sql.TIMELINE,
            {},
            few,
            Source("members AS (FROM told_by), "),
            narrowed(("events", "reports", "evidence"), members, "told_by"),
        )


def _events(store: Store, query: Query, source: Source) -> pa.Table:
    involved = sql.ONLY_INVOLVED if query.actor or query.country else ""
    with Asked(store) as asked:
        choose = sql.CHOOSE_EVENTS.format(narrowed=source.before, involved=involved)
        chosen = asked.ask(choose, asdict(query))
    return _tell(store, chosen, sql.BY_DAY, source)


def _tell(store: Store, chosen: pa.Table, order: str, source: Source) -> pa.Table:
    """The tellings that a table names, with all that is known of them."""
    with Asked(store) as asked:
        asked.table("chosen", chosen)
        few = (
            source
            if source.before
            else narrowed(("events", "roles", "actors", "evidence", "reports", "members"), chosen)
        )
        return asked.ask(sql.TELLINGS.replace("{order}", order), {}, few)


def _together(seen: pa.Table, rejected: pa.Table, query: Query) -> pa.Table:
    """Both by day, unknown last, as many as were asked for."""
    table = pa.concat_tables([seen, rejected.cast(seen.schema)])
    table = table.sort_by([("date_from", "ascending"), ("report", "ascending"), ("event", "ascending")])
    return table if query.limit is None else table.slice(0, query.limit)
