"""Texts that are copies of one another: wire copy in many outlets, shortened or lightly edited.

Overlap of word shingles, as in Broder, "On the resemblance and containment of documents" (1997). A sample of the
shingles finds candidates; only these are compared in full, so the work grows with the texts and not with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dragoman.merge.groups import groups
from dragoman.merge.words import plain_words, shingles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EXACT_WORDS = 5
"""Fewer words than this can be the same by chance."""
NEAR_SHINGLES = 12
"""A text with fewer shingles is a copy only when it is the same word by word."""
CONTAINED = 0.6
"""Share of the shorter text's shingles that a copy has in common with the longer."""

_SAMPLE_FROM = 64  # shingles; shorter texts are indexed whole
_SAMPLE_ONE_IN = 8
_LEADERS = 40  # texts remembered for a shingle: the hundredth copy need only meet one of the first forty


def copy_groups(texts: Mapping[str, str], *, length: int = 5) -> dict[str, str]:
    """Each text's key with the least key of the texts that it is a copy of, itself if of none.

    `length` is the number of words in a shingle: 5 for reports, 3 for single sentences.
    """
    keys = sorted(texts)
    words = {key: plain_words(texts[key]) for key in keys}
    first_of: dict[tuple[str, ...], str] = {}
    long_enough = [key for key in keys if len(words[key]) >= EXACT_WORDS]
    pairs = [(first_of.setdefault(tuple(words[key]), key), key) for key in long_enough]
    distinct = {key: shingles(words[key], length) for key in first_of.values()}
    pairs.extend(_near(distinct))
    return groups(keys, pairs)


def _near(texts: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Pairs of which one holds most of the other; keys come in order."""
    leaders: defaultdict[int, list[str]] = defaultdict(list)
    for key, runs in texts.items():
        if len(runs) < NEAR_SHINGLES:
            continue
        sample = _sample(runs)
        shared = Counter(leader for run in sample for leader in leaders[run])
        for leader in shared:
            if _contained(runs, texts[leader]):
                yield leader, key
        for run in sample:
            if len(leaders[run]) < _LEADERS:
                leaders[run].append(key)


def _sample(runs: frozenset[int]) -> list[int]:
    """The shingles to look up: chosen by their hash, so that two texts choose the same of what they share."""
    if len(runs) < _SAMPLE_FROM:
        return sorted(runs)
    return sorted(run for run in runs if run % _SAMPLE_ONE_IN == 0)


def _contained(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= CONTAINED * min(len(one), len(other))
