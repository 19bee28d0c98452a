"""Dates as people write them: the one reader for given dates, stamps on a page and metadata.

Read are ISO 8601 (a day, a month or a year, with or without a time), "5 May 2015", "May 5th, 2015", "2015.05.05",
"2015/05/05", "05.05.2015" (a dotted date has its day first) and "20150505". Never read are dates whose order is
open ("05/04/2015"), years of two digits and dates the calendar doesn't have.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<{}>(?:1[5-9]|20)\d\d)(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"

WORDS = re.compile(
    r"(?<![\w.,/-])(?:"
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]{{0,2}}{_MONTH.format('m1')},?[\s-]{{0,2}}{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s?(?P<d2>\d{{1,2}}){_ORDINAL},?\s{{0,2}}{_YEAR.format('y2')}"
    rf"|{_YEAR.format('y5')}[\s-]{_MONTH.format('m5')}[\s-](?P<d5>\d{{1,2}})(?!\d)"
    rf"|{_YEAR.format('y3')}(?P<s3>[-./])\s?(?P<m3>\d{{1,2}})(?P=s3)\s?(?P<d3>\d{{1,2}})(?!\d)"
    rf"|(?P<a4>\d{{1,2}})(?P<s4>[./-])(?P<b4>\d{{1,2}})(?P=s4){_YEAR.format('y4')}"
    r")",
    re.IGNORECASE,
)
"""A date with day, month and year, somewhere in a line."""

_ISO = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?", re.DOTALL)


EARLIEST = 1500
"""Years before this are no dates of reports: content systems write 0001-01-01 for "none"."""


def days_of(words: str) -> Interval | None:
    """The day, month or year that `words` give and nothing else, as its first and last day; None if they give none.

    A time and a zone may follow the day and are not applied: the day is the one written.
    """
    words = words.strip()
    if iso := _ISO.fullmatch(words):
        return _period(*iso.groups())
    found = next(find_days(words), None)
    if found is None or any(map(str.isalnum, _BEFORE.sub("", words[: found[0]]))):
        return None
    return Interval(found[2], found[2])


# "9:55 AM ET, Sun January 4, 2015"
_BEFORE = re.compile(
    r"\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?)?(?:\s?[A-Z]{1,4}T\b)?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)


def find_days(line: str) -> Iterator[tuple[int, int, date]]:
    """Each full date in a line: where it starts, where it ends, and the day. Impossible ones are passed over."""
    for match in WORDS.finditer(line):
        if day := _day(match):
            yield match.start(), match.end(), day


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["y1"]:
        return _valid(part["y1"], _MONTHS[part["m1"].lower()], part["d1"])
    if part["y2"]:
        return _valid(part["y2"], _MONTHS[part["m2"].lower()], part["d2"])
    if part["y5"]:
        return _valid(part["y5"], _MONTHS[part["m5"].lower()], part["d5"])
    if part["y3"]:
        return _valid(part["y3"], part["m3"], part["d3"])
    first, second = int(part["a4"]), int(part["b4"])
    if part["s4"] == "." or first > 12 or first == second:
        return _valid(part["y4"], second, first)
    return _valid(part["y4"], first, second) if second > 12 else None


def _valid(year: str, month: str | int, day: str | int) -> date | None:
    if int(year) < EARLIEST:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _period(year: str, month: str | None, day: str | None) -> Interval | None:
    first = _valid(year, month or 1, day or 1)
    if first is None or day:
        return Interval(first, first) if first else None
    last_month = first.month if month else 12
    return Interval(first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1]))
