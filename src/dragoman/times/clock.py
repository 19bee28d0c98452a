"""Times of day."""

from __future__ import annotations

import re

_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def read_clock(words: str | None, zone: str | None = None) -> str | None:
    """What follows the day in a TIMEX3 value ("2:05am" is T02:05, "12:00am" T00:00); None if it is no time of day.

    A bare "5 o'clock" is None, for nothing says of which half of the day. Only UTC and numeric offsets are kept, as
    TIMEX3 has no names of zones.
    """
    if words is None:
        return None
    if words in _WORDS:
        return _WORDS[words]
    match = re.fullmatch(
        r"([0-9]{1,2}?)(?:[:.]?([0-9]{2}))?(?:[:.]([0-9]{2}))?(?:\.[0-9]+)?\s?([ap])?\.?(?:m\.?)?", words
    )
    if match is None:
        return None
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    if match.group(4):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match.group(4) == "p" else 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    second = f":{match.group(3)}" if match.group(3) else ""
    return f"T{hour:02}:{minute:02}{second}{_offset(zone)}"


def _offset(zone: str | None) -> str:
    zone = (zone or "").strip("()").upper()
    if zone in ("UTC", "GMT", "Z"):
        return "Z"
    return zone if re.fullmatch(r"[+-][0-9]{2}:?[0-9]{2}", zone) else ""
