"""One day for formats that have room for one only."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dragoman.model import Event, Interval


def day(event: Event) -> date | None:
    """The event's day if it is known to be one.

    What a report tells as its own news happened on the report's day or the day before; these formats date it by the
    report, so its day is given. Any other event of several days has none.
    """
    if event.date is None:
        return None
    first, last = event.date.interval
    one_of_two = event.date.basis == "report" and last - first == timedelta(days=1)
    return last if first == last or one_of_two else None


def days(event: Event) -> Interval | None:
    """The days of which month and year can be told, the day alone if there is one."""
    return event.date.interval if event.date else None


def published(interval: Interval | None) -> date | None:
    """The day of publication, if it is one."""
    return interval.first if interval and interval.first == interval.last else None


def parts(interval: Interval | None) -> tuple[int, ...]:
    """Year, month and day as far as first and last day agree: (2013, 3, 20), (2013, 3), (2013,) or ()."""
    if interval is None:
        return ()
    agreed: list[int] = []
    for first, last in zip(interval.first.timetuple()[:3], interval.last.timetuple()[:3], strict=True):
        if first != last:
            break
        agreed.append(first)
    return tuple(agreed)
