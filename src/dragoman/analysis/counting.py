"""Merged events counted: by period, by type, by place, by partner; and what filters may be set to.

Each real event counts once, however many reports tell it. Unlike a dyad series, the counts are of all statuses unless
the query names one; rejected events are not among them.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.knowledge.codebook import Quad, codebook
from dragoman.record.asking import Asked
from dragoman.record.choosing import chosen_merged
from dragoman.record.narrowing import fitting, joined, named, telling, values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import pyarrow as pa

    from dragoman.analysis.narrowing import Chosen
    from dragoman.record import Query, Store

Period = Literal["day", "week", "month", "year"]
PERIODS: tuple[Period, ...] = get_args(Period)
_LONGEST = timedelta(days=31)

_PERIODS = """
    SELECT CASE WHEN date_trunc($by::VARCHAR, date_from) = date_trunc($by::VARCHAR, date_to)
                THEN date_trunc($by::VARCHAR, date_from)::DATE END AS period, count(*) AS events, {quads}
    FROM ({chosen}) GROUP BY period ORDER BY period NULLS LAST
"""
_TYPES = """
    SELECT type, {quad} AS quad, count(*) AS events
    FROM ({chosen}) GROUP BY type ORDER BY events DESC, type NULLS LAST
"""
_TOLD = """
    SELECT m.merged, {columns} FROM events e JOIN members m USING (report, event) {merged} WHERE {where}
"""
_PLACES = """
    SELECT place, country, lat, lon, count(DISTINCT merged) AS events
    FROM ({told}) GROUP BY ALL ORDER BY events DESC, place, country, lat, lon LIMIT $limit OFFSET $offset
"""
_PARTNERS = """
    WITH kept AS ({told}), acting AS (
        SELECT k.merged, r.report, r.event, r.role, r.actor, a.name, a.kind, a.country, {own} AS own
        FROM roles r JOIN kept k USING (report, event) JOIN actors a USING (report, actor)
    )
    SELECT o.name, o.kind, o.country, count(DISTINCT o.merged) AS events,
           count(DISTINCT o.merged) FILTER (o.role = 'target') AS forth,
           count(DISTINCT o.merged) FILTER (o.role = 'source') AS back
    FROM acting s JOIN acting o USING (report, event)
    WHERE s.own AND o.role <> s.role AND o.actor <> s.actor AND NOT o.own
    GROUP BY ALL ORDER BY events DESC, o.name, o.kind, o.country LIMIT $limit OFFSET $offset
"""
_CHOICES = """
    SELECT * FROM (
        SELECT 'type' AS filter, type AS value, count(*) AS "rows" FROM merged_events GROUP BY ALL
        UNION ALL SELECT 'status', status, count(*) FROM merged_events GROUP BY ALL
        UNION ALL SELECT 'outlet', outlet, count(*) FROM reports GROUP BY ALL
        UNION ALL SELECT 'country', country, count(*) FROM actors GROUP BY ALL
    ) WHERE value IS NOT NULL ORDER BY filter, "rows" DESC, value
"""


def periods(chosen: Chosen, by: Period) -> pa.Table:
    """How many events each period that has any holds, in order.

    period (its first day, a week's is its Monday; null, in the last row, for events whose days are unknown or lie in
    two periods), events (how many), and how many of them are of each quad class: verbal_cooperation,
    material_cooperation, verbal_conflict, material_conflict, and without_type, the statements.
    """
    query = chosen.whole
    quads = ", ".join(quad_counts())
    asked = _PERIODS.format(
        quads=f"{quads}, count(*) FILTER (type IS NULL) AS without_type",
        chosen=chosen_merged(query, "g.date_from, g.date_to, g.type"),
    )
    return _ask(chosen, asked, by=by)


def types(chosen: Chosen) -> pa.Table:
    """How many events are of each type, most first: type (null for statements), quad (its class), events."""
    cases = " ".join(f"WHEN type = '{name}' THEN '{one.quad}'" for name, one in codebook().types.items())
    return _ask(chosen, _TYPES.format(quad=f"CASE {cases} END", chosen=chosen_merged(chosen.whole, "g.type")))


def places(chosen: Chosen) -> pa.Table:
    """Where events took place, most of them first: place, country, lat, lon (degrees, WGS 84; may be null), events."""
    columns = "e.place, e.place_country AS country, e.place_lat AS lat, e.place_lon AS lon"
    told = _told(chosen.whole, columns, "e.place IS NOT NULL")
    return _ask(chosen, _PLACES.format(told=told))


def partners(chosen: Chosen) -> pa.Table:
    """With whom the actor or the country of the query has most to do, in either direction.

    name, kind, country, events (how many), forth (those in which the partner is acted on), back (those in which the
    partner acts); what both do together is in both. Of a country, the others that are not of it. Without actor and
    country there are no partners.
    """
    told = _told(chosen.whole, "e.report, e.event")
    own = " AND ".join(named(chosen.whole)) or "FALSE"
    return _ask(chosen, _PARTNERS.format(told=told, own=own))


def choices(store: Store) -> pa.Table:
    """What is there for a filter to be set to, most frequent first.

    filter ("type", "status", "outlet" or "country"), value, rows: how many merged events, reports (of an outlet) or
    actors of a report (of a country) have it.
    """
    with Asked(store) as asked:
        return asked.ask(_CHOICES, {})


def quad_counts() -> Iterator[str]:
    """Columns of SQL that count the types of each quad class; the names are the codebook's own."""
    for quad in get_args(Quad):
        of = ", ".join(f"'{name}'" for name, one in codebook().types.items() if one.quad == quad)
        yield f"count(*) FILTER (type IN ({of})) AS {quad.lower().replace(' ', '_')}"


def _told(query: Query, columns: str, *more: str) -> str:
    """Tellings that are kept, of merged events that are."""
    fits = list(fitting(query, "g"))
    merged = "JOIN merged_events g USING (merged)" if fits else ""
    return _TOLD.format(columns=columns, merged=merged, where=joined([*fits, *telling(query), *more]))


def _ask(chosen: Chosen, question: str, **more: str) -> pa.Table:
    with Asked(chosen.store) as asked:
        return asked.ask(question, {**values(chosen.whole), **more})


def last_day(first: date, by: Period) -> date:
    """The last day of a period that begins on a day."""
    match by:
        case "day":
            return first
        case "week":
            return first + timedelta(days=6)
        case "month":
            return (first.replace(day=1) + _LONGEST).replace(day=1) - timedelta(days=1)
        case "year":
            return first.replace(month=12, day=31)
