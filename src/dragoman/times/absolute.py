"""Resolve what the calendar says by itself: dates, months, years, decades, centuries, and spans of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.times.calendar_days import day_of, interval_of, value_at
from dragoman.times.clock import read_clock
from dragoman.times.numbers import read_ordinal, read_year
from dragoman.times.reading import Direction, Reading, Scene, dated
from dragoman.times.vocabulary import DECADES, MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dragoman.times.tagging import Hit


_TOO_FAR = 300
_TOO_FAR_FOR_MONTHS = 310
"""Days."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation in lower case."""
    return MONTHS[name.rstrip(".")]


def stated_year(hit: Hit, scene: Scene) -> int | None:
    """The year that stands beside a date, in figures, in words or as "last year"; None without one."""
    year = hit.part("year")
    if year and len(year.lstrip("'’")) == 2:
        return _full_year(int(year[-2:]), scene)
    if year:
        return read_year(year) or int(year[:5])
    return related_year(hit.part("relyear"), scene)


def related_year(which: str | None, scene: Scene) -> int | None:
    """The year that "last", "next", "the following" (year) means; None if there is none or it is not known."""
    if which in ("last", "this", "next", "the") and scene.today:
        return scene.today.year + {"last": -1, "next": 1}.get(which, 0)
    if which and scene.event_day:
        return scene.event_day.year + {"the previous": -1, "the following": 1, "the next": 1}.get(which, 0)
    return None


def _full_year(short: int, scene: Scene) -> int:
    """The year nearest to the report's that ends in these two figures; without one, from 1950 to 2049."""
    if scene.today is None:
        return short + (1900 if short >= 50 else 2000)
    here = scene.today.year
    return min((short + century for century in (1800, 1900, 2000, 2100)), key=lambda year: abs(year - here))


def nearest(days: Iterable[date], scene: Scene, too_far: int = _TOO_FAR) -> date | None:
    """The day that the tense asks for: the last up to the report, the first from it on, or else the nearest.

    A day most of a year away is not meant without its year ("the truce was prolonged to Jan. 8", told in December).
    """
    if scene.today is None:
        return None
    today, all_days = scene.today, sorted(days)
    past, ahead = [day for day in all_days if day <= today], [day for day in all_days if day >= today]
    if scene.direction == "past" and past and (today - past[-1]).days < too_far:
        return past[-1]
    if scene.direction == "future" and ahead and (ahead[0] - today).days < too_far:
        return ahead[0]
    return min(all_days, key=lambda day: abs(day - today), default=None)


def month_day(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "March 21", with or without weekday, year and time of day; None for a day that the calendar lacks."""
    month, day = month_number(hit.part("month") or ""), read_ordinal(hit.part("day") or "")
    if day is None or day_of(2000, month, day) is None:
        return None
    clock = read_clock(hit.part("clock"), hit.part("zone")) or ""
    year = stated_year(hit, scene)
    if year is not None and len(hit.parts["month"]) > 1:
        year -= month > month_number(hit.parts["month"][1])
    if year is None and not hit.part("relyear") and scene.today:
        near = (day_of(scene.today.year + step, month, day) for step in range(-8, 9))
        found = _meant(hit, [one for one in near if one], scene, scene.today)
        year = found.year if found else None
    if year is None:
        return Reading("TIME" if clock else "DATE", f"XXXX-{month:02}-{day:02}{clock}")
    exact = day_of(year, month, day)
    return dated(exact.isoformat() + clock) if exact else None


def _meant(hit: Hit, days: list[date], scene: Scene, today: date) -> date | None:
    """Of a date's days in the years around, the one that its weekday, "last" or "next", or else the tense asks for."""
    which, said = hit.part("which"), direction_said(hit)
    if hit.part("weekday"):
        return nearest(_on_weekday(hit.part("weekday"), days), scene._replace(direction=None))
    if said:
        days = [day for day in days if (day < today if said == "past" else day > today)]
        return nearest(days, scene._replace(direction=None))
    return nearest([day for day in days if which != "this" or day.year == today.year], scene)


def _on_weekday(name: str | None, days: list[date]) -> list[date]:
    number = WEEKDAYS[name.rstrip(".")] if name else None
    return [day for day in days if number in (None, day.isoweekday())]


def iso_date(hit: Hit, _scene: Scene) -> Reading | None:
    """Reads "2013-03-21", with or without a time of day."""
    day = day_of(int(hit.part("year") or 0), int(hit.part("month") or 0), int(hit.part("day") or 0))
    clock = read_clock(hit.part("clock"), hit.part("zone")) or ""
    return dated(day.isoformat() + clock) if day else None


def iso_period(hit: Hit, _scene: Scene) -> Reading | None:
    """Reads "2013-W12", "2013-Q2", "2013-H1"; None if the year has no such week."""
    value = (hit.part("value") or "").upper()
    return dated(value) if interval_of(value) else None


def numeric_date(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "21/3/2013", "21.3.2013", "2013/3/21". With full stops the day comes first; with strokes either may.

    Where both readings are days, the report's other dates may say which number they put first; else the one that is
    the report's own day is taken, else only the year is certain.
    """
    first, second, third = (hit.part(name) or "" for name in ("first", "second", "third"))
    clock = read_clock(hit.part("clock"), hit.part("zone")) or ""
    if len(first) == 4 and len(third) == 2:
        day = day_of(int(first), int(second), int(third))
        return dated(day.isoformat() + clock) if day else None
    if len(first) > 2 or len(third) not in (2, 4) or (len(third) == 2 and hit.part("mark") != "/"):
        return None
    year = int(third) if len(third) == 4 else _full_year(int(third), scene)
    readings = {day_of(year, int(second), int(first))} if scene.order != "month" else set()
    if hit.part("mark") != "." and scene.order != "day":
        readings.add(day_of(year, int(first), int(second)))
    days = sorted(day for day in readings if day)
    if len(days) > 1 and scene.today in days:
        days = [scene.today]
    if len(days) > 1:
        return Reading("DATE", f"{year:04}-XX-XX")
    return dated(days[0].isoformat() + clock) if days else None


def day_range(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "March 21-23", one stretch of days."""
    month, year = month_number(hit.part("month") or ""), stated_year(hit, scene)
    ends = [read_ordinal(hit.part(name) or "") for name in ("from", "to")]
    if None in ends or (ends[0] or 0) >= (ends[1] or 0) or day_of(2000, month, ends[1] or 0) is None:
        return None
    if year is None:
        near = (day_of(scene.today.year + step, month, ends[0] or 0) for step in (-1, 0, 1)) if scene.today else ()
        found = nearest((day for day in near if day), scene)
        year = found.year if found else None
    head = f"{year:04}" if year is not None else "XXXX"
    value = "/".join(f"{head}-{month:02}-{end:02}" for end in ends)
    interval = interval_of(value)
    return Reading("DURATION", value, interval) if interval or year is None else None


def month_year(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "March 2013", "November last year"."""
    month, year = month_number(hit.part("month") or ""), stated_year(hit, scene)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}")
    if len(hit.parts["month"]) > 1:
        year -= month > month_number(hit.parts["month"][1])
    return dated(f"{year:04}-{month:02}") if day_of(year, month, 1) else None


def month(hit: Hit, scene: Scene) -> Reading | None:
    """A month alone: the tense or a word before it says which year's."""
    number, which, base = month_number(hit.part("month") or ""), hit.part("which") or "", scene.today
    if which.startswith("the "):
        base = scene.event_day
    if base is None:
        return Reading("DATE", f"XXXX-{number:02}")
    starts = [day for step in (-1, 0, 1) if (day := day_of(base.year + step, number, 1))]
    here = base.replace(day=1)
    if which in ("last", "past", "this past", "the previous"):
        starts = [max(day for day in starts if day < here)] if min(starts) < here else []
    elif which in ("next", "coming", "this coming", "the next", "the following"):
        starts = [min(day for day in starts if day > here)] if max(starts) > here else []
    elif which in ("this", "this same", "the same"):
        starts = [day for day in starts if day.year == base.year]
    found = nearest(starts, scene._replace(today=here), _TOO_FAR_FOR_MONTHS)
    return dated(value_at(found, "M")) if found else None


def year(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "1996", "fiscal 1989"; the days of a fiscal year are its owner's, so unknown."""
    number = stated_year(hit, scene)
    if number is None or not 1 <= number <= 9999:
        return None
    return Reading("DATE", f"{number:04}") if hit.part("fiscal") else dated(f"{number:04}")


def year_range(hit: Hit, _scene: Scene) -> Reading | None:
    """Reads "1950-53" and "1950-1953" are a stretch of years; "2013-03" can only be a month."""
    first, last = hit.part("from") or "", hit.part("to") or ""
    last = first[: 4 - len(last)] + last
    if int(last) > int(first):
        days = None if hit.part("fiscal") else interval_of(f"{first}/{last}")
        return Reading("DURATION", f"{first}/{last}", days)
    value = f"{first}-{last[2:]}"
    return dated(value) if interval_of(value) and len(hit.part("to") or "") == 2 else None


def decade(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the 1980s", "the '80s", "the nineties"; a bare "twenties" may be of either century."""
    words = hit.part("decade") or ""
    digits = re.search(r"[0-9]+", words)
    if digits and len(digits.group()) == 4:
        return dated(digits.group()[:3])
    tens = int(digits.group()) // 10 if digits else DECADES[words.split()[-1]]
    if " " in words:
        return dated(f"{18 if words.startswith('eighteen') else 19}{tens}")
    if tens in (1, 2) and not digits:
        return None
    return dated(str(_full_year(10 * tens, scene))[:3])


def century(hit: Hit, _scene: Scene) -> Reading | None:
    """Reads "the 20th century" is 19."""
    number = read_ordinal(hit.part("ordinal") or "")
    return dated(f"{number - 1:02}") if number and number > 1 else None


def direction_said(hit: Hit) -> Direction | None:
    """Before or after the report as "last", "next" and the like say, whatever the verb."""
    words = (hit.part("which") or "").split()
    if {"last", "past", "previous"} & set(words):
        return "past"
    return "future" if {"next", "coming", "following"} & set(words) else None
