"""Date stamps: lines that say when a page was published or updated, and nothing else of the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.sources.dates import find_days

if TYPE_CHECKING:
    from datetime import date

Role = Literal["published", "updated", "bare"]

_LONGEST = 160
_ZONE = (
    r"(?:\s?\(?(?:Z|UTC|GMT|[A-Z]{1,4}[SDT]T|[A-Z]{2}T|hours|hrs|(?:[A-Z][a-z]+|local) time)\)?)?"
    r"(?:\s?\(?(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d\d)?\)?)?"
)
_CLOCK = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
_TIME = re.compile(_CLOCK + _ZONE, re.IGNORECASE)
_TIME_AFTER = re.compile(r"(?:\s?[,|T–-]\s?|\s+)?(?:at\s+|on\s+)?(?:\(\s?)?" + _CLOCK + _ZONE, re.IGNORECASE)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY_BEFORE = re.compile(rf"\b{_DAY_NAME}\b\.?,?\s*$", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:first |originally )?(?:published|posted|created|issued|released|publication date|date published|input)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:last |latest )?(?:updated?|modified|edited|revised|corrected)\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:an?|one|\d+)\s(?:min(?:ute)?|hour|hr|day|week|month|year)s?(?:\sand\s\d+\s\w+)?\sago\b|^just now$",
    re.IGNORECASE,
)
_READING = re.compile(r"\b(?:\d+|one)[\s-]min(?:ute)?s?[\s-](?:read|listen|watch)\b|\breading time\b", re.IGNORECASE)
_SMALL = re.compile(
    rf"\b(?:{_DAY_NAME}|date|dated|time|on|at|in|the|of|article|story|news|is|was|est|report|read|local|online|print|web)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|[\s|/•·,;–-])[Bb][Yy]:?\s(?P<names>.+)$")
_PARTS = re.compile(r"\s[|•·/–-]\s")
_POSSIBLE = re.compile(r"\d|ago\b|just now", re.IGNORECASE)
_GAPS = re.compile(r"[\W\d_]+")


class Stamp(NamedTuple):
    """A date on a page: its exact words, the day, what it dates, and where in the line it starts."""

    words: str
    day: date
    role: Role
    start: int


def stamps_in(line: str) -> list[Stamp]:
    """The dates of a stamp line; empty for a line that is no stamp or whose dates the calendar doesn't have."""
    return [_stamp(line, *found) for found in find_days(line[:_LONGEST])] if is_stamp(line) else []


def is_stamp(line: str) -> bool:
    """Whether a line holds a date, a time or an age ("2 hours ago") and beside it at most names, no sentence."""
    if len(line) > _LONGEST or not _POSSIBLE.search(line):
        return False
    rest, found = _without_dates(line)
    labelled = bool(_FIRST.search(rest) or _LATER.search(rest))
    for pattern in (_AGO, _READING, _TIME):
        shorter = pattern.sub(" | ", rest)
        found = found or (shorter != rest and (labelled or pattern is not _TIME or not _words(shorter)))
        rest = shorter
    if not found:
        return False
    rest = _SMALL.sub(" ", _LATER.sub(" ", _FIRST.sub(" ", _BY.sub(" ", rest))))
    words = _words(rest)
    most = 8 if _PARTS.search(line) else 3
    return len(words) <= most and not any(word[0].islower() and word.isascii() for word in words)


def byline_beside(line: str) -> str | None:
    """The names that follow "By" on a stamp line."""
    rest, _ = _without_dates(line)
    rest = _TIME.sub(" | ", rest)
    found = _BY.search(rest)
    names = found["names"].split("|")[0].strip(" ,;-–") if found else ""
    return names or None


def _words(rest: str) -> list[str]:
    return [word for word in _GAPS.split(rest) if word]


def _without_dates(line: str) -> tuple[str, bool]:
    """The line with each date blanked, and whether there was one."""
    pieces, last = [], 0
    for start, end, _ in find_days(line):
        pieces.append(line[last:start])
        last = end
    pieces.append(line[last:])
    return " | ".join(pieces), len(pieces) > 1


def _stamp(line: str, start: int, end: int, day: date) -> Stamp:
    """The date with the weekday before and the time after it, and what the words before it say it dates."""
    before = line[:start]
    first, later = ([m.start() for m in pattern.finditer(before)] for pattern in (_FIRST, _LATER))
    role: Role = "bare"
    if first or later:
        role = "published" if max(first, default=-1) > max(later, default=-1) else "updated"
    if weekday := _DAY_BEFORE.search(before):
        start = weekday.start()
    if clock := _TIME_AFTER.match(line, end):
        end = clock.end()
    return Stamp(line[start:end].strip(), day, role, start)
