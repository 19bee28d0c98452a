"""Date stamps: lines that say when a page was published or updated, and nothing else of the story."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.article.days import dates_in, settle
from dragoman.article.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dragoman.article.days import Found, Order

Role = Literal["first", "published", "updated", "bare", "seen"]
"""What a date dates: the first publication, one, a later change, nothing named, or the day of looking at the page."""

_LONGEST = 160
_ZONE = (
    r"(?:\s?\(?(?:Z|UTC|GMT|[A-Z]{1,4}[SDT]T|[A-Z]{2}T|hours|hrs|(?:[A-Z][a-z]+|local) time)\)?)?"
    r"(?:\s?\(?(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d\d)?\)?)?(?:\s?\(\d{4}\s(?:GMT|UTC)\))?"
)
_CLOCK = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
_TIME = re.compile(_CLOCK + _ZONE, re.IGNORECASE)
_TIME_AFTER = re.compile(r"(?:\s?[,|T–-]\s?|\s+)?(?:at\s+|on\s+)?(?:\(\s?)?" + _CLOCK + _ZONE, re.IGNORECASE)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY_BEFORE = re.compile(rf"\b{_DAY_NAME}\b\.?,?\s*$", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:\b|(?<=\d))(?:(?P<first>first |originally )?(?:published|posted|created|issued|released|publication date|"
    r"date published|input|filed|uploaded|publié|publisert|publicado|publicerad|veröffentlicht|erstellt|pubblicato|"
    r"опубликовано)|(?P<orig>date of first publication))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:\b|(?<=\d))(?:last |latest )?(?:updated?|modified|edited|revised|corrected|changed|oppdatert|actualizado|"
    r"mis à jour|modifié|aktualisiert|atualizado|aggiornato|uppdaterad|обновлено|amended)\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:retrieved|accessed|fetched|printed|downloaded|captured|today(?:['’]s)?|viewed|load-date|current time)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:(?:an?|one|\d+)\s(?:min(?:ute)?|hour|hr|day|week|month|year)s?(?:\sand\s\d+\s\w+)?|\d+\s?(?:h|m|d|hrs|mins))\sago\b"
    r"|^just now$|^[•·]?\s?\d+\s?[hdm]\b",
    re.IGNORECASE,
)
_READING = re.compile(r"\b(?:\d+|one)[\s-]min(?:ute)?s?[\s-](?:read|listen|watch)\b|\breading time\b", re.IGNORECASE)
_SMALL = re.compile(
    rf"\b(?:{_DAY_NAME}|date|dated|time|on|at|in|the|of|de|article|story|news|is|was|est|report|read|local|online|print|"
    r"web|hrs|hours|version|issue|no|vol|volume|edition|kl|klokken|uhr|um|den|le|à|a las|alle|ore|day|est)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|[\s|/•·,;–-])(?:written )?by:?\s(?P<names>.+)$", re.IGNORECASE)
_PARTS = re.compile(r"\s[|•·/–-]\s")
_DIGIT = re.compile(r"\d")
_TIMED = re.compile(r"\d|[aA][gG][oO]\b|[mM][iI][nN]|[nN][oO][wW]|[rR][eE][aA][dD]")
_GAPS = re.compile(r"[\W\d_]+")

_VOCABULARY = frozenset(
    [*read_list("stamp_words"), *(name for entry in read_list("months") for name in entry.split()[1:])]
)


class Stamp(NamedTuple):
    """A date on a page: its exact words, the day, what it dates, and where in the line it starts."""

    words: str
    day: date
    role: Role
    start: int


def stamps_in(line: str, order: Order | None = None, sure: Iterable[date] = ()) -> list[Stamp]:
    """The dates of a stamp line; empty for a line that is no stamp or whose dates the calendar doesn't have.

    A date whose order is open is read by a weekday beside it, by the `order` of the page's other dates, or as the day
    that is near a `sure` one; else it is left out.
    """
    if not is_stamp(line):
        return []
    settled = [(found, settle(found, line, order, sure)) for found in dates_in(line)]
    return [_stamp(line, found, day) for found, day in settled if day]


def is_stamp(line: str) -> bool:
    """Whether a line holds a date, a time or an age ("2 hours ago") and beside it at most names, no sentence."""
    if len(line) > _LONGEST or not (_DIGIT.search(line) or "ago" in (small := line.lower()) or "just now" in small):
        return False
    return _could_be(line) and _is_stamp(line)


@lru_cache(maxsize=1024)
def _is_stamp(line: str) -> bool:
    rest, found = _without_dates(line)
    if not any(map(str.isalnum, rest)):
        return found
    for pattern in (_AGO, _READING, _TIME) if _TIMED.search(rest) else ():
        shorter = pattern.sub(" | ", rest)
        found = found or (shorter != rest and (pattern is not _TIME or not _words(shorter) or _is_labelled(rest)))
        rest = shorter
    if not found:
        return False
    most = 8 if _PARTS.search(line) else 3
    return _are_few(_words(rest), most) or _are_few(_words(_bare(rest)), most)


def _is_labelled(rest: str) -> bool:
    return bool(_FIRST.search(rest) or _LATER.search(rest))


def _bare(rest: str) -> str:
    """What is left of a line without dates when the words that go with them are taken out."""
    return _SMALL.sub(" ", _SEEN.sub(" ", _LATER.sub(" ", _FIRST.sub(" ", _BY.sub(" ", rest)))))


def _are_few(words: Sequence[str], most: int) -> bool:
    """Whether the words are few, and none a small one, of which sentences are made."""
    return len(words) <= most and not any(word[0].islower() and word.isascii() for word in words)


def _could_be(line: str) -> bool:
    """Whether all small words of a line, up to "by", are ones that stamps have: a cheap look before the patterns."""
    for word in line.split():
        if word.isalpha() and word.isascii() and word.islower():
            if word == "by":
                return True
            if word not in _VOCABULARY:
                return False
    return True


def role_named(line: str) -> Role | None:
    """What a line of nothing but a label ("Originally published") says of the next line's date; None for others."""
    if len(line) > 40:
        return None
    for pattern, role in ((_FIRST, "published"), (_LATER, "updated")):
        found = pattern.match(line)
        if found and not _words(_SMALL.sub(" ", line[found.end() :])) and not any(map(str.isdigit, line)):
            if role == "updated":
                return "updated"
            return "first" if found["first"] else "published"
    return None


def byline_beside(line: str) -> str | None:
    """The names that follow "By" on a stamp line."""
    if "by" not in line.lower():
        return None
    rest, _ = _without_dates(line)
    rest = _TIME.sub(" | ", rest)
    found = _BY.search(rest)
    names = _DAY_BEFORE.sub("", found["names"].split("|")[0].rstrip()).strip(" ,;-–") if found else ""
    return names or None


def _words(rest: str) -> list[str]:
    return [word for word in _GAPS.split(rest) if word]


def _without_dates(line: str) -> tuple[str, bool]:
    """The line with each date blanked, and whether there was one."""
    pieces, last = [], 0
    for found in dates_in(line):
        pieces.append(line[last : found.start])
        last = found.end
    pieces.append(line[last:])
    return " | ".join(pieces), len(pieces) > 1


def _stamp(line: str, found: Found, day: date) -> Stamp:
    """The date with the weekday before and the time after it, and what the words before it say it dates."""
    start, end = found.start, found.end
    before = line[:start]
    role = _role(before)
    if weekday := _DAY_BEFORE.search(before):
        start = weekday.start()
    if clock := _TIME_AFTER.match(line, end):
        end = clock.end()
    return Stamp(line[start:end].strip(), day, role, start)


def _role(before: str) -> Role:
    first, later = list(_FIRST.finditer(before)), list(_LATER.finditer(before))
    if not first and not later:
        return "seen" if _SEEN.search(before) else "bare"
    if later and (not first or first[-1].start() < later[-1].start()):
        return "updated"
    return "first" if first[-1]["first"] or first[-1]["orig"] else "published"
