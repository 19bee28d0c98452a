"""The record's questions, each to what is chosen of it; columns as `dragoman.record.queries` names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman import record
from dragoman.record.asking import Asked

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.analysis.narrowing import Chosen
    from dragoman.record import Kind

_SIDES = """
    SELECT concat(r.report, ':', r.event) AS event, r.role, r.no, a.name, a.kind, a.country, a.office, a.sector,
           a.wikidata
    FROM roles r SEMI JOIN told USING (report, event) JOIN actors a USING (report, actor)
    ORDER BY r.report, r.event, r.role, r.no
"""


def timeline(chosen: Chosen) -> pa.Table:
    """Merged events; narrowed, those of which a telling is kept."""
    return record.timeline(chosen.store, chosen.whole)


def events(chosen: Chosen) -> pa.Table:
    """Tellings; words are looked for in their evidence."""
    return record.events(chosen.store, chosen.whole)


def quotes(chosen: Chosen) -> pa.Table:
    """Quotations; words are looked for in what was said, and of a dyad one side speaks to the other."""
    return record.quotes(chosen.store, chosen.whole)


def actors(chosen: Chosen) -> pa.Table:
    """Actors; of a dyad or words, those who act or are acted on in tellings that are kept."""
    return record.actors(chosen.store, chosen.whole)


def reports(chosen: Chosen) -> pa.Table:
    """Reports; words are looked for in the paragraphs of their text, and a dyad in their events."""
    return record.reports(chosen.store, chosen.whole)


def count(chosen: Chosen, kind: Kind) -> int:
    """How many rows a question has in all, whatever the limit."""
    return record.count(chosen.store, kind, chosen.whole)


def sides(chosen: Chosen) -> pa.Table:
    """Who acts and is acted on in the tellings that `events` answers with, one row each.

    event (the telling's id, "report:event"), role ("source" or "target"), no (place among them, from 0), name, kind,
    country, office, sector, wikidata.
    """
    told = events(chosen).select(["report", "event"])
    with Asked(chosen.store) as asked:
        asked.table("told", told)
        return asked.ask(_SIDES, {})
