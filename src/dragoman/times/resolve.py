"""Give each time found its value, from left to right, as the events told so far and the report's day allow."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model import Interval
from dragoman.times import absolute, ago, amounts, feasts, month_parts, periods, relative
from dragoman.times.clock import read_clock
from dragoman.times.reading import Direction, Order, Reading, Scene, dated, narrowed
from dragoman.times.vocabulary import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dragoman.times.tagging import Hit

    Resolver = Callable[[Hit, Scene], Reading | None]
    _Ends = tuple[Reading, Reading]


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
            feasts.holiday,
            month_parts.date_range,
            month_parts.day_more,
            month_parts.day_of_month,
            month_parts.eve,
            month_parts.month_week,
            month_parts.week_of,
            month_parts.year_turn,
            periods.season,
            periods.quarter,
            periods.period,
            relative.weekday,
            relative.near_day,
            relative.near_part,
            relative.part_told,
            relative.near_unit,
            relative.same_unit,
            relative.the_unit,
            relative.the_day,
            relative.day_beside,
            ago.ago,
            ago.ago_plain,
            amounts.frequency,
            amounts.rate,
            amounts.every_name,
            amounts.weekdays,
            amounts.duration,
            amounts.span_of,
            amounts.unit_long,
            amounts.recent,
            amounts.year_amount,
            periods.year_end,
        )
    },
    "season_plain": periods.season,
    "day_more_last": month_parts.day_more,
    "day_of_month_plain": month_parts.day_of_month,
    "decade_more": absolute.decade,
    "year_short": absolute.year,
    "someday": _reference("FUTURE_REF"),
    "future_ref": _reference("FUTURE_REF"),
    "span_after": amounts.span_of,
    "clock": _clock,
    **{value.lower(): _reference(value) for value in REFERENCES},
}
"""The resolver of each rule of the grammar."""

_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_COMPARING = frozenset({"ago", "ago_plain", "period", "near_unit", "the_unit", "same_unit", "day_beside"})
"""Rules whose times are held against those that the text is about, and leave those in place."""


_NAMED_KEPT = 8
_FLOATING = frozenset({"weekday", "month", "month_day"})
"""Rules that set a time near the report when it bears no year."""


def resolve(hits: Iterable[Hit], directions: Iterable[Direction | None], today: date | None) -> list[Reading | None]:
    """The reading of each time, None for one that the calendar lacks ("February 30").

    With no `today`, what counts from the report stays relative. The day of the last event told, and the period spoken
    of last, pass from each time to those after it; a day still ahead tells no event.
    """
    hits, readings = list(hits), list[Reading | None]()
    scene, before = Scene(today, order=_order(hits)), Scene(today)
    for at, (hit, direction) in enumerate(zip(hits, directions, strict=True)):
        here = scene._replace(direction=direction)
        reading = _read(hit, here)
        if hit.part("link") and reading and (first := readings[-1]):
            readings[-1], reading = _in_order(hits[at - 1], hit, first, reading, (before, here))
        if reading:
            before, scene = here, _after(scene, hit, direction, reading)
        readings.append(reading)
    return _joined(hits, readings)


def _read(hit: Hit, scene: Scene) -> Reading | None:
    reading = RESOLVERS[hit.rule](hit, scene)
    return narrowed(reading, " ".join(hit.parts.get("mod", ())), scene.today) if reading else None


def _order(hits: Iterable[Hit]) -> Order | None:
    """Which number the report's dates in figures put first, as those show that can be read one way only."""
    orders: set[Order] = set()
    for hit in hits:
        first, second = (int(hit.part(name) or 0) for name in ("first", "second"))
        if hit.rule == "numeric_date" and hit.part("mark") != "." and max(first, second) < 32:
            if first > 12 >= second:
                orders.add("day")
            elif second > 12 >= first:
                orders.add("month")
    return orders.pop() if len(orders) == 1 else None


def _in_order(opener: Hit, closer: Hit, first: Reading, last: Reading, scenes: tuple[Scene, Scene]) -> _Ends:
    """The two ends of a stretch, the second after the first: "from Monday to Wednesday" told on a Tuesday.

    The second is then the next such time after the first; if the verb says that all is over and it isn't yet, the
    first is the one before.
    """
    start, end = first.interval, last.interval
    if not start or not end or start.first <= end.last or closer.rule not in _FLOATING or closer.part("year"):
        return first, last
    before, here = scenes
    moved = _read(closer, here._replace(today=start.first, direction="future"))
    if not moved or not moved.interval or not here.today:
        return first, last
    if here.direction == "past" and moved.interval.first > here.today and opener.rule in _FLOATING:
        return _read(opener, before._replace(today=end.first, direction="past")) or first, last
    return first, moved


def _joined(hits: list[Hit], readings: list[Reading | None]) -> list[Reading | None]:
    """The readings, those that are ends of one stretch with the days from its first end to its last."""
    for at, hit in enumerate(hits):
        first, last = readings[at - 1], readings[at]
        if not hit.part("link") or not first or not last or not first.interval or not last.interval:
            continue
        if first.interval.first <= last.interval.last:
            whole = Interval(first.interval.first, last.interval.last)
            readings[at - 1], readings[at] = first._replace(interval=whole), last._replace(interval=whole)
    return readings


def _is_spoken_of(hit: Hit, value: str, scene: Scene) -> bool:
    """Whether the figures told next are of this time: a quarter or a year, or, where neither was told, a month."""
    if hit.rule in _COMPARING:
        return False
    is_month = hit.rule in ("month", "month_year") and _MONTH.fullmatch(value)
    return bool(_QUARTER.fullmatch(value) or hit.rule == "year" or (is_month and "Q" not in (scene.period or "")))


def _after(scene: Scene, hit: Hit, direction: Direction | None, reading: Reading) -> Scene:
    """The scene once this time has been told."""
    scene = scene._replace(last=reading.value)
    if reading.type not in ("DATE", "TIME"):
        is_told = hit.rule == "year_amount" or (hit.part("unit") == "month" and hit.part("directed"))
        return scene._replace(period=f"{scene.today.year:04}") if is_told and scene.today else scene
    if reading.value[:4].isdigit():
        scene = scene._replace(year=int(reading.value[:4]))
    if _is_spoken_of(hit, reading.value, scene):
        scene = scene._replace(period=reading.value)
    return _told(scene, hit, direction, reading) if reading.interval and hit.rule != "clock" else scene


def _told(scene: Scene, hit: Hit, direction: Direction | None, reading: Reading) -> Scene:
    """The scene once an event of that day or month has been told; a day before a noun only names one."""
    first, noun = reading.interval.first if reading.interval else date.min, hit.part("names")
    is_day = _DAY.fullmatch(reading.value) is not None
    if noun and is_day:
        scene = scene._replace(named=((noun, first), *scene.named[: _NAMED_KEPT - 1]))
    if direction == "future" or (noun and scene.event_day):
        return scene
    if is_day:
        return scene._replace(event_day=first, event_month=first.replace(day=1))
    return scene._replace(event_month=first.replace(day=1)) if _MONTH.fullmatch(reading.value) else scene
