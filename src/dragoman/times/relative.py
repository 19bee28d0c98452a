"""Resolve what counts from the report's day or from the event told last: weekdays, "last week", "a year earlier"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Interval
from dragoman.times.calendar_days import shift, value_at
from dragoman.times.clock import read_clock
from dragoman.times.reading import Reading, Scene, dated, relative
from dragoman.times.vocabulary import DAYPARTS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from dragoman.times.tagging import Hit

_OFFSETS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "following": 1,
}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def _at_time(hit: Hit, day: str) -> str:
    """The day's value with the time or part of the day that stands beside it."""
    clock = read_clock(hit.part("clock"), hit.part("zone"))
    return day + (clock or DAYPARTS.get(hit.part("daypart") or "", ""))


def weekday(hit: Hit, scene: Scene) -> Reading | None:
    """A weekday: back to it, or on to it where the tense looks ahead; one that is the report's is that day."""
    number, which = WEEKDAYS[(hit.part("weekday") or "").rstrip(".")], hit.part("which") or ""
    base = scene.event_day if which.startswith("the ") else scene.today
    if base is None:
        value = _at_time(hit, f"XXXX-WXX-{number}")
        return Reading("TIME" if "T" in value else "DATE", value)
    day = shift(base, "D", _days_to(number, base.isoweekday(), which, hit.part("week"), scene))
    return dated(_at_time(hit, day.isoformat())) if day else None


def _days_to(wanted: int, here: int, which: str, week: str | None, scene: Scene) -> int:
    if week:
        return wanted - here + 7 * _OFFSETS.get(week, 0)
    back, ahead = -((here - wanted) % 7), (wanted - here) % 7
    if which in ("last", "past", "this past", "the previous"):
        return back or -7
    if which in ("next", "coming", "this coming", "the next", "the following"):
        return ahead or 7
    return ahead if scene.direction == "future" or (which == "this" and not scene.direction) else back


def near_day(hit: Hit, scene: Scene) -> Reading:
    """Yesterday, today, tomorrow and their neighbours."""
    words = hit.part("near") or ""
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[words.split()[-1]] * (2 if "day " in words else 1)
    day = shift(scene.today, "D", offset) if scene.today else None
    return dated(_at_time(hit, day.isoformat())) if day else relative(offset)


def near_part(hit: Hit, scene: Scene) -> Reading:
    """Reads "tonight", "this morning", "last night"; "that evening", "the next morning" follow the event told last."""
    beside = {"before": "the previous", "after": "the following"}.get(hit.part("way") or "", "")
    which, near = hit.part("which") or beside, hit.part("near")
    part = DAYPARTS["night" if near else hit.part("daypart") or ""]
    told = which == "that" or which.startswith("the ")
    offset = _OFFSETS.get(which.removeprefix("the "), 0) - (near == "overnight")
    base = scene.event_day if told else scene.today
    day = shift(base, "D", offset) if base else None
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{part}") if told else relative(offset)
    if hit.part("clock"):
        return dated(_at_time(hit, day.isoformat()))
    night = shift(day, "D", 1) if part == "TNI" else None
    return dated(day.isoformat() + part, Interval(day, night) if night else None)


def part_told(hit: Hit, scene: Scene) -> Reading:
    """Reads "in the morning", "by late afternoon": of the day of the event told last, else of the report's."""
    part, day = DAYPARTS[hit.part("daypart") or ""], scene.event_day or scene.today
    return dated(day.isoformat() + part) if day else Reading("TIME", f"XXXX-XX-XX{part}")


def near_unit(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "last week", "this year", "the coming month"; "the past year" is the twelve months up to the report."""
    unit, which = UNITS["weekend" if hit.part("weekend") else hit.part("unit") or ""], hit.part("which") or ""
    offset = _OFFSETS.get(which, 0)
    if unit in ("DE", "CE") and offset and (hit.part("the") or which not in ("last", "next")):
        return Reading("DURATION", f"P{10 if unit == 'DE' else 100}Y")
    if unit == "D" or which in ("previous", "following", "latest"):
        return latest(unit, scene) if which == "latest" else _beside_told(unit, which, offset, scene)
    if scene.today is None:
        return relative(offset)
    if unit == "WE":
        return weekend(scene.today, which, scene)
    day = shift(scene.today, unit, offset)
    return _stretch(day, unit, scene.today, fiscal=bool(hit.part("fiscal")), past=which == "past") if day else None


def _stretch(day: date, unit: str, today: date, *, fiscal: bool, past: bool) -> Reading:
    if fiscal:
        return Reading("DATE", value_at(day, unit))
    return dated(value_at(day, unit), Interval(day, today) if past else None)


def _beside_told(unit: str, which: str, offset: int, scene: Scene) -> Reading | None:
    """Reads "the following month", "the next day": beside what was told last. "The current day" is no time."""
    if unit == "D" and which not in ("next", "following", "previous"):
        return None
    if unit == "Y" and scene.year:
        return dated(f"{scene.year + offset:04}")
    day = _beside_event(unit, offset, scene)
    return dated(value_at(day, unit)) if day else Reading("DATE", _UNKNOWN[unit])


def _beside_event(unit: str, offset: int, scene: Scene) -> date | None:
    """So many units from the event told last; months count from one that was told by its month alone, too."""
    base = scene.event_month if unit == "M" else scene.event_day
    return shift(base, unit, offset) if base else None


def weekend(base: date, which: str, scene: Scene) -> Reading | None:
    """The weekend meant: by its word, else ahead or behind by the tense; from Monday on the last is over."""
    back = base.isoweekday() < 6 and (
        which in ("last", "past", "this past") or (which in ("", "the") and scene.direction != "future")
    )
    steps = -1 if back or which in ("last", "past", "this past", "previous") else int(which in ("next", "following"))
    day = shift(base, "W", steps)
    return dated(value_at(day, "WE")) if day else None


def latest(unit: str, scene: Scene) -> Reading | None:
    """The last one that is over: of quarters the one spoken of, if there is one; no "latest day"."""
    if unit == "D":
        return None
    if unit == "Q" and scene.period and "-Q" in scene.period:
        return dated(scene.period)
    day = shift(scene.today, unit, -1) if scene.today else None
    return dated(value_at(day, unit)) if day else relative(-1)


def same_unit(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "that year", "the same day": those of the event told last, never the report's.

    "The same day the talks began" is the day that a date before "talks" has named, else unknown.
    """
    unit = UNITS[hit.part("unit") or ""]
    if unit in ("DE", "CE"):
        return None
    if unit == "Q":
        return dated(scene.period) if scene.period and "-Q" in scene.period else Reading("DATE", _UNKNOWN[unit])
    if unit == "Y" and scene.year:
        return dated(f"{scene.year:04}")
    if (nouns := hit.parts.get("clause")) is not None:
        day = next((day for noun, day in scene.named if noun in nouns), None)
    else:
        day = _beside_event(unit, 0, scene)
    return dated(value_at(day, unit)) if day else Reading("DATE", _UNKNOWN[unit])


def the_unit(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the week", "the weekend", "the end of the year": the report's own; "the quarter" the one spoken of."""
    unit = UNITS[hit.part("unit") or ""]
    if unit == "Q":
        return latest(unit, scene)
    if scene.today is None:
        return Reading("DATE", _UNKNOWN[unit])
    if unit == "WE":
        return weekend(scene.today, "the", scene)
    value = value_at(scene.today, unit)
    return Reading("DATE", value) if hit.part("fiscal") else dated(value)


def the_day(_hit: Hit, scene: Scene) -> Reading:
    """Reads "later in the day", "for the day": the day of the event told last, else the report's."""
    day = scene.event_day or scene.today
    return dated(day.isoformat()) if day else Reading("DATE", _UNKNOWN["D"])


def day_beside(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the day before", "the year after", at the end of a clause: beside the event told last."""
    unit, offset = UNITS[hit.part("unit") or ""], -1 if hit.part("way") in ("before", "previous", "earlier") else 1
    if unit == "Y" and scene.year:
        return dated(f"{scene.year + offset:04}")
    day = _beside_event(unit, offset, scene)
    return dated(value_at(day, unit)) if day else Reading("DATE", _UNKNOWN[unit])
