"""Sets of days: sorted intervals that neither touch nor overlap, so that equal sets are equal tuples."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Days = tuple[Interval, ...]
"""A set of days."""

EARLIEST = date(1900, 1, 1)
LATEST = date(2099, 12, 31)
"""No set reaches beyond these: news is younger, and whoever reads this in another century moves a line."""

_DAY = timedelta(days=1)

NEVER: Days = ()
EVER: Days = (Interval(EARLIEST, LATEST),)


def days_in(intervals: Iterable[Interval]) -> Days:
    """The set of all days in the intervals, which may overlap, come in any order, or end before they begin (empty)."""
    clipped = sorted(Interval(max(one.first, EARLIEST), min(one.last, LATEST)) for one in intervals)
    found: list[Interval] = []
    for one in clipped:
        if one.first > one.last:
            continue
        if found and one.first <= found[-1].last + _DAY:
            found[-1] = Interval(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return tuple(found)


def between(first: date, last: date) -> Days:
    """The days from the first to the last."""
    return days_in([Interval(first, last)])


def since(day: date) -> Days:
    """That day and all later ones."""
    return between(day, LATEST)


def until(day: date) -> Days:
    """That day and all earlier ones."""
    return between(EARLIEST, day)


def intersect(one: Days, other: Days) -> Days:
    """The days in both."""
    found: list[Interval] = []
    at = with_ = 0
    while at < len(one) and with_ < len(other):
        first = max(one[at].first, other[with_].first)
        last = min(one[at].last, other[with_].last)
        if first <= last:
            found.append(Interval(first, last))
        if one[at].last < other[with_].last:
            at += 1
        else:
            with_ += 1
    return tuple(found)


def union(sets: Iterable[Days]) -> Days:
    """The days in any of the sets."""
    return days_in(interval for days in sets for interval in days)


def shifted(days: Days, first: int, last: int) -> Days:
    """All days that lie from `first` to `last` days after some day of the set; negative numbers count back."""
    return days_in(Interval(moved(one.first, first), moved(one.last, last)) for one in days)


def moved(day: date, count: int) -> date:
    """The day so many days later, kept within what sets can hold."""
    number = min(max(day.toordinal() + count, EARLIEST.toordinal()), LATEST.toordinal())
    return date.fromordinal(number)


def hull(days: Days) -> Interval | None:
    """From the first day of the set to its last; None for an empty one."""
    return Interval(days[0].first, days[-1].last) if days else None


def holds(days: Days, day: date) -> bool:
    """Whether the day is in the set."""
    return any(one.first <= day <= one.last for one in days)


def count(days: Days) -> int:
    """How many days the set has."""
    return sum((one.last - one.first).days + 1 for one in days)


def each_day(days: Days) -> Iterator[date]:
    """Every day of the set, in order."""
    for one in days:
        for number in range(one.first.toordinal(), one.last.toordinal() + 1):
            yield date.fromordinal(number)
