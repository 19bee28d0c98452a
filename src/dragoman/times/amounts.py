"""Resolve amounts of time and what counts by them: "three days", "two years ago", "every week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.model import Interval
from dragoman.times.calendar_days import shift, value_at
from dragoman.times.numbers import read_number
from dragoman.times.reading import Reading, Scene, dated, relative
from dragoman.times.vocabulary import CLOCK_UNITS, DAYPARTS, FREQUENCIES, MONTHS, SEASONS, UNITS, VAGUE, WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from dragoman.times.tagging import Hit

_MOST = 99_999
_SMALLER = {"Y": ("M", 12), "H": ("M", 60), "TM": ("S", 60)}
"""What half a year, an hour and a minute are counted in."""


def count_of(words: str) -> float | None:
    """The number behind an amount: "a" is 1, "a couple of" 2, "half an" 0.5; None for "several" and the like."""
    words, _, extra = words.partition(" and a ")
    more = {"half": 0.5, "quarter": 0.25}.get(extra, 0.0)
    if words in ("a couple of", "couple of", "a couple", "couple"):
        return 2 + more
    if words in VAGUE:
        return None
    if words.startswith("half") or words.endswith(" half"):
        return 0.5
    if words in ("a", "an", "a full"):
        return 1 + more
    if words == "a dozen":
        return 12
    number = read_number(words.removeprefix("a "))
    return number + more if number is not None else None


def amount_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units ("P3D", "PT2H", "P2Y6M"); an unknown number is X, as in "PXM"."""
    designator = UNITS[unit]
    clock = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        return f"P{clock}X{designator}"
    if designator in ("DE", "CE"):
        count, designator = count * (10 if designator == "DE" else 100), "Y"
    whole, part = int(count), count - int(count)
    smaller, size = _SMALLER.get("TM" if clock and designator == "M" else designator, ("", 0))
    if part and smaller and (part * size) % 1 == 0:
        head = f"{whole}{designator}" if whole else ""
        return f"P{clock or ('T' if designator == 'H' else '')}{head}{int(part * size)}{smaller}"
    return f"P{clock}{whole if not part else f'{count:g}'}{designator}"


def duration(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "three days", "the last two weeks": how long, and which days where they touch the report's."""
    unit, amounts = hit.part("unit") or "", hit.parts["amount"]
    count = count_of(amounts[0]) if len(amounts) == 1 else None
    if hit.part("half") and count is not None:
        count += 0.5
    if count is not None and not 0 < count <= _MOST:
        return None
    value = amount_value(count, unit)
    return Reading("DURATION", value, _touching(hit.part("directed") or "", unit, count, scene.today))


def _touching(directed: str, unit: str, count: float | None, today: date | None) -> Interval | None:
    """The days up to the report for "the last three weeks", the days from it on for "the next"."""
    sign = 1 if re.search(r"next|coming", directed) else -1 if re.search(r"last|past", directed) else 0
    if not sign or today is None or count is None or count % 1 or unit in CLOCK_UNITS:
        return None
    end = shift(today, UNITS[unit], sign * int(count))
    return Interval(*sorted((today, end))) if end else None


def span_of(hit: Hit, _scene: Scene) -> Reading:
    """Reads "for months", "decades-long": an unknown number of units."""
    return Reading("DURATION", amount_value(None, hit.part("unit") or ""))


def recent(_hit: Hit, _scene: Scene) -> Reading:
    """Reads "recent weeks" is no certain time."""
    return relative(-1)


def ago(hit: Hit, scene: Scene) -> Reading | None:
    """Reads "two years ago" from the report's day; "two years earlier", "eight days later" from the event told last.

    "a year ago" and "a year earlier" beside a quarter or a month mean the same one of the year before.
    """
    unit, way = hit.part("unit") or "", hit.part("way") or ""
    count = count_of(hit.part("amount") or "")
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    from_report = way in ("ago", "hence") or way.startswith("from")
    if count is None:
        return relative(sign)
    if unit in CLOCK_UNITS or count % 1 or count > _MOST:
        return Reading("DURATION", amount_value(count, unit)) if count <= _MOST else None
    if UNITS[unit] == "Y" and sign < 0 and scene.period and "-Q" in scene.period and count == 1:
        return dated(f"{int(scene.period[:4]) - 1:04}{scene.period[4:]}")
    base = scene.today if from_report else scene.event_day or (scene.today if sign < 0 and UNITS[unit] == "Y" else None)
    day = shift(base, UNITS[unit], sign * int(count)) if base else None
    if base and day is None:
        return None
    if day is None:
        return relative(sign)
    coarse = {"DE": "Y", "CE": "Y"}.get(UNITS[unit], UNITS[unit])
    value = value_at(day, coarse)
    around = coarse != "D" and hit.part("rough")
    return Reading("DATE", value) if around or coarse != UNITS[unit] else dated(value)


def ago_plain(hit: Hit, _scene: Scene) -> Reading:
    """Reads "months ago", "weeks later"."""
    return relative(1 if hit.part("way") == "later" else -1)


def frequency(hit: Hit, _scene: Scene) -> Reading | None:
    """Reads "daily", "every two weeks", "twice a year": a SET at its period."""
    if hit.part("adverb"):
        return Reading("SET", FREQUENCIES[hit.part("adverb") or ""])
    count = count_of(hit.part("amount") or "one") or 0
    if hit.part("every") == "every other":
        count = 2
    return Reading("SET", amount_value(count, hit.part("unit") or "")) if 0 < count <= _MOST else None


def every_name(hit: Hit, _scene: Scene) -> Reading:
    """Reads "every Friday", "each July", "every summer"."""
    weekday, month, season = (hit.part(name) for name in ("weekday", "month", "season"))
    if weekday:
        value = f"XXXX-WXX-{WEEKDAYS[weekday.rstrip('.')]}"
    elif month:
        value = f"XXXX-{MONTHS[month.rstrip('.')]:02}"
    else:
        value = f"XXXX-{SEASONS[season or '']}"
    return Reading("SET", value + DAYPARTS.get(hit.part("daypart") or "", ""))


def weekdays(hit: Hit, _scene: Scene) -> Reading:
    """Reads "Mondays", "Tuesday nights"."""
    number = WEEKDAYS[hit.part("weekday") or ""]
    return Reading("SET", f"XXXX-WXX-{number}" + DAYPARTS.get(hit.part("daypart") or "", ""))


def year_amount(_hit: Hit, _scene: Scene) -> Reading:
    """Reads "the year ended March 31": twelve months, not a calendar year."""
    return Reading("DURATION", "P1Y")
