"""Resolve feasts and holidays: of one fixed day, of one weekday of a month, or by Easter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.times.absolute import direction_said, nearest, stated_year
from dragoman.times.calendar_days import day_of, shift, value_at
from dragoman.times.reading import Reading, Scene, dated
from dragoman.times.vocabulary import EASTER, HOLIDAYS, MOVABLE

if TYPE_CHECKING:
    from dragoman.times.tagging import Hit


def holiday(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "Christmas", "last Thanksgiving", "Easter 2012"; None beyond the calendar."""
    name = (hit.part("holiday") or "").replace("’", "'")
    year = stated_year(hit, scene)
    if year is None and scene.today is None:
        return Reading("DATE", "XXXX-{:02}-{:02}".format(*HOLIDAYS[name])) if name in HOLIDAYS else None
    if year is None and scene.today:
        near = (feast_day(name, scene.today.year + step) for step in (-1, 0, 1))
        day = nearest((one for one in near if one), scene._replace(direction=direction_said(hit) or scene.direction))
    else:
        day = feast_day(name, year or 0)
    if day and (stretch := hit.part("stretch")):
        return _about(day, stretch)
    return dated(day.isoformat()) if day else None


def _about(day: date, stretch: str) -> Reading | None:
    """The week of a feast, or its weekend: for a Monday, the one before."""
    in_it = shift(day, "D", -1) if stretch == "weekend" and day.isoweekday() == 1 else day
    return dated(value_at(in_it, "WE" if stretch == "weekend" else "W")) if in_it else None


def feast_day(name: str, year: int) -> date | None:
    """The day of a feast (lower case, straight apostrophe) in a year; None beyond the calendar."""
    if name in HOLIDAYS:
        return day_of(year, *HOLIDAYS[name])
    if not 1583 <= year <= 9998:
        return None
    if name in EASTER:
        return easter(year) + timedelta(days=EASTER[name])
    month, weekday, which = MOVABLE[name]
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday of a Gregorian year (1583 on), by the anonymous Gregorian computus of 1876."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
