"""Amounts in a text: a number with what it counts, and whether two of them can both be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.merge.words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

Bound = Literal["just", "about", "least", "most"]

ABOUT = 0.15
"""By so much of the larger may a number be off that is given as "about" or "some"."""

_SMALL_TEXT = "one two three four five six seven eight nine ten eleven twelve"
_SMALL = {word: number for number, word in enumerate(_SMALL_TEXT.split(), 1)}
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(("about", "around", "some", "nearly", "almost", "roughly", "approximately"), "about"),
    **dict.fromkeys(("at least", "more than", "over", "no fewer than", "no less than", "upwards of"), "least"),
    **dict.fromkeys(("at most", "up to", "fewer than", "less than", "under", "no more than"), "most"),
}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NUMBER = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(_SMALL)}"
_AMOUNT = re.compile(
    rf"(?:(?P<bound>\b(?:{'|'.join(_BOUNDS)}))\s+)?(?P<money>[$€£¥])?(?<![\w.,-])(?P<number>{_NUMBER})(?![\w-])"
    rf"(?:[\s-]+(?P<scale>{'|'.join(_SCALE)})\b)?(?P<share>\s*(?:%|per\s?cent\b))?(?:\s+(?P<what>(?:[^\W\d_]+\s+){{0,2}}[^\W\d_]+))?",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:,\s*\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|(?:in|of)\s+\d{{4}})\b"
)
_END_OF_NOUN = re.compile(
    r"\s*\b(?:of|in|at|on|over|for|from|by|to|with|into|across|near|and|or|but|as|were|was|are|is|had|have|has|that|who"
    r"|died|fell|left|[a-z]{2,}(?:ed|ing))\b"
)
"""Where what is counted ends; a participle is taken for the verb ("20 men killed"), so "20 wounded men" is lost."""


class Amount(NamedTuple):
    """A number, how exactly it is meant, stems of what it counts (not whose they are), and the words that say it."""

    number: float
    bound: Bound
    what: frozenset[str]
    words: str


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of a text, in order; days and years are none, nor is a number that counts nothing named.

    Numbers in words count up to twelve, and with hundred, thousand and so on after them.
    """
    for found in _AMOUNT.finditer(_DATE.sub(lambda date: ";" * len(date[0]), text)):
        noun = _END_OF_NOUN.split(found["what"] or "")[0]
        what = frozenset(_counted(found, noun))
        if what:
            bound = _BOUNDS[found["bound"].casefold()] if found["bound"] else "just"
            end = found.end() if found["what"] is None else found.start("what") + len(noun)
            yield Amount(_value(found), bound, what, text[found.start() : end].strip())


def _value(found: re.Match[str]) -> float:
    word = found["number"].casefold()
    number = float(_SMALL[word] if word in _SMALL else word.replace(",", ""))
    return number * _SCALE[found["scale"].casefold()] if found["scale"] else number


def _counted(found: re.Match[str], noun: str) -> Iterator[str]:
    if found["money"]:
        yield found["money"]
    elif found["share"]:
        yield "%"
    else:
        yield from content_words(" ".join(word for word in noun.split() if word.islower()))


def at_odds(one: Amount, other: Amount) -> bool:
    """Whether two amounts count one thing, the one perhaps more closely named, and can't both be right."""
    if not (one.what <= other.what or other.what <= one.what):
        return False
    low, high = sorted((one, other), key=lambda amount: amount.number)
    if "about" in {one.bound, other.bound} and high.number - low.number <= ABOUT * high.number:
        return False
    return low.number != high.number and low.bound != "least" and high.bound != "most"
