"""What two sides did to each other, period by period: counts by type, Goldstein scores, quad classes.

Counted are real events, each once however many reports tell it, that have a type of the codebook. Planned, denied or
conditional ones are not among those that happened, so a series is of one status.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.analysis.counting import quad_counts
from dragoman.knowledge.codebook import codebook
from dragoman.record.asking import Asked
from dragoman.record.narrowing import acts, fitting, joined, telling, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from dragoman.analysis.counting import Period
    from dragoman.analysis.narrowing import Chosen
    from dragoman.record import Query, Side

_NAMED = """
    pairs AS (
        SELECT e.report, e.event, e.goldstein, $a_label AS a, $b_label AS b, {forth} AS forth, {back} AS back
        FROM events e WHERE {where}
    )
"""
_COUNTRIES = """
    acting AS (
        SELECT e.report, e.event, e.goldstein, e.acted_on,
               unnest(regexp_extract_all(e.acting, '\\t([A-Z]+)\\n', 1)) AS s
        FROM events e WHERE {where}
    ), pairs AS (
        SELECT report, event, goldstein, least(s, t) AS a, greatest(s, t) AS b, s < t AS forth, s > t AS back
        FROM (SELECT *, unnest(regexp_extract_all(acted_on, '\\t([A-Z]+)\\n', 1)) AS t FROM acting) WHERE s <> t
    )
"""
"""Tellings in which one country acts on another, for every pair of them; what stays within one is no dyad."""

_SERIES = """
    WITH {pairs}, told AS (
        SELECT m.merged, p.a, p.b, bool_or(p.forth) AS forth, bool_or(p.back) AS back,
               arg_min(p.goldstein, m.no) FILTER (p.goldstein IS NOT NULL) AS goldstein
        FROM pairs p JOIN members m USING (report, event)
        GROUP BY ALL
    ), dated AS (
        SELECT o.*, g.type, CASE WHEN date_trunc($by::VARCHAR, g.date_from) = date_trunc($by::VARCHAR, g.date_to)
                                 THEN date_trunc($by::VARCHAR, g.date_from)::DATE END AS period
        FROM told o JOIN merged_events g USING (merged) WHERE g.type IS NOT NULL AND {fits}
    )
    SELECT a, b, period, count(*) AS events, count(*) FILTER (forth) AS forth, count(*) FILTER (back) AS back,
           sum(goldstein) AS goldstein_sum, avg(goldstein) AS goldstein_mean, {counts}
    FROM dated
    GROUP BY a, b, period
    ORDER BY {order} LIMIT $limit OFFSET $offset
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
    query = replace(chosen.whole, status=chosen.query.status or "actual")
    sides = {"a_label": query.dyad[0].label, "b_label": query.dyad[1].label} if query.dyad else {}
    with Asked(chosen.store) as asked:
        return asked.ask(_sql(query, by), {**values(query), **sides, "by": by})


def _sql(query: Query, by: Period | None) -> str:
    return _SERIES.format(
        pairs=_pairs(query.dyad).format(where=joined(telling(query))),
        fits=joined(fitting(query, "g")),
        counts=", ".join(_counts()),
        order="period NULLS LAST, events DESC, a, b" if by else "events DESC, a, b",
    )


def _pairs(dyad: tuple[Side, Side] | None) -> str:
    if dyad is None:
        return _COUNTRIES
    return _NAMED.replace("{forth}", acts(dyad)).replace("{back}", acts(dyad, back=True))


def _counts() -> Iterator[str]:
    """Columns of quad classes and types; the names are the codebook's own."""
    yield from quad_counts()
    for name in codebook().types:
        yield f"count(*) FILTER (type = '{name}') AS {name.lower()}"
