"""Dates as pages write them, beyond those that every reader of dates knows: glued, short-yeared, in other languages.

An order left open ("05/04/2015") is decided by a weekday beside it or by the page's other dates, or else stays open.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.article.lists import read_list
from dragoman.sources.dates import find_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Order = Literal["day", "month"]
"""Which of the two numbers in "05/04/2015" comes first."""


class Found(NamedTuple):
    """A date in a line: where it starts and ends, and the days that it can be, one unless its order is open."""

    start: int
    end: int
    days: tuple[date, ...]


def _month_names() -> dict[str, int]:
    names: dict[str, int] = {}
    for entry in read_list("months"):
        number, *words = entry.split()
        names.update(dict.fromkeys(words, int(number)))
    return names


_MONTHS = _month_names()
_NAMES = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_ROMAN = {
    name: i
    for i, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
_CENTURY = 2000
_LAST_CENTURY = 70  # years of two digits from here on are of the 20th century; 30 to 69 are read as neither

_MORE = re.compile(
    r"(?<![\w.,/-])(?:"
    # "21 de marzo de 2013", "21. März 2013", "21 марта 2013"
    rf"(?P<d1>\d{{1,2}})(?:\.|er|º)?\s(?:de\s|di\s)?(?P<m1>{_NAMES})\.?(?:\sde|\sdel)?,?\s(?P<y1>(?:1[5-9]|20)\d\d)(?!\d)"
    # "Thu Mar 21 14:03:11 EST 2013", "Mar 21, 5:02 pm EDT, 2013"
    rf"|(?P<m2>{_NAMES})\.?\s(?P<d2>\d{{1,2}}),?\s\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{{2,5}}|[+-]\d{{4}})?,?\s"
    r"(?P<y2>(?:1[5-9]|20)\d\d)(?!\d)"
    # "21 Mar 13", "21-Mar-13", "21 Mar '13": not where a clock follows
    rf"|(?P<d3>\d{{1,2}})[\s-](?P<m3>{_NAMES})(?:\.?\s|-|,\s)['’]?(?P<y3>\d\d)(?![\w:.’']|\s?[ap]\.?m\b|\s?h(?:rs?|ours)?\b|-\d)"
    r"|(?P<y4>(?:1[5-9]|20)\d\d)\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일]"
    r"|(?P<d5>\d{1,2})[.\s](?P<r5>I{1,3}|IV|VI{0,3}|IX|XI{0,2})[.\s](?P<y5>(?:1[5-9]|20)\d\d)(?!\d)"
    r")",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?<![\w.,/-])(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:1[5-9]|20)\d\d)(?!\d)")
_GLUED = re.compile(r"(?<=\d{4})(?=[A-Z][a-z]{2})")  # "21/08/2019August 21, 2019"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHORT = re.compile(rf"\d[\s-](?:{_NAMES})\b\D{{1,3}}\d\d(?!\d)", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NEAR = timedelta(days=3)


@lru_cache(maxsize=256)
def dates_in(line: str) -> tuple[Found, ...]:
    """The dates of a line in their order, impossible ones left out; none overlaps another.

    Remembered, since a stamp is asked for its dates several times.
    """
    if not _YEAR.search(line) and not _SHORT.search(line):
        return ()
    found: list[Found] = []
    last = 0
    for cut in [*(match.start() for match in _GLUED.finditer(line)), len(line)]:
        for start, end, days in _dates(line[last:cut]):
            found.append(Found(last + start, last + end, days))
        last = cut
    return tuple(found)


def _dates(line: str) -> list[Found]:
    sure = [Found(start, end, (day,)) for start, end, day in find_days(line)]
    if sure and len(_YEAR.findall(line)) <= len(sure) and not _SHORT.search(line):
        return sure
    more = [Found(*match.span(), (day,)) for match in _MORE.finditer(line) if (day := _day(match))]
    both = [Found(*match.span(), days) for match in _OPEN.finditer(line) if (days := _readings(match))]
    kept: list[Found] = []
    for one in [*sure, *more, *both]:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)


def _day(match: re.Match[str]) -> date | None:
    part = {name[0] if name != "r5" else "r": text for name, text in match.groupdict().items() if text}
    month = _ROMAN[part["r"].casefold()] if "r" in part else _MONTHS.get(part["m"].casefold()) or int(part["m"])
    year = int(part["y"])
    if len(part["y"]) == 2:
        if 30 <= year < _LAST_CENTURY:
            return None
        year += _CENTURY if year < _LAST_CENTURY else _CENTURY - 100
    return _valid(year, month, int(part["d"]))


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    return tuple(day for day in (_valid(year, second, first), _valid(year, first, second)) if day)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def settle(found: Found, line: str, order: Order | None, sure: Iterable[date]) -> date | None:
    """The day that a date means; None where its order stays open.

    A date with two readings is settled by the weekday in its line, by the page's order, or by a sure date of the page
    within three days of the one reading and not of the other.
    """
    if len(found.days) == 1:
        return found.days[0]
    if weekdays := {match[1].casefold() for match in _WEEKDAY.finditer(line)}:
        fitting = [day for day in found.days if _WEEKDAYS[day.weekday()] in weekdays]
        return fitting[0] if len(fitting) == 1 else None
    if order:
        return found.days[0 if order == "day" else 1]
    near = [day for day in found.days if any(abs(day - other) <= _NEAR for other in sure)]
    return near[0] if len(near) == 1 else None


def order_of(lines: Sequence[str]) -> Order | None:
    """The order that the page's dates in figures have where one alone is possible; None if they differ or tell none."""
    orders = set(_orders(lines))
    return orders.pop() if len(orders) == 1 else None


def _orders(lines: Sequence[str]) -> Iterator[Order]:
    for line in lines:
        if "/" in line or "-" in line:
            for match in _OPEN.finditer(line):
                first, second = int(match["a"]), int(match["b"])
                if 12 < first <= 31 and second <= 12:
                    yield "day"
                elif 12 < second <= 31 and first <= 12:
                    yield "month"


def told(day: date, paragraph: str) -> bool:
    """Whether a paragraph names a date's month and day: "March 21", "21 March", "Aug. 4"."""
    return str(day.day) in paragraph and any(
        int(match["d1"] or match["d2"]) == day.day and _MONTHS[(match["m1"] or match["m2"]).casefold()] == day.month
        for match in _MONTH_DAY.finditer(paragraph)
    )


_MONTH_DAY = re.compile(
    rf"\b(?P<m1>{_NAMES})\b\.?\s(?P<d1>\d{{1,2}})\b|\b(?P<d2>\d{{1,2}})\s(?P<m2>{_NAMES})\b", re.IGNORECASE
)
