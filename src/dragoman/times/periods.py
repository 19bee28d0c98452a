"""Resolve quarters, halves and seasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dragoman.times.absolute import stated_year
from dragoman.times.calendar_days import interval_of
from dragoman.times.numbers import read_ordinal
from dragoman.times.reading import Reading, Scene, dated
from dragoman.times.relative import latest
from dragoman.times.vocabulary import SEASONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.model import Interval
    from dragoman.times.tagging import Hit


def quarter(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the third quarter", "the first half of 1990"; a half needs its year, or it may be a match's.

    The days of a fiscal quarter are its owner's, so unknown.
    """
    half = hit.part("part") in ("half", "h")
    word = hit.part("ordinal") or ""
    number = (2 if half else 4) if word in ("final", "last") else read_ordinal(word)
    if number is None or number > (2 if half else 4):
        return None
    name = f"{'H' if half else 'Q'}{number}"
    year = stated_year(hit, scene)
    if year is None and half:
        return None if not hit.part("relyear") else Reading("DATE", f"XXXX-{name}")
    if year is None and scene.today:
        year = _nearest_year(name, scene) - (1 if hit.part("ago") else 0)
    value = f"{year:04}-{name}" if year is not None else f"XXXX-{name}"
    return Reading("DATE", value) if hit.part("fiscal") else dated(value)


def _nearest_year(name: str, scene: Scene) -> int:
    """The year whose stretch of that name is nearest, and begun if told as past.

    The future says nothing: what is expected may be last quarter's figures.
    """
    today = scene.today or date.min
    spans = _around(name, today.year, (-1, 0, 1))
    if scene.direction == "past":
        spans = {year: days for year, days in spans.items() if days.first <= today} or spans
    return min(spans, key=lambda year: abs(_middle(spans[year]) - today.toordinal()))


def _around(name: str, year: int, steps: Iterable[int]) -> dict[int, Interval]:
    """The days of the stretch of that name in the years so many steps away, as far as the calendar goes."""
    spans = {year + step: interval_of(f"{year + step:04}-{name}") for step in steps}
    return {number: days for number, days in spans.items() if days}


def _middle(days: Interval) -> int:
    return (days.first.toordinal() + days.last.toordinal()) // 2


def period(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "the year-earlier quarter", "the latest period": the period spoken of, or the same one a year before."""
    told = scene.period or ""
    of_quarters = "-Q" in told or not told or (hit.part("unit") == "quarter" and "-" in told)
    spoken = latest("Q", scene) if of_quarters else dated(told)
    if spoken is None or not spoken.value[:4].isdigit():
        return Reading("DATE", "XXXX") if hit.part("ago") else None
    year = stated_year(hit, scene) or int(spoken.value[:4]) - (1 if hit.part("ago") else 0)
    return dated(f"{year:04}{spoken.value[4:]}")


def year_end(_hit: Hit, scene: Scene) -> Reading:
    """Reads "by year-end": the report's year, its December."""
    if scene.today is None:
        return Reading("DATE", "XXXX-12")
    return dated(f"{scene.today.year:04}-12")


def season(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "last summer", "the winter of 1994".

    Winter's year is that of its December, but a stated one may be of either end, so the days are not known.
    """
    name, which = SEASONS[hit.part("season") or ""], hit.part("which") or ""
    year = stated_year(hit, scene)
    if year is not None and hit.part("over"):
        return dated(f"{year:04}-{name}") if name == "WI" else Reading("DATE", f"{year:04}-{name}")
    if year is not None:
        return Reading("DATE", f"{year:04}-WI") if name == "WI" else dated(f"{year:04}-{name}")
    if scene.today is None or hit.part("relyear"):
        return Reading("DATE", f"XXXX-{name}")
    if which in ("this", "this same"):
        return dated(f"{scene.today.year:04}-{name}")
    return dated(f"{_season_year(name, which, scene):04}-{name}")


def _season_year(name: str, which: str, scene: Scene) -> int:
    today = scene.today or date.min
    spans = _around(name, today.year, (-2, -1, 0, 1))
    if which in ("last", "past", "this past", "the previous"):
        return max((year for year, days in spans.items() if days.last < today), default=today.year)
    if which in ("next", "coming", "this coming", "the next", "the following"):
        return min((year for year, days in spans.items() if days.first > today), default=today.year)
    return _nearest_year(name, scene)
