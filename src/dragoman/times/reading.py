"""What a resolver gets to see, and what it hands back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.model import Interval, TimeType
from dragoman.times.calendar_days import interval_of

if TYPE_CHECKING:
    from datetime import date

Direction = Literal["past", "future"]
Order = Literal["day", "month"]
"""Which number a report's dates put first, as 21/3/2013 or 3/21/2013."""


class Scene(NamedTuple):
    """What is known where a time stands; None is unknown.

    `today` is the report's day; `direction` what the governing verb says; `event_day` the day of the event told last,
    `event_month` the first day of the month of the last one told by its day or its month;
    `year` the year mentioned last; `period` the value of the quarter or year whose figures are being told; `last` the
    value of the time right before; `order` that of the report's dates in figures; `named` the days that stood before a
    noun ("the May 4 talks"), each with its noun, the last first.
    """

    today: date | None = None
    direction: Direction | None = None
    event_day: date | None = None
    event_month: date | None = None
    year: int | None = None
    period: str | None = None
    last: str | None = None
    order: Order | None = None
    named: tuple[tuple[str, date], ...] = ()


class Reading(NamedTuple):
    """A time understood: TIMEX3 type and value, and the days it covers where they are certain."""

    type: TimeType
    value: str
    interval: Interval | None = None


def dated(value: str, interval: Interval | None = None) -> Reading:
    """A DATE, or a TIME if the value has one; its days are those of the value unless given."""
    return Reading("TIME" if "T" in value else "DATE", value, interval or interval_of(value))


def relative(offset: int) -> Reading:
    """The TIMEX3 way to say before, at or after a reference that is not known."""
    return Reading("DATE", "PAST_REF" if offset < 0 else "FUTURE_REF" if offset else "PRESENT_REF")


def narrowed(reading: Reading, mod: str, today: date | None) -> Reading:
    """The reading with its days cut to the part that words such as "early", "the end of" or "later" leave.

    Early, middle and late are thirds, a day of slack on each side; "earlier" ends and "later" begins with the report.
    """
    if not mod or reading.interval is None or reading.interval.first == reading.interval.last:
        return reading
    first, last = reading.interval
    third = (last - first) // 3 - timedelta(days=1)
    if mod.startswith(("earlier", "later")):
        if today and first <= today <= last:
            first, last = (first, today) if mod.startswith("earlier") else (today, last)
    elif any(word in mod for word in ("early", "beginning", "start", "first half")):
        last = first + ((last - first) // 2 if "half" in mod else third + timedelta(days=2))
    elif any(word in mod for word in ("late", "end", "close", "second half", "last half")):
        first = last - ((last - first) // 2 if "half" in mod else third + timedelta(days=1))
    elif "mid" in mod:
        first, last = first + third, last - third
    return reading._replace(interval=Interval(first, last))
