"""Questions to the record; each answer is an Arrow table whose columns are named in its docstring and stay.

Unknown values are null, never empty; lists are never null. Offsets are code points into the report's text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pyarrow as pa

from dragoman.record import sql
from dragoman.record.asking import CODED, MAIN, Asked, Source, narrowed
from dragoman.record.choosing import chosen_events, chosen_merged, chosen_quotes, chosen_reports, wanted_actors
from dragoman.record.narrowing import values

if TYPE_CHECKING:
    from dragoman.record.narrowing import Query
    from dragoman.record.store import Store

Kind = Literal["timeline", "events", "quotes", "actors", "reports"]
"""The questions that list rows."""


def timeline(store: Store, query: Query) -> pa.Table:
    """Merged events by day, unknown days last.

    id, date_from, date_to, who (list of names), type, whom (list of names), status, place, reports (how many),
    independent_sources, reported_by (list of names), and of the telling published first: report (id), event (its id
    there), title, path (what was read), words (its trigger). What people decided: verdict (confirmed or rejected) and
    judged_by; corrected (fields; "members" of what was merged or parted) and corrected_by.
    """
    if not query.rejected:
        return _timeline(store, query)
    with Asked(store) as asked:
        asked.table("told", _events(store, _from_first(query), CODED))
        rejected = asked.ask(sql.AS_TIMELINE, {})
    near = _near(query, rejected.num_rows)
    return _together(_timeline(store, near), rejected, query, near, ("date_from",))


def events(store: Store, query: Query) -> pa.Table:
    """Each telling of each event, by day (unknown last), then report and place in it.

    id ("report:event"), merged (id of the merged event), date_from, date_to, date_basis, who, type, mode, whom, status,
    place, reported_by, cameo, goldstein, background, primary, confidence, because, report, event, title, path,
    trigger_start, trigger_end, trigger, evidence_start, evidence_end, evidence (the sentence). What people decided:
    verdict (confirmed or rejected) and judged_by; corrected (fields; "members" of what was merged or parted) and, in
    the same order, corrected_by.
    """
    if not query.rejected:
        return _events(store, query, MAIN)
    rejected = _events(store, _from_first(query), CODED)
    near = _near(query, rejected.num_rows)
    return _together(_events(store, near, MAIN), rejected, query, near, ("date_from", "report"))


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
        chosen = asked.ask(_paged(chosen_quotes(query), sql.QUOTES_BY_DAY), values(query))
        asked.table("chosen", chosen)
        return asked.ask(sql.QUOTES, {}, narrowed(("quotes", "reports", "actors", "evidence"), chosen))


def actors(store: Store, query: Query) -> pa.Table:
    """Actors over all reports, most mentioned first; one is one by Wikidata item, else by name, kind and country.

    name, kind, country, offices (list), sector, wikidata, reports, mentions, events, quotes (how many of each). `first`
    and `last` go by the report's date; `type` and `status` keep those who act, or are acted on, in such events.
    """
    wanted = wanted_actors(query)
    with Asked(store) as asked:
        asked.table("chosen", asked.ask(sql.CHOOSE_ACTORS, values(query), wanted))
        return asked.ask(sql.ACTORS, values(query), wanted)


def reports(store: Store, query: Query) -> pa.Table:
    """Reports by date, unknown last; actor, country, type and status keep those that have such actors and events.

    id, title, path, url, outlet, language, date_from, date_to, date_basis, story (id), copy_of (id of the
    report that it is a copy of), characters, times, actors, quotes, events (how many of each).
    """
    with Asked(store) as asked:
        chosen = asked.ask(_paged(chosen_reports(query), sql.REPORTS_BY_DAY), values(query))
        asked.table("chosen", chosen)
        tables = ("reports", "story_reports", "copies", "times", "actors", "quotes", "events")
        return asked.ask(sql.REPORTS, {}, narrowed(tables, chosen))


def count(store: Store, kind: Kind, query: Query) -> int:
    """How many rows a question has in all, whatever its `limit` and `offset`; quicker than to ask for them."""
    match kind:
        case "timeline":
            asked = [(chosen_merged(query), MAIN)]
        case "events":
            asked = [(chosen_events(query), MAIN)]
        case "quotes":
            asked = [(chosen_quotes(query), MAIN)]
        case "actors":
            asked = [(sql.WANTED_ACTORS, wanted_actors(query))]
        case "reports":
            asked = [(chosen_reports(query), MAIN)]
    if query.rejected and kind in {"timeline", "events"}:
        asked.append((chosen_events(query), CODED))
    return sum(_count(store, query, *one) for one in asked)


def _count(store: Store, query: Query, chosen: str, source: Source) -> int:
    with Asked(store) as asked:
        answer = asked.ask(f"SELECT count(*) AS n FROM ({chosen})", values(query), source)  # noqa: S608 - choosing.py's
    return int(answer["n"][0].as_py())


def _timeline(store: Store, query: Query) -> pa.Table:
    with Asked(store) as asked:
        chosen = asked.ask(_paged(chosen_merged(query), sql.MERGED_BY_DAY), values(query))
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
    with Asked(store) as asked:
        chosen = asked.ask(_paged(chosen_events(query), sql.BY_DAY), values(query), source)
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


def _together(seen: pa.Table, rejected: pa.Table, query: Query, near: Query, order: tuple[str, ...]) -> pa.Table:
    """The page that was asked for of both, by day, unknown last; of one day what is seen comes first, in its order.

    `seen` begins as late as `near` does. Rejected rows that lie before its first take no place on the page: there are
    not more of them than rows of it that are passed over.
    """
    table = pa.concat_tables([seen, rejected.cast(seen.schema)])
    table = table.sort_by([(name, "ascending") for name in order])  # stable, and nulls last
    return table.slice(query.offset - near.offset, query.limit)


def _from_first(query: Query) -> Query:
    """The query for all rows up to the page's last: which of them are passed over shows with the others only."""
    return replace(query, offset=0, limit=None if query.limit is None else query.offset + query.limit)


def _near(query: Query, rejected: int) -> Query:
    """The query for those rows that can be on the page when so many others are put between them."""
    offset = max(0, query.offset - rejected)
    return replace(query, offset=offset, limit=None if query.limit is None else query.offset + query.limit - offset)


def _paged(choose: str, order: str) -> str:
    return f"{choose} ORDER BY {order} LIMIT $limit OFFSET $offset"
