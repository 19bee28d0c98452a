"""Resolve what lies an amount of time before or after: "two years ago", "eight days later", "a year ago today"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.times.amounts import amount_value, count_of, is_told, weeks_in
from dragoman.times.calendar_days import shift, value_at
from dragoman.times.reading import Reading, Scene, dated, relative
from dragoman.times.vocabulary import CLOCK_UNITS, UNITS

if TYPE_CHECKING:
    from datetime import date

    from dragoman.times.tagging import Hit

_BACK = frozenset({"ago", "earlier", "before", "previously"})


def ago(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "two years ago" from the report's day; "two years earlier", "eight days later" from the event told last.

    "a year ago" and "a year earlier" beside a quarter mean the same one of the year before. What counts from an event
    of no known day is only how long it is.
    """
    unit, way = hit.part("unit") or "", hit.part("way") or ""
    count, sign = count_of(hit.part("amount") or ""), -1 if way in _BACK else 1
    from_report = way in ("ago", "hence") or way.startswith("from")
    length = Reading("DURATION", amount_value(count, unit))
    if not is_told(hit.part("amount") or "", count):
        return None
    steps = sign * int(count) if count and unit not in CLOCK_UNITS and count % 1 == 0 else 0
    base = scene.today if from_report else _told(unit, sign, scene)
    if steps and UNITS[unit] == "Y" and (year := _in_years(steps, scene, from_report=from_report)):
        return year
    if not steps or base is None:
        is_vague = count is None or base is None
        return relative(sign) if from_report and is_vague and unit not in CLOCK_UNITS else length
    day = shift(base, UNITS[unit], steps * weeks_in(unit))
    return _around(hit, unit, day) if day else None


def _in_years(steps: int, scene: Scene, *, from_report: bool) -> Reading | None:
    """By the quarter or the year told last, where that is nearer than any day told."""
    if steps == -1 and scene.period and "-Q" in scene.period:
        return dated(f"{int(scene.period[:4]) - 1:04}{scene.period[4:]}")
    is_told = scene.event_day is None or scene.event_day.year != scene.year
    if from_report or steps == -1 or not scene.year or not is_told or not 1 <= scene.year + steps <= 9999:
        return None
    return dated(f"{scene.year + steps:04}")


def _told(unit: str, sign: int, scene: Scene) -> date | None:
    """The day that "later" and "earlier" count from; years before, from the report if no event has a day."""
    told = scene.event_month if UNITS[unit] == "M" else scene.event_day
    return told or (scene.today if sign < 0 and UNITS[unit] == "Y" else None)


def _around(hit: Hit, unit: str, day: date) -> Reading:
    """The day's own day, week, month or year: as coarse as what was counted, or as "today" says."""
    if exact := hit.part("exact"):
        return dated(value_at(day, {"week": "W", "month": "M"}.get(exact.split()[-1], "D")))
    coarse = {"DE": "Y", "CE": "Y"}.get(UNITS[unit], UNITS[unit])
    value = value_at(day, coarse)
    is_rough = coarse != UNITS[unit] or (coarse != "D" and hit.part("rough"))
    return Reading("DATE", value) if is_rough else dated(value)


def ago_plain(hit: Hit, _scene: Scene) -> Reading:
    """Reads "months ago"; "weeks later", of which only the length is known."""
    if hit.part("way") == "ago":
        return relative(-1)
    return Reading("DURATION", amount_value(None, hit.part("unit") or ""))
