"""Resolve days and weeks that hang on a date or a month beside them: "June 8 and 9", "the last week of May"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.model import Interval
from dragoman.times.absolute import month, month_day, month_number, month_year, nearest, stated_year
from dragoman.times.calendar_days import day_of, interval_of, shift, value_at
from dragoman.times.feasts import holiday
from dragoman.times.numbers import read_ordinal
from dragoman.times.reading import Reading, Scene, dated

if TYPE_CHECKING:
    from datetime import date

    from dragoman.times.tagging import Hit

_WHICH = {"last": -1, "this": 0, "next": 1, "the": 0}


def day_more(hit: Hit, scene: Scene) -> Reading | None:
    """The further numbers of "June 8, 9 and 10": days of the month of the date right before."""
    number = read_ordinal(hit.part("day") or "")
    before = scene.last or ""
    if number is None or before[-3:-2] != "-" or len(before) != len("2013-03-21"):
        return None
    year = stated_year(hit, scene)
    value = f"{f'{year:04}' if year is not None else before[:4]}{before[4:8]}{number:02}"
    if value.startswith("X"):
        return Reading("DATE", value) if day_of(2000, int(value[5:7]), number) else None
    return dated(value) if interval_of(value) else None


def day_of_month(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the 15th of last month", "on the 5th": of the report's month, or the nearest that the tense allows."""
    number, which = read_ordinal(hit.part("day") or ""), hit.part("which")
    base = scene.event_day or scene.today if which == "the" else scene.today
    if number is None or not 1 <= number <= 31:
        return None
    if base is None:
        return Reading("DATE", f"XXXX-XX-{number:02}")
    steps = (_WHICH[which],) if which else (-1, 0, 1)
    months = [moved for step in steps if (moved := shift(base.replace(day=1), "M", step))]
    days = [day for start in months if (day := day_of(start.year, start.month, number))]
    found = nearest(days, scene) if not which else next(iter(days), None)
    return dated(found.isoformat()) if found else None


def week_of(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the week of March 25": the calendar's week with that day in it; "ending" on a day, the seven up to it."""
    day = month_day(hit, scene)
    if day is None or day.interval is None:
        return day and Reading("DATE", "XXXX-WXX")
    first = shift(day.interval.first, "D", -6)
    days = Interval(first, day.interval.first) if hit.part("way") and first else None
    return dated(value_at(day.interval.first, "W"), days)


def month_week(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the last week of May": seven days at that end of the month, by the calendar's week in their middle."""
    if which := hit.part("which"):
        start = shift(scene.today.replace(day=1), "M", _WHICH[which]) if scene.today else None
        whole = interval_of(value_at(start, "M")) if start else None
    else:
        reading = (month_year if hit.part("year") or hit.part("relyear") else month)(hit, scene)
        whole = reading.interval if reading else None
    if whole is None:
        return Reading("DATE", "XXXX-WXX")
    word = hit.part("ordinal") or ""
    first = whole.first if word == "opening" else whole.last - timedelta(days=6)
    if (number := read_ordinal(word)) is not None:
        first = whole.first + timedelta(days=7 * (number - 1))
    return dated(value_at(first + timedelta(days=3), "W"), Interval(first, first + timedelta(days=6)))


def eve(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the eve of May 1", "the eve of Easter": the day before."""
    reading = (holiday if hit.part("holiday") else month_day)(hit, scene)
    day = shift(reading.interval.first, "D", -1) if reading and reading.interval else None
    return dated(day.isoformat()) if day else reading and Reading("DATE", "XXXX-XX-XX")


def year_turn(_hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the turn of the year": the December and the January about the nearest one that the tense allows."""
    if scene.today is None:
        return Reading("DURATION", "XXXX-12/XXXX-01")
    starts = [day for step in (0, 1) if (day := day_of(scene.today.year + step, 1, 1))]
    found = nearest(starts, scene)
    value = f"{found.year - 1:04}-12/{found.year:04}-01" if found else ""
    return Reading("DURATION", value, interval_of(value)) if interval_of(value) else None


def date_range(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "March 30-April 2", one stretch of days; into the next year where its months run that way."""
    months = [month_number(name) for name in hit.parts["month"]]
    days = [read_ordinal(words) or 0 for words in hit.parts["day"]]
    if not all(day_of(2000, *pair) for pair in zip(months, days, strict=True)):
        return None
    turns = (months[0], days[0]) > (months[1], days[1])
    year = stated_year(hit, scene)
    if year is not None:
        last = day_of(year, months[1], days[1])
    else:
        near = (day_of(scene.today.year + step, months[1], days[1]) for step in (-1, 0, 1)) if scene.today else ()
        last = nearest((day for day in near if day), scene)
    if last is None:
        return None if scene.today or year is not None else Reading("DURATION", _open_range(months, days))
    return _stretch(day_of(last.year - turns, months[0], days[0]), last)


def _open_range(months: list[int], days: list[int]) -> str:
    return "/".join(f"XXXX-{number:02}-{day:02}" for number, day in zip(months, days, strict=True))


def _stretch(first: date | None, last: date) -> Reading | None:
    return Reading("DURATION", f"{first}/{last}", Interval(first, last)) if first and first <= last else None
