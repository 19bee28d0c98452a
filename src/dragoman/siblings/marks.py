"""Figures by which two texts that are otherwise alike turn out to be of different years: of yearly summits, say."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.times.numbers import read_ordinal
from dragoman.times.vocabulary import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
)
_COUNTED = re.compile(rf"\b({_ORDINALS}|\d+(?:st|nd|rd|th))\s+([a-z]+)(?:\s+([a-z]+))?", re.IGNORECASE)
_UNCOUNTED = frozenset({"time"} | MONTHS.keys())
"""Of what "the first time" is, another text may well tell a third; and the 3rd of May is a day."""
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted({*MONTHS, *WEEKDAYS}, key=len, reverse=True))})\b", re.IGNORECASE)


class Marks(NamedTuple):
    """The years that a text names, and what it counts by ordinals with the numbers it has there."""

    years: frozenset[str]
    counted: Mapping[str, AbstractSet[int | None]]


def marks_of(text: str) -> Marks:
    """The years and ordinals of a text."""
    return Marks(frozenset(_YEAR.findall(text)), _counted(text))


def are_of_two_years(one: Marks, other: Marks) -> bool:
    """Whether each text names years that the other doesn't, or both count one thing and disagree: a 14th, a 15th."""
    if each_has_own(one.years, other.years):
        return True
    theirs = other.counted
    return any(numbers.isdisjoint(theirs[thing]) for thing, numbers in one.counted.items() if thing in theirs)


def figures(text: str) -> frozenset[str]:
    """All figures of a text, years and days too."""
    return frozenset(_FIGURE.findall(text))


def figures_and_days(text: str) -> frozenset[str]:
    """All figures, months and weekdays of a text."""
    return figures(text) | {word.casefold() for word in _NAMED.findall(text)}


def each_has_own(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether each set has something that the other lacks; one that merely says more contradicts nothing."""
    return bool(one - other) and bool(other - one)


def _counted(text: str) -> dict[str, set[int | None]]:
    """What is counted by ordinals, and the numbers that it has: "the 14th ASEAN summit" is of an ASEAN and a summit."""
    found: defaultdict[str, set[int | None]] = defaultdict(set)
    for number, *words in _COUNTED.findall(text):
        things = [word.casefold() for word in words if len(word) > 3]
        for thing in things if _UNCOUNTED.isdisjoint(things) else ():
            found[thing].add(read_ordinal(number.casefold()))
    return found
