"""What a story is about, and which part of a line is about it: names, long words and figures, by their stems."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.article.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.article.prose import Line

_COMMON = frozenset(read_list("common_words"))
_CAPITALS = re.compile(r"\b[A-Z]{2}[^\W_]?\b")
_STEM = 6
_SHORT = 3
_SAMPLE = 2000  # characters of a paragraph that say well enough what it is about, and words
_MOST_TERMS = 330


class Gist(NamedTuple):
    """The paragraphs that say what a story is about: the stems of all their words, and their text."""

    stems: frozenset[str]
    text: str


def gist_of(lines: Iterable[Line]) -> Gist:
    """The gist of some paragraphs, of long ones their beginnings."""
    taken = list(lines)
    stems = frozenset([word[:_STEM] for line in taken for word in line.terms[:_MOST_TERMS]])
    return Gist(stems, "\n".join([line.text[:_SAMPLE] for line in taken]))


def shared(line: Line, gist: Gist) -> tuple[int, int]:
    """How many of a line's topics the gist has, too, and how many there are."""
    words = line.terms[:_MOST_TERMS]
    topics = {word[:_STEM] for word in words if len(word) > _SHORT or word[0].isdecimal()} - _COMMON
    names = {name for name in _CAPITALS.findall(line.text[:_SAMPLE]) if name.casefold() not in _COMMON}
    found = sum([name in gist.text and name in _names(gist.text) for name in names])
    return len(topics & gist.stems) + found, len(topics) + len(names)


def share_of(line: Line, gist: Gist) -> float:
    """Which part of a line's topics the gist has; 0 where the line has none."""
    found, of = shared(line, gist)
    return found / of if of else 0.0


@lru_cache(maxsize=8)
def _names(text: str) -> frozenset[str]:
    """The words of two or three letters in a text that begin with two capitals."""
    return frozenset(_CAPITALS.findall(text))
