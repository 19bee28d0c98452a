"""When two intervals may mean the same days."""

from __future__ import annotations

from datetime import date

from dragoman.model import Interval

FAR = date.max
"""Stands for an unknown day when sorting: unknown comes last."""


def width(interval: Interval) -> int:
    """How many days an interval covers."""
    return (interval.last - interval.first).days + 1


def gap(one: Interval, other: Interval) -> int:
    """Days between two intervals; 0 if they overlap, 1 if one begins the day after the other ends."""
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def hull(one: Interval | None, other: Interval | None) -> Interval | None:
    """The interval from the first day of both to the last; an unknown one adds nothing."""
    if one is None or other is None:
        return one or other
    return Interval(min(one.first, other.first), max(one.last, other.last))


def precise(interval: Interval | None, days: int) -> Interval | None:
    """The interval if it is no wider than so many days, else None: "in 2013" dates nothing."""
    return interval if interval and width(interval) <= days else None


def first_day(interval: Interval | None) -> date:
    """The first day, for sorting."""
    return interval.first if interval else FAR
