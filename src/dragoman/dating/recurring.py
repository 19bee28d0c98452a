"""Evidence that comes back every year: a dateline without its year, "Tuesday, March 3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import Days, between, moved, union
from dragoman.dating.inverse import YEARLESS
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.dating.standing import standing_of_time
from dragoman.model import Interval, Span
from dragoman.times.calendar_days import day_of
from dragoman.times.vocabulary import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dragoman.dating.inverse import Standing
    from dragoman.model import Report, TimeExpression

_MONTH = "|".join(sorted((month.capitalize() for month in MONTHS), key=lambda month: -len(month)))
_DATELINE = re.compile(
    r"^[^\S\n]*\[?[A-Z][A-Z.'’ -]{2,}[\w .,'’/-]{0,40}?,\s+"
    rf"(?P<when>(?P<month>{_MONTH})\b\.?\s(?P<day>\d{{1,2}}))\]?"
    r"(?:,?\s\([^()\n]{2,40}\))?\s?(?:[-–—]{1,2}|:)\s",
    re.MULTILINE,
)
_DATELINE_DAYS = 2
"""A dateline is a day or two old where the story is filed on one day and printed on the next but one."""
_HEAD = 1200
_WEEKDAY = re.compile(r"\b(" + "|".join(name for name in WEEKDAYS if name.endswith("day")) + r")\b", re.IGNORECASE)


def dateline_constraints(report: Report, within: Interval) -> Iterator[Constraint]:
    """The days of each year that a dateline without a year allows."""
    found = _DATELINE.search(report.text, 0, report.body_start + _HEAD)
    if found is None:
        return
    month, day = MONTHS[found["month"].lower()], int(found["day"])
    days = union(between(moved(one, -1), moved(one, _DATELINE_DAYS)) for one in _each_year(month, day, within, None))
    if days:
        yield Constraint(days, Span(*found.span("when")), f"dateline: {found['when']} of any year", "dateline")


def yearless_constraints(report: Report, within: Interval) -> Iterator[Constraint]:
    """Days and months without a year: nearer than a year, on the side of the verb; with a weekday, in fitting years."""
    quoted = quoted_in(report.text)
    for time in report.times:
        if not re.match(r"XXXX-\d\d", time.value) or time.type == "SET" or is_quoted(quoted, time.span):
            continue
        yield from _yearless(report, time, within)


def _yearless(report: Report, time: TimeExpression, within: Interval) -> Iterator[Constraint]:
    words, month, day = time.span.of(report.text), int(time.value[5:7]), time.value[8:10]
    named = _WEEKDAY.search(words)
    stands = standing_of_time(report.parse, time.span)
    standing = stands.standing if stands and stands.firm else None
    if day.isdigit() and named:
        dates = _each_year(month, int(day), within, WEEKDAYS[named[1].lower()])
        days = union(_near(Interval(one, one), standing) for one in dates)
        yield Constraint(days, time.span, f"weekday and day agree: {words}", "weekday")
    elif standing:
        first = _each_year(month, int(day) if day.isdigit() else 1, within, None)
        length = 0 if day.isdigit() else 30
        days = union(_near(Interval(one, moved(one, length)), standing) for one in first)
        yield Constraint(days, time.span, f"told as {standing}, without its year: {words}", "date", "soft")


def _near(known: Interval, standing: Standing | None) -> Days:
    first = known.first if standing == "past" else moved(known.first, -YEARLESS)
    return between(first, known.last if standing == "ahead" else moved(known.last, YEARLESS))


def _each_year(month: int, day: int, within: Interval, weekday: int | None) -> list[date]:
    """That day of each year about the interval, if it is the weekday asked for."""
    years = range(within.first.year - 1, within.last.year + 2)
    days = [one for year in years if (one := day_of(year, month, day))]
    return [one for one in days if weekday in (None, one.isoweekday())]
