"""How many events each period holds, for the chart above a list; the period is as fine as a chart can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.analysis import Chosen, last_day, periods

if TYPE_CHECKING:
    from datetime import date

    from dragoman.analysis import Period
    from dragoman.record import Query, Store

_FINEST: tuple[tuple[int, Period], ...] = ((95, "day"), (730, "week"), (9000, "month"))
"""Days up to which a period is used: about a hundred to three hundred bars."""


class Count(NamedTuple):
    """A period, its days, and how many events of conflict and cooperation and how many statements it holds."""

    first: date
    last: date
    events: int
    conflict: int
    cooperation: int
    statements: int


class Counts(NamedTuple):
    """The periods in order, how long each is, and how many events lie in none: undated, or longer than one."""

    by: Period
    rows: tuple[Count, ...]
    elsewhere: int


def counted(store: Store, query: Query) -> Counts:
    """The counts of what a query keeps, by the finest period whose bars can be told apart."""
    chosen = Chosen(store, query)
    by = _by((query.last - query.first).days) if query.first and query.last else "month"
    found = _counts(chosen, by)
    if found.rows and by == "month":
        finer = _by((found.rows[-1].last - found.rows[0].first).days)
        found = found if finer == by else _counts(chosen, finer)
    return found


def _by(days: int) -> Period:
    return next((period for most, period in _FINEST if days <= most), "year")


def _counts(chosen: Chosen, by: Period) -> Counts:
    rows = periods(chosen, by).to_pylist()
    found = tuple(
        Count(
            row["period"],
            last_day(row["period"], by),
            row["events"],
            row["verbal_conflict"] + row["material_conflict"],
            row["verbal_cooperation"] + row["material_cooperation"],
            row["without_type"],
        )
        for row in rows
        if row["period"]
    )
    return Counts(by, found, sum(row["events"] for row in rows if row["period"] is None))
