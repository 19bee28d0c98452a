"""Find the times in a text: where each stands, which rule of the grammar it follows, and its parts."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.model import Span
from dragoman.times.fragments import any_of
from dragoman.times.numbers import NUMBER_WORDS
from dragoman.times.patterns import RULES
from dragoman.times.vocabulary import (
    DAYPARTS,
    DECADES,
    EASTER,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    MOVABLE,
    ORDINALS,
    REFERENCES,
    ROUGHLY,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)


class Hit(NamedTuple):
    """A time as it stands: its words, the rule that took them, and its parts in lower case, in the text's order."""

    span: Span
    rule: str
    parts: dict[str, tuple[str, ...]]

    def part(self, name: str) -> str | None:
        """The first part of that name, or None."""
        return self.parts.get(name, (None,))[0]


_ARTICLES = "the a an its their these those that this last next past first coming following previous final latest"
_PARTS = "current present recent early earlier late later mid middle sometime all beginning start end close rest half"
_OTHERS = (
    "yesterday today tomorrow tonight once twice each every fiscal calendar financial comparable corresponding same"
    " year-ago year-earlier most remainder soon now someday eve years turn fy q[1-4] h[12] fy[0-9]{2,4}"
)
_OPENERS = (
    *(word for table in (MONTHS, WEEKDAYS, SEASONS, DAYPARTS, ORDINALS, DECADES) for word in table),
    *FREQUENCIES,
    *(name.replace("'", "['’]") for name in (*HOLIDAYS, *MOVABLE, *EASTER)),
    *(phrase for phrases in REFERENCES.values() for phrase in phrases),
    *(f"{unit}(?:s|-?long)?" for unit in UNITS),
    *ROUGHLY,
    *VAGUE,
    *f"{_ARTICLES} {_PARTS} {_OTHERS}".split(),
)
"""What a time may begin with, figures aside: only there are the rules tried."""
_START = re.compile(rf"(?<![\w$€£¥#.,])['’]?(?:[0-9]|(?:{any_of(_OPENERS)}|{NUMBER_WORDS})(?!\w))", re.IGNORECASE)
_WEAK = frozenset({"the", "a", "an", "its", "their", "these", "those", "that", "this", "all", "just", "about", "over"})
"""Openers that are no word of time themselves."""
_SOON = 48
"""Signs within which a word of time follows such an opener; in four sets of news texts it never came after 40."""
_LOOKALIKES = str.maketrans("ıİſK", "iisk")
"""Letters that `re` takes for plain ones when case is ignored."""
_NAMES = ("month", "weekday", "holiday")


def tag(text: str) -> list[Hit]:
    """All times in the text from left to right, none over another; the longest at each place."""
    hits, end = list[Hit](), 0
    for at in _starts(text):
        hit = _longest(text, at) if at >= end else None
        if hit:
            hits.append(hit)
            end = hit.span.end
    return hits


def _starts(text: str) -> list[int]:
    """Where a time may begin: at a figure or a word of time, at an article only if one of these follows soon."""
    found: list[tuple[int, bool]] = []
    start = _START.search(text)
    while start:
        found.append((start.start(), start.group().lower() in _WEAK))
        start = _START.search(text, start.start() + 1)
    kept, word = list[int](), len(text) + _SOON
    for at, is_weak in reversed(found):
        word = word if is_weak else at
        if word - at < _SOON:
            kept.append(at)
    return kept[::-1]


def _longest(text: str, at: int) -> Hit | None:
    best, name = None, ""
    for rule in RULES:
        match = rule.pattern.match(text, at)
        if match is None or (best and match.end() <= best.end()):
            continue
        if (rule.before is None or rule.before.search(text, max(0, at - 40), at)) and _is_written_as_a_name(match):
            best, name = match, rule.name
    return Hit(Span(at, best.end()), name, _parts(best)) if best else None


def _is_written_as_a_name(match: re.Match[str]) -> bool:
    """English writes months, weekdays and holidays with a capital; "may", "march" and "sat" are other words."""
    return all(
        not match.string[match.start(group)].islower()
        for group, words in match.groupdict().items()
        if words and group.rstrip("0123456789") in _NAMES
    )


def _parts(match: re.Match[str]) -> dict[str, tuple[str, ...]]:
    parts: dict[str, tuple[str, ...]] = {}
    for group, words in match.groupdict().items():
        if words is not None:
            name = group.rstrip("0123456789")
            parts[name] = (*parts.get(name, ()), " ".join(words.translate(_LOOKALIKES).lower().split()))
    return parts
