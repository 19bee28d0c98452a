"""How alike two statements are in what they say: TF-IDF over stems, numbers and who is named."""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.comparing_sentences import sentences
from dragoman.merge.words import content_words
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.model import Report

ALIKE = 0.25
"""Cosine from which two statements say the same thing.

On thirteen occasions written for this (test_comparing_occasions.txt), with 23 pairs of statements that say the same in
two renderings and 120 that don't, 21 pairs are found from .25 on, and 2 wrong ones; from .2 on as many and 4 wrong,
from .28 on 17 and 1. Accepted gap: words are compared and not what they say, so "good relations with its neighbours" of
one side is like "good relations between its neighbours" of the other.
"""

Content = frozenset[str]
"""What a statement says: stems of its words, and "@" with the name of each actor in it."""

_WORD = re.compile(r"[^\W_]+")


class Rarity(NamedTuple):
    """In how many of how many sentences a stem or a name stands."""

    sentences: int
    spread: Mapping[str, int]

    def weight(self, word: str) -> float:
        """What a word counts: the rarer, the more; one that stands everywhere still counts a little."""
        return log(1 + self.sentences / max(self.spread.get(word, 0), 1))


def content(report: Report, span: Span, without: Sequence[Span] = ()) -> Content:
    """The stems of a stretch of a report, but the actors in it by who they are, not by what they are called.

    `without` are stretches that say who reports it; they belong to no statement.
    """
    return frozenset(word for _, word in _places(report, span, without))


def rarity(reports: Iterable[Report]) -> Rarity:
    """How rare each stem and name is in all sentences of these reports."""
    found = [content(report, span) for report in reports for span in sentences(report)]
    return Rarity(len(found), Counter(word for words in found for word in words))


def alike(one: Content, other: Content, known: Rarity) -> float:
    """The cosine of two contents, from 0 to 1."""
    shared = _squares(one & other, known)
    return shared / sqrt(_squares(one, known) * _squares(other, known)) if shared else 0.0


def only_in(report: Report, span: Span, others: Iterable[Content], without: Sequence[Span] = ()) -> tuple[str, ...]:
    """The words of a stretch, in order and as they stand, whose stems and names none of the others has."""
    theirs: Content = frozenset().union(*others)
    places = sorted(_places(report, span, without))
    return tuple(dict.fromkeys(where.of(report.text) for where, word in places if word not in theirs))


def _places(report: Report, span: Span, without: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Each name and each word with a meaning in a stretch, and what it counts as; single digits mean something too."""
    named = [
        (mention.span, f"@{(actor.wikidata or actor.name).casefold()}")
        for actor in report.actors
        for mention in actor.mentions
        if span.holds(mention.span) and not any(cut.overlaps(mention.span) for cut in without)
    ]
    yield from named
    for part in _between(
        span, sorted([*(where for where, _ in named), *(cut for cut in without if cut.overlaps(span))])
    ):
        for found in _WORD.finditer(report.text, part.start, part.end):
            for word in content_words(found[0]) if len(found[0]) > 1 else filter(str.isdigit, found[0]):
                yield Span(found.start(), found.end()), word


def _between(span: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch without some others, given in order."""
    at = span.start
    for cut in cuts:
        if cut.start > at:
            yield Span(at, min(cut.start, span.end))
        at = max(at, cut.end)
    if at < span.end:
        yield Span(at, span.end)


def _squares(words: Content, known: Rarity) -> float:
    return sum(known.weight(word) ** 2 for word in sorted(words))
