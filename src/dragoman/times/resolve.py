"""Give each time found its value, from left to right, as the events told so far and the report's day allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.times import absolute, amounts, periods, relative
from dragoman.times.clock import read_clock
from dragoman.times.reading import Direction, Reading, Scene, dated, narrowed
from dragoman.times.vocabulary import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from dragoman.times.tagging import Hit

    Resolver = Callable[[Hit, Scene], Reading | None]


def _reference(value: str) -> Resolver:
    return lambda _hit, _scene: Reading("DATE", value)


def _clock(hit: Hit, scene: Scene) -> Reading | None:
    """A time of day alone is that of the event told last, else of the report's day."""
    clock, day = read_clock(hit.part("clock"), hit.part("zone")), scene.event_day or scene.today
    if clock is None:
        return None
    return dated(day.isoformat() + clock) if day else Reading("TIME", f"XXXX-XX-XX{clock}")


RESOLVERS: dict[str, Resolver] = {
    **{
        resolver.__name__: resolver
        for resolver in (
            absolute.iso_date,
            absolute.iso_period,
            absolute.numeric_date,
            absolute.month_day,
            absolute.day_range,
            absolute.month_year,
            absolute.month,
            absolute.year_range,
            absolute.year,
            absolute.decade,
            absolute.century,
            absolute.holiday,
            periods.season,
            periods.quarter,
            periods.period,
            relative.weekday,
            relative.near_day,
            relative.near_part,
            relative.near_unit,
            relative.same_unit,
            relative.the_unit,
            relative.the_day,
            relative.day_beside,
            amounts.ago,
            amounts.ago_plain,
            amounts.frequency,
            amounts.every_name,
            amounts.weekdays,
            amounts.duration,
            amounts.span_of,
            amounts.recent,
            amounts.year_amount,
            periods.year_end,
        )
    },
    "season_plain": periods.season,
    "future_ref": _reference("FUTURE_REF"),
    "span_after": amounts.span_of,
    "clock": _clock,
    **{value.lower(): _reference(value) for value in REFERENCES},
}
"""The resolver of each rule of the grammar."""

_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?")
_COMPARING = frozenset({"ago", "ago_plain", "period", "near_unit", "the_unit", "same_unit", "day_beside"})
"""Rules whose times are held against those that the text is about, and leave those in place."""


def resolve(hits: Iterable[Hit], directions: Iterable[Direction | None], today: date | None) -> list[Reading | None]:
    """The reading of each time, None for one that the calendar lacks ("February 30").

    With no `today`, what counts from the report stays relative. The day of the last event told, and the period spoken
    of last, pass from each time to those after it; a day still ahead tells no event.
    """
    readings: list[Reading | None] = []
    scene = Scene(today)
    for hit, direction in zip(hits, directions, strict=True):
        reading = RESOLVERS[hit.rule](hit, scene._replace(direction=direction))
        if reading:
            reading = narrowed(reading, " ".join(hit.parts.get("mod", ())), today)
            scene = _after(scene, hit, direction, reading)
        readings.append(reading)
    return readings


def _after(scene: Scene, hit: Hit, direction: Direction | None, reading: Reading) -> Scene:
    """The scene once this time has been told."""
    if reading.type not in ("DATE", "TIME"):
        is_told = hit.rule == "year_amount" or (hit.part("unit") == "month" and hit.part("directed"))
        return scene._replace(period=f"{scene.today.year:04}") if is_told and scene.today else scene
    if reading.value[:4].isdigit():
        scene = scene._replace(year=int(reading.value[:4]))
    if hit.rule not in _COMPARING and (_QUARTER.fullmatch(reading.value) or hit.rule == "year"):
        scene = scene._replace(period=reading.value)
    if reading.interval and _DAY.fullmatch(reading.value) and direction != "future" and hit.rule != "clock":
        scene = scene._replace(event_day=reading.interval.first)
    return scene
