"""When a report must be of, if a time told in it means days that are known: "last month" for May is told in June."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Literal

from dragoman.dating.days import EVER, NEVER, Days, between, each_day, intersect, shifted, since, union, until
from dragoman.dating.days import moved as _moved
from dragoman.model import Interval
from dragoman.times.amounts import count_of
from dragoman.times.numbers import read_ordinal
from dragoman.times.tagging import tag
from dragoman.times.vocabulary import MONTHS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.times.tagging import Hit

Standing = Literal["past", "ahead"]
"""Whether an occasion is over, or under way, when the report is written, or still to come."""

YEARLESS = 330
"""Days: news gives the year with a day or month that is about a year away, so one without is nearer than this."""

_LONGEST_KNOWN = 62
"""Days: what took longer than two months is not what "on Tuesday" dates."""

_COARSE = frozenset(["near_unit", "ago", "year"])
"""Rules that may mean a whole year: "last year", "two years ago"."""
_BEHIND = ("last", "past", "this past", "previous")
_AHEAD = ("next", "coming", "this coming", "following")


def report_days(words: str, known: Interval, standing: Standing | None) -> Days | None:
    """The days of which a report may be that says `words` of something that took place in `known`.

    NEVER if the words can't mean `known` (another weekday, another month); None if they say nothing of the report.
    """
    hits = tag(words)
    inverse = _INVERSES.get(hits[0].rule) if len(hits) == 1 else None
    if inverse is None or ((known.last - known.first).days > _LONGEST_KNOWN and hits[0].rule not in _COARSE):
        return None
    hit = hits[0]
    found = inverse(hit, known, standing)
    mod = hit.part("mod") or ""
    if found and mod.startswith(("earlier", "later")):
        found = intersect(found, since(known.first) if mod.startswith("earlier") else until(known.last))
    return found


def _around(known: Interval, standing: Standing | None, back: int, ahead: int) -> Days:
    """From `back` days before to `ahead` days after the known days, only the side on which the report stands."""
    first = known.first if standing == "past" else _moved(known.first, -back)
    last = known.last if standing == "ahead" else _moved(known.last, ahead)
    return between(first, last)


def _near_day(hit: Hit, known: Interval, _standing: Standing | None) -> Days:
    """A day's difference of clocks either way lies between where it happened and where it is told."""
    words = hit.part("near") or ""
    offset = {"yesterday": 1, "today": 0, "tomorrow": -1}[words.split()[-1]] * (2 if "day " in words else 1)
    return between(_moved(known.first, offset - 1), _moved(known.last, offset + 1))


def _near_part(hit: Hit, known: Interval, _standing: Standing | None) -> Days | None:
    which, near = hit.part("which") or "", hit.part("near")
    if which == "that" or which.startswith("the "):
        return None
    offset = 1 if which == "last" or near == "overnight" else 0
    return between(_moved(known.first, offset - 1), _moved(known.last, offset + 1))


def _weekday(hit: Hit, known: Interval, standing: Standing | None) -> Days:
    number = WEEKDAYS[(hit.part("weekday") or "").rstrip(".")]
    which, week = hit.part("which") or "", hit.part("week")
    found = []
    for day in each_day((known,)):
        if day.isoweekday() != number:
            continue
        one = Interval(day, day)
        if week:
            found.append(_in_week(day, {"last": 1, "next": -1}.get(week, 0)))
        elif which in _BEHIND:
            found.append(_around(one, "past", 0, 13))
        elif which in _AHEAD:
            found.append(_around(one, "ahead", 13, 0))
        else:
            found.append(_around(one, standing, 6, 6))
    return union(found)


def _in_week(day: date, weeks: int) -> Days:
    """The week so many weeks on; it may begin on Sunday as in America or on Monday as elsewhere."""
    monday = _moved(day, 7 * weeks - day.isoweekday() + 1)
    return between(_moved(monday, -1), _moved(monday, 6))


def _near_unit(hit: Hit, known: Interval, standing: Standing | None) -> Days | None:
    unit = UNITS["weekend" if hit.part("weekend") else hit.part("unit") or ""]
    which = hit.part("which") or ""
    if which in ("past", "this past") and unit in ("W", "M", "Y"):
        return _around(known, "past", 0, {"W": 8, "M": 35, "Y": 370}[unit])
    if which not in ("last", "this", "next", "coming", "this coming", "current") or unit not in _STEPS:
        return None
    offset = 1 if which == "last" else -1 if which in ("next", "coming", "this coming") else 0
    days = union(_STEPS[unit](day, offset) for day in {known.first, known.last})
    if unit == "W" and offset == 0:
        days = shifted(days, 0, 2)  # a Monday's paper still calls Saturday "this week"
    side = since(known.first) if standing == "past" else until(known.last) if standing == "ahead" else EVER
    return intersect(days, side)


def _in_month(day: date, months: int) -> Days:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return between(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))


def _in_year(day: date, years: int) -> Days:
    return between(date(day.year + years, 1, 1), date(day.year + years, 12, 31))


def _of_weekend(day: date, weeks: int) -> Days:
    """The week around a weekend; a day on which no weekend falls was not meant."""
    if day.isoweekday() < 5:
        return NEVER
    saturday = _moved(day, 6 - day.isoweekday())
    return between(_moved(saturday, 7 * weeks - 6), _moved(saturday, 7 * weeks + 6))


_STEPS: dict[str, Callable[[date, int], Days]] = {
    "W": _in_week,
    "WE": _of_weekend,
    "M": _in_month,
    "Y": _in_year,
}


def _the_unit(hit: Hit, known: Interval, standing: Standing | None) -> Days | None:
    """Reads "over the weekend": the one before or after the report."""
    if UNITS[hit.part("unit") or ""] != "WE":
        return None
    saturdays = [_moved(day, 6 - day.isoweekday()) for day in each_day((known,)) if day.isoweekday() >= 5]
    return union(_around(Interval(day, _moved(day, 1)), standing, 6, 6) for day in saturdays)


def _month_day(hit: Hit, known: Interval, standing: Standing | None) -> Days:
    month, day = MONTHS[(hit.part("month") or "").rstrip(".")], read_ordinal(hit.part("day") or "")
    weekday, year = hit.part("weekday"), hit.part("year")
    days = [one for one in each_day((known,)) if (one.month, one.day) == (month, day)]
    if weekday:
        days = [one for one in days if one.isoweekday() == WEEKDAYS[weekday.rstrip(".")]]
    if year:
        days = [one for one in days if str(one.year).endswith(year.strip("'’"))]
    return union(_dated(Interval(one, one), standing, with_year=bool(year)) for one in days)


def _day_range(hit: Hit, known: Interval, standing: Standing | None) -> Days:
    month = MONTHS[(hit.part("month") or "").rstrip(".")]
    first, last = (read_ordinal(hit.part(name) or "") for name in ("from", "to"))
    days = [one for one in each_day((known,)) if one.month == month and (first or 0) <= one.day <= (last or 0)]
    return _dated(known, standing, with_year=bool(hit.part("year"))) if days else NEVER


def _dated(known: Interval, standing: Standing | None, *, with_year: bool) -> Days:
    if not with_year:
        return _around(known, standing, YEARLESS, YEARLESS)
    return since(known.first) if standing == "past" else until(known.last) if standing == "ahead" else EVER


def _month(hit: Hit, known: Interval, standing: Standing | None) -> Days:
    number, which, year = MONTHS[(hit.part("month") or "").rstrip(".")], hit.part("which") or "", hit.part("year")
    if number not in {known.first.month, known.last.month} or (year and str(known.first.year) != year):
        return NEVER
    relyear = hit.part("relyear")
    if relyear in ("last", "this", "next"):
        return _in_year(known.first, {"last": 1, "next": -1}.get(relyear, 0))
    if which in _BEHIND:
        return _around(known, "past", 0, 420)
    return _dated(known, "ahead" if which in _AHEAD else standing, with_year=bool(year))


def _year(hit: Hit, known: Interval, standing: Standing | None) -> Days | None:
    year = hit.part("year")
    if year is None or not year.isdigit():
        return None
    if int(year) not in (known.first.year, known.last.year):
        return NEVER
    return _dated(known, standing, with_year=True)


_LOOSE: dict[str, Callable[[float], tuple[float, float]]] = {
    "day": lambda count: (count - 1, count + 1),
    "week": lambda count: (7 * count - 4, 7 * count + 5),
    "month": lambda count: (30.4 * count - 18, 30.4 * count + 20),
    "year": lambda count: (365.25 * count - 190, 365.25 * count + 200),
    "decade": lambda count: (3652 * count - 500, 3652 * count + 500),
}
"""How far back so many units may reach: who writes "two months ago" counts roughly."""
_UNCOUNTED = {"day": (1, 8), "week": (8, 60), "month": (45, 420)}


def _ago(hit: Hit, known: Interval, _standing: Standing | None) -> Days | None:
    unit, way = hit.part("unit") or "", hit.part("way") or ""
    sign = 1 if way == "ago" else -1 if way in ("hence", "from now", "from today") else 0
    count = count_of(hit.part("amount") or "") if hit.part("amount") else None
    reach = _LOOSE[unit](count) if count is not None and unit in _LOOSE else _UNCOUNTED.get(unit)
    if not sign or reach is None:
        return None
    near, far = sorted(sign * int(step) for step in reach)
    return between(_moved(known.first, near), _moved(known.last, far))


def _duration(hit: Hit, known: Interval, standing: Standing | None) -> Days | None:
    """Reads "(in) three weeks" of what is ahead, "in the last three weeks" of what is over."""
    unit, amounts = hit.part("unit") or "", hit.parts.get("amount", ())
    count = count_of(amounts[0]) if len(amounts) == 1 else None
    if standing != "ahead" or count is None or unit not in _LOOSE or hit.part("old") or hit.part("directed"):
        return None
    near, far = _LOOSE[unit](count)
    return between(_moved(known.first, -int(far)), _moved(known.last, -max(0, int(near))))


_INVERSES: dict[str, Callable[[Hit, Interval, Standing | None], Days | None]] = {
    "near_day": _near_day,
    "near_part": _near_part,
    "weekday": _weekday,
    "near_unit": _near_unit,
    "the_unit": _the_unit,
    "month_day": _month_day,
    "day_range": _day_range,
    "month": _month,
    "month_year": _month,
    "year": _year,
    "ago": _ago,
    "ago_plain": _ago,
    "duration": _duration,
}
"""By the rules of the times' grammar."""
