"""Resolve amounts of time and what counts by them: "three days", "two years ago", "every week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.model import Interval
from dragoman.times.calendar_days import shift
from dragoman.times.numbers import read_number
from dragoman.times.reading import Reading, Scene, relative
from dragoman.times.vocabulary import CLOCK_UNITS, DAYPARTS, FREQUENCIES, MONTHS, SEASONS, UNITS, VAGUE, WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from dragoman.times.tagging import Hit

MOST = 99_999
"""More of a unit than this is no amount that news tells."""
_COUNTS = {
    "a": 1,
    "an": 1,
    "a full": 1,
    "a dozen": 12,
    "half a dozen": 6,
    "a quarter of a": 0.25,
    **dict.fromkeys(("a couple of", "couple of", "a couple", "couple"), 2),
}
_SMALLER = {"Y": ("M", 12), "H": ("M", 60), "TM": ("S", 60)}
"""What half a year, an hour and a minute are counted in."""


def count_of(words: str) -> float | None:
    """The number behind an amount: "a" is 1, "a couple of" 2, "half an" 0.5; None for "several" and the like."""
    words, _, extra = words.replace("-and-a-", " and a ").partition(" and a ")
    more = {"half": 0.5, "quarter": 0.25}.get(extra, 0.0)
    if words in _COUNTS:
        return _COUNTS[words] + more
    if words.startswith("half") or words.endswith(" half"):
        return 0.5
    number = read_number(words.removeprefix("a ")) if words not in VAGUE else None
    return number + more if number is not None else None


def is_told(words: str, count: float | None) -> bool:
    """Whether news tells such an amount: a vague one, or a number above nought and within reason."""
    return words in VAGUE if count is None else 0 < count <= MOST


def amount_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units ("P3D", "PT2H", "P2Y6M"); an unknown number is X, as in "PXM"."""
    designator = UNITS[unit]
    clock = "T" if unit in CLOCK_UNITS else ""
    if unit == "fortnight" and count is not None:
        count *= 2
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
    if len(amounts) == 1 and not is_told(amounts[0], count):
        return None
    value = amount_value(count, unit)
    return Reading("DURATION", value, _touching(hit.part("directed") or "", unit, count, scene.today))


def _touching(directed: str, unit: str, count: float | None, today: date | None) -> Interval | None:
    """The days up to the report for "the last three weeks", the days from it on for "the next"."""
    sign = 1 if re.search(r"next|coming", directed) else -1 if re.search(r"last|past", directed) else 0
    if not sign or today is None or count is None or count % 1 or unit in CLOCK_UNITS:
        return None
    end = shift(today, UNITS[unit], sign * int(count) * weeks_in(unit))
    return Interval(*sorted((today, end))) if end else None


def weeks_in(unit: str) -> int:
    """How many of the calendar's units one unit is: a fortnight is two weeks."""
    return 2 if unit == "fortnight" else 1


def unit_long(hit: Hit, _scene: Scene) -> Reading:
    """Reads "a day-long", "yearlong"."""
    return Reading("DURATION", amount_value(1, hit.part("unit") or ""))


def span_of(hit: Hit, _scene: Scene) -> Reading:
    """Reads "for months", "decades-long": an unknown number of units."""
    return Reading("DURATION", amount_value(None, hit.part("unit") or ""))


def recent(_hit: Hit, _scene: Scene) -> Reading:
    """Reads "recent weeks" is no certain time."""
    return relative(-1)


def frequency(hit: Hit, _scene: Scene) -> Reading | None:
    """Reads "daily", "every two weeks", "twice a year": a SET at its period."""
    if hit.part("adverb"):
        return Reading("SET", FREQUENCIES[hit.part("adverb") or ""])
    count = count_of(hit.part("amount") or "one") or 0
    if hit.part("every") == "every other":
        count = 2
    return Reading("SET", amount_value(count, hit.part("unit") or "")) if 0 < count <= MOST else None


def rate(hit: Hit, _scene: Scene) -> Reading:
    """Reads "six trains a day", "$3 million a year"."""
    return Reading("SET", amount_value(1, hit.part("unit") or ""))


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
