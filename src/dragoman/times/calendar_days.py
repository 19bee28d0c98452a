"""Days, and the TIMEX3 values that name stretches of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dragoman.model import Interval

_SEASON_DAYS = {"SP": ((3, 1), (6, 21)), "SU": ((6, 1), (9, 23)), "FA": ((9, 1), (12, 21)), "WI": ((12, 1), (3, 21))}
"""Northern seasons, wide enough for both the calendar's and the sun's; a southern report is an accepted gap."""

Unit = str
"""One of D, W, WE, M, Q, Y, DE, CE."""


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, unit: Unit, count: int) -> date | None:
    """The day `count` units away; a month's end is kept within its month. None beyond the calendar."""
    try:
        if unit in ("D", "W", "WE"):
            return day + timedelta(days=count * (1 if unit == "D" else 7))
        months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def value_at(day: date, unit: Unit) -> str:
    """The TIMEX3 value of the day's own day, week, month, quarter, year, decade or century."""
    iso = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{iso.year:04}-W{iso.week:02}",
        "WE": f"{iso.year:04}-W{iso.week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }[unit]


def interval_of(value: str) -> Interval | None:
    """First and last day of a DATE or TIME value; None for a value that names no certain days."""
    value = value.partition("T")[0]
    for pattern, build in _SHAPES:
        match = re.fullmatch(pattern, value)
        if match:
            try:
                return build(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _day(year: str, month: str, day: str) -> Interval:
    only = date(int(year), int(month), int(day))
    return Interval(only, only)


def _week(year: str, week: str) -> Interval:
    return Interval(date.fromisocalendar(int(year), int(week), 1), date.fromisocalendar(int(year), int(week), 7))


def _weekend(year: str, week: str) -> Interval:
    return Interval(date.fromisocalendar(int(year), int(week), 6), date.fromisocalendar(int(year), int(week), 7))


def _months(year: int, first: int, last: int) -> Interval:
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _season(year: str, season: str) -> Interval:
    (month, day), (last_month, last_day) = _SEASON_DAYS[season]
    ends = int(year) + (1 if season == "WI" else 0)
    return Interval(date(int(year), month, day), date(ends, last_month, last_day))


def _years(first: int, last: int) -> Interval:
    return Interval(date(max(first, MINYEAR), 1, 1), date(min(last, MAXYEAR), 12, 31))


def _between(first: str, last: str) -> Interval:
    start, end = interval_of(first), interval_of(last)
    if start is None or end is None or start.first > end.last:
        raise ValueError(first, last)
    return Interval(start.first, end.last)


_SHAPES = (
    (r"([0-9]{4})-([0-9]{2})-([0-9]{2})", _day),
    (r"([0-9]{4})-W([0-9]{2})", _week),
    (r"([0-9]{4})-W([0-9]{2})-WE", _weekend),
    (r"([0-9]{4})-([0-9]{2})", lambda y, m: _months(int(y), int(m), int(m))),
    (r"([0-9]{4})-Q([1-4])", lambda y, q: _months(int(y), 3 * int(q) - 2, 3 * int(q))),
    (r"([0-9]{4})-H([12])", lambda y, h: _months(int(y), 6 * int(h) - 5, 6 * int(h))),
    (r"([0-9]{4})-(SP|SU|FA|WI)", _season),
    (r"([0-9]{4})", lambda y: _years(int(y), int(y))),
    (r"([0-9]{3})", lambda d: _years(10 * int(d), 10 * int(d) + 9)),
    (r"([0-9]{2})", lambda c: _years(100 * int(c), 100 * int(c) + 99)),
    (r"([^/]+)/([^/]+)", _between),
)
