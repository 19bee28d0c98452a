"""What two sides did to each other, period by period: counts by type, Goldstein scores, quad classes.

Counted are real events, each once however many reports tell it, that have a type of the codebook. Planned, denied or
conditional ones are not among those that happened, so a series is of one status.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from dragoman.analysis.asking import events
from dragoman.analysis.narrowing import BETWEEN, Chosen, sides_asked
from dragoman.knowledge.codebook import Quad, codebook
from dragoman.record import Query
from dragoman.record.connecting import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

Period = Literal["day", "week", "month", "year"]
PERIODS: tuple[Period, ...] = get_args(Period)

_COUNTRIES = """
    acting AS (SELECT r.report, r.event, r.role, a.country FROM roles r JOIN actors a USING (report, actor)), pairs AS (
        SELECT s.report, s.event, least(s.country, t.country) AS a, greatest(s.country, t.country) AS b,
               bool_or(s.country < t.country) AS forth, bool_or(s.country > t.country) AS back
        FROM acting s JOIN acting t USING (report, event)
        WHERE s.role = 'source' AND t.role = 'target' AND s.country <> t.country
        GROUP BY ALL
    )
"""
"""Tellings in which one country acts on another, for every pair of them; what stays within one is no dyad."""

_SERIES = """
    , told AS (
        SELECT m.merged, {a} AS a, {b} AS b, bool_or(p.forth) AS forth, bool_or(p.back) AS back,
               first(e.goldstein ORDER BY e.goldstein IS NULL, m.no) AS goldstein
        FROM pairs p JOIN members m USING (report, event) JOIN events e USING (report, event) {only}
        GROUP BY ALL
    ), dated AS (
        SELECT o.*, g.type, CASE WHEN date_trunc($by::VARCHAR, g.date_from) = date_trunc($by::VARCHAR, g.date_to)
                                 THEN date_trunc($by::VARCHAR, g.date_from)::DATE END AS period
        FROM told o JOIN merged_events g USING (merged)
        WHERE g.type IS NOT NULL AND g.status = $status AND ($type IS NULL OR g.type = $type)
          AND ($first::DATE IS NULL OR g.date_to >= $first) AND ($last::DATE IS NULL OR g.date_from <= $last)
    )
    SELECT a, b, period, count(*) AS events, count(*) FILTER (forth) AS forth, count(*) FILTER (back) AS back,
           sum(goldstein) AS goldstein_sum, avg(goldstein) AS goldstein_mean, {counts}
    FROM dated
    GROUP BY a, b, period
    ORDER BY {order} LIMIT $limit
"""


def dyads(chosen: Chosen, by: Period | None = None) -> pa.Table:
    """Events between the sides of `chosen.narrow.dyad`, a row for each period; without them, of every two countries.

    a, b (the sides; of countries the earlier in the alphabet first), period (its first day, a week's is its Monday;
    null without `by`, and for events whose days are unknown or lie in two periods: the last row), events (how many),
    forth and back (those in which a acts on b, and b on a; what both do together is in both), goldstein_sum and
    goldstein_mean (null where no event has a score), verbal_cooperation, material_cooperation, verbal_conflict,
    material_conflict, and a count for each type of the codebook under its name in small letters.

    Status is "actual" unless the query names another. Rows go by period, or without `by` by number of events.
    """
    query, narrow = chosen.query, chosen.narrow
    narrowed = any((query.actor, query.country, narrow.outlet, narrow.words))
    values: dict[str, object] = {"first": query.first, "last": query.last, "type": query.type, "limit": query.limit}
    values |= {"status": query.status or "actual", "by": by}
    if dyad := narrow.dyad:
        values |= {**sides_asked(dyad), "a": dyad[0].label, "b": dyad[1].label}
    connection = chosen.store.connection
    with translated(chosen.store.path):
        if narrowed:
            connection.register("chosen_tellings", events(_without_the_rest(chosen)).select(["report", "event"]))
        try:
            text = _sql(named=bool(dyad), by=by, narrowed=narrowed)
            return connection.sql(text, params=values).to_arrow_table()
        finally:
            if narrowed:
                connection.unregister("chosen_tellings")


def _sql(*, named: bool, by: Period | None, narrowed: bool) -> str:
    series = _SERIES.format(
        a="$a" if named else "p.a",
        b="$b" if named else "p.b",
        only="SEMI JOIN chosen_tellings USING (report, event)" if narrowed else "",
        counts=", ".join(_counts()),
        order="period NULLS LAST, events DESC, a, b" if by else "events DESC, a, b",
    )
    return f"WITH {BETWEEN if named else _COUNTRIES} {series}"


def _counts() -> Iterator[str]:
    """Columns of quad classes and types; the names are the codebook's own."""
    types = codebook().types
    for quad in get_args(Quad):
        of = ", ".join(f"'{name}'" for name, one in types.items() if one.quad == quad)
        yield f"count(*) FILTER (type IN ({of})) AS {quad.lower().replace(' ', '_')}"
    for name in types:
        yield f"count(*) FILTER (type = '{name}') AS {name.lower()}"


def _without_the_rest(chosen: Chosen) -> Chosen:
    """What the actor, country, outlet and words leave; sides, days, type and status the series sees to itself."""
    kept = Query(actor=chosen.query.actor, country=chosen.query.country)
    return chosen._replace(query=kept, narrow=chosen.narrow._replace(dyad=None))
