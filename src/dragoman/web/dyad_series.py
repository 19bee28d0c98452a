"""What two countries did to each other, period by period, in the shape that a chart and its table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.analysis import Chosen, dyads, last_day
from dragoman.knowledge.codebook import codebook

if TYPE_CHECKING:
    from dragoman.analysis import Period
    from dragoman.record import Query, Store

QUADS = ("material_cooperation", "verbal_cooperation", "verbal_conflict", "material_conflict")
_FINE: tuple[tuple[Period, int], ...] = (("day", 92), ("week", 731), ("month", 9000))
"""Days up to which a period is used, unless one is asked for."""
_LOST = 0.25
"""The share of events, longer than a period or undated, from which on a coarser one is used."""


class Series(NamedTuple):
    """The periods that have events, in order, how long each is, and what lies in none of them (null if nothing).

    A row has first and last (days), events, forth, back, the quad classes, goldstein_sum and goldstein_mean, as
    `dragoman.analysis.dyads` has them.
    """

    by: Period
    rows: list[dict[str, Any]]
    elsewhere: dict[str, Any] | None


def series(store: Store, query: Query, by: Period | None) -> Series:
    """The series of the query's dyad, by a period that suits its days unless one is given."""
    found = _series(store, query, by or "month")
    if by is not None or not found.rows:
        return found
    span = (found.rows[-1]["last"] - found.rows[0]["first"]).days
    for period in (period for period, most in _FINE if span <= most and period != "month"):
        finer = _series(store, query, period)
        if _lost(finer) <= max(_LOST, _lost(found)):
            return finer
    return found if span <= _FINE[-1][1] else _series(store, query, "year")


def _lost(found: Series) -> float:
    outside: int = found.elsewhere["events"] if found.elsewhere else 0
    inside: int = sum(row["events"] for row in found.rows)
    return outside / (outside + inside)


def whole(store: Store, query: Query) -> dict[str, Any] | None:
    """All days together; types are the counts that are not 0, most first. None if there is nothing."""
    rows = dyads(Chosen(store, query)).to_pylist()
    if not rows:
        return None
    kinds = {name: rows[0][name.lower()] for name in codebook().types}
    ordered = sorted((name for name in kinds if kinds[name]), key=lambda one: (-kinds[one], one))
    return {**_row(rows[0]), "types": {name: kinds[name] for name in ordered}}


def _series(store: Store, query: Query, by: Period) -> Series:
    rows = dyads(Chosen(store, query), by).to_pylist()
    dated = [
        {"first": one["period"], "last": last_day(one["period"], by), **_row(one)} for one in rows if one["period"]
    ]
    return Series(by, dated, next((_row(one) for one in rows if one["period"] is None), None))


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("events", "forth", "back", *QUADS, "goldstein_sum", "goldstein_mean")}
