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
    words = _with_half(words)
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


def _with_half(words: str) -> str:
    """The time with "a.m." or "p.m." for "in the morning", "at night" and the like; night is a.m. up to five."""
    hour, _, part = words.replace(" o'clock", "").replace(" o’clock", "").partition(" ")
    if part == "in the morning" or (part == "at night" and int(hour.split(":")[0]) < 6):
        return f"{hour} am"
    return f"{hour} pm" if part in ("in the afternoon", "in the evening", "at night") else words


def _offset(zone: str | None) -> str:
    zone = (zone or "").strip("()").upper().replace(" ", "")
    if zone in ("UTC", "GMT", "Z"):
        return "Z"
    if named := re.fullmatch(r"(?:UTC|GMT)([+-])([0-9]{1,2})(?::?([0-9]{2}))?", zone):
        return f"{named[1]}{int(named[2]):02}:{named[3] or '00'}"
    return zone if re.fullmatch(r"[+-][0-9]{2}:?[0-9]{2}", zone) else ""
