"""The record's questions, narrowed to a dyad, an outlet or words; columns as `dragoman.record.queries` names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from dragoman import record
from dragoman.analysis.narrowing import Chosen, Narrow, kept, keys
from dragoman.record.connecting import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.record import Query, Store

    Question = Callable[[Store, Query], pa.Table]
    Key = Callable[[pa.Table], pa.Array]

_EVENTS = "WITH {kept} SELECT concat(report, ':', event) FROM kept"
_TIMELINE = "WITH {kept} SELECT DISTINCT m.merged FROM kept JOIN members m USING (report, event)"
_ACTORS = """
    WITH {kept}
    SELECT DISTINCT concat_ws(chr(31), coalesce(a.wikidata, a.name), a.kind, coalesce(a.country, ''))
    FROM kept JOIN roles x USING (report, event) JOIN actors a USING (report, actor)
"""
_REPORTS = """
    WITH {paired}
    SELECT r.report FROM reports r
    WHERE ($outlet IS NULL OR contains(lower(r.outlet), lower($outlet)))
      AND ($words IS NULL OR contains(lower(r.text), lower($words)))
      AND ({any} OR r.report IN (SELECT report FROM kept))
"""
_QUOTES = """
    WITH spoken AS (
        SELECT report, actor, country = $a_country OR contains(lower(name), lower($a_name)) AS is_a,
               country = $b_country OR contains(lower(name), lower($b_name)) AS is_b
        FROM actors
    )
    SELECT concat_ws(':', q.report, q.start_at, q.end_at)
    FROM quotes q
    JOIN reports r USING (report)
    LEFT JOIN spoken s ON s.report = q.report AND s.actor = q.speaker
    LEFT JOIN spoken d ON d.report = q.report AND d.actor = q.addressee
    WHERE ($outlet IS NULL OR contains(lower(r.outlet), lower($outlet)))
      AND ($words IS NULL OR contains(lower(q.words), lower($words)))
      AND ({any} OR (s.is_a AND d.is_b) OR (s.is_b AND d.is_a))
"""
_SIDES = """
    SELECT concat(r.report, ':', r.event) AS event, r.role, r.no, a.name, a.kind, a.country, a.office, a.sector,
           a.wikidata
    FROM roles r JOIN actors a USING (report, actor)
    ORDER BY r.report, r.event, r.role, r.no
"""


def timeline(chosen: Chosen) -> pa.Table:
    """Merged events; narrowed, those of which a telling is kept."""
    return _ask(record.timeline, chosen, _TIMELINE, _id)


def events(chosen: Chosen) -> pa.Table:
    """Tellings; words are looked for in their evidence."""
    return _ask(record.events, chosen, _EVENTS, _id)


def quotes(chosen: Chosen) -> pa.Table:
    """Quotations; words are looked for in what was said, and of a dyad one side speaks to the other."""
    return _ask(record.quotes, chosen, _QUOTES, _quote_key)


def actors(chosen: Chosen) -> pa.Table:
    """Actors; narrowed, those who act or are acted on in tellings that are kept."""
    return _ask(record.actors, chosen, _ACTORS, _actor_key)


def reports(chosen: Chosen) -> pa.Table:
    """Reports; words are looked for in their text, and a dyad in their events."""
    return _ask(record.reports, chosen, _REPORTS, _id)


def sides(chosen: Chosen) -> pa.Table:
    """Who acts and is acted on in the tellings that `events` answers with, one row each.

    event (the telling's id, "report:event"), role ("source" or "target"), no (place among them, from 0), name, kind,
    country, office, sector, wikidata.
    """
    told = events(chosen)["id"]
    with translated(chosen.store.path):
        table = chosen.store.connection.sql(_SIDES).to_arrow_table()
    return table.filter(pc.is_in(table["event"], value_set=told.combine_chunks()))


def _ask(question: Question, chosen: Chosen, query: str, key: Key) -> pa.Table:
    if chosen.narrow == Narrow():
        return question(chosen.store, chosen.query)
    table = question(chosen.store, replace(chosen.query, limit=None))
    found = keys(chosen, _written(query, chosen.narrow))
    table = table.filter(pc.is_in(key(table), value_set=found))
    return table.slice(0, chosen.query.limit)


def _written(query: str, narrow: Narrow) -> str:
    """The query with its tellings: `{kept}` by all of the filters, `{paired}` by the dyad alone."""
    paired = kept(Narrow(dyad=narrow.dyad))
    return query.format(kept=kept(narrow), paired=paired, any="FALSE" if narrow.dyad else "TRUE")


def _id(table: pa.Table) -> pa.Array:
    return table["id"]


def _actor_key(table: pa.Table) -> pa.Array:
    """As the record groups actors: by Wikidata item, else name; by kind and country."""
    name = pc.coalesce(table["wikidata"], table["name"])
    return pc.binary_join_element_wise(name, table["kind"], pc.coalesce(table["country"], pa.scalar("")), "\x1f")


def _quote_key(table: pa.Table) -> pa.Array:
    return pc.binary_join_element_wise(table["report"], *(table[edge].cast("string") for edge in ("start", "end")), ":")
