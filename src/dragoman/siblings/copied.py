"""Whether two reports have the same wire text, and which of its words show that."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.merge.copies import CONTAINED
from dragoman.merge.words import plain_words, shingles
from dragoman.model import Span
from dragoman.siblings.marks import each_has_own, figures_and_days

if TYPE_CHECKING:
    from dragoman.model import Report

LENGTH = 5
"""Words in a shingle."""
LEAST = 40
"""Shingles in common, a paragraph: a masthead or a boilerplate sentence is not a wire text."""
PART = 0.3
"""How much of the longer text the shorter must be: a brief within a long one may be quoted there years later."""

_WORD = re.compile(r"[^\W_]+")


def is_copy(one: Report, other: Report) -> bool:
    """Whether most of the shorter text stands in the longer, in days and figures too.

    Where each has figures, months or weekdays that the other lacks, they are two issues of what comes out again and
    again in the same words.
    """
    mine, theirs = _shingles(one.text), _shingles(other.text)
    shared, shorter, longer = len(mine & theirs), *sorted((len(mine), len(theirs)))
    if shared < LEAST or shared < CONTAINED * shorter or shorter < PART * longer:
        return False
    return not each_has_own(figures_and_days(one.text), figures_and_days(other.text))


def shared_words(report: Report, other: Report) -> Span:
    """The longest run of the report's words that stands in the other too, within one paragraph."""
    theirs = _shingles(other.text)
    best = Span(0, 0)
    for paragraph in re.finditer(r"[^\n]+", report.text):
        words = list(_WORD.finditer(report.text, *paragraph.span()))
        first: int | None = None
        for at in range(len(words) - LENGTH + 1):
            run = [match[0].casefold() for match in words[at : at + LENGTH]]
            if not shingles(run, LENGTH) <= theirs:
                first = None
                continue
            first = at if first is None else first
            span = Span(words[first].start(), words[at + LENGTH - 1].end())
            best = max(best, span, key=lambda one: (one.end - one.start, -one.start))
    return best


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[int]:
    """A text's shingles; those of a dated report are asked for by each report that is like it."""
    return shingles(plain_words(text), LENGTH)
