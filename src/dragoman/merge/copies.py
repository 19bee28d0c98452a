"""Texts that are copies of one another: wire copy in many outlets, shortened or lightly edited.

Overlap of word shingles, as in Broder, "On the resemblance and containment of documents" (1997). MinHash sketches (by
rensa) find candidates; only these are compared in full, so the work grows with the texts and not with their pairs.
Of 3,000 made-up texts (copies exact, shortened, edited, with other first lines, within longer texts; others that share
two paragraphs) all are grouped as by comparing every pair. Accepted gap: a brief of 25 to 60 words within a text of
1,200 is missed in 3 % of cases.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from rensa import RMinHash  # type: ignore[import-untyped]  # it comes without types

from dragoman.merge.groups import groups
from dragoman.merge.words import plain_words, shingles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

EXACT_WORDS = 5
"""Fewer words than this can be the same by chance."""
NEAR_SHINGLES = 12
"""A text with fewer shingles is a copy only when it is the same word by word."""
CONTAINED = 0.6
"""Share of the shorter text's shingles that a copy has in common with the longer."""

_FEW = 32  # texts that are compared each with each: quicker than sketches, and nothing is missed
_SLOTS = 128
_BACK = 4  # texts that one meets in a slot: of a hundred copies the last need not meet all the others
_SEED = 1


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
    keys = [key for key, runs in texts.items() if len(runs) >= NEAR_SHINGLES]
    for one, other in _candidates([texts[key] for key in keys]):
        if _contained(texts[keys[one]], texts[keys[other]]):
            yield keys[one], keys[other]


def _candidates(texts: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs, by number, whose sketches agree in a slot; of many that do, each with the few before it.

    A single slot is enough (bands of one row), since a text of which an outlet printed a third is like that third by
    as little: two texts of likeness j are missed with (1 - j) to the power of 128.
    """
    if len(texts) <= _FEW:
        return combinations(range(len(texts)), 2)
    runs = [list(one) for one in texts]
    rows = RMinHash.digest_matrix_from_token_hash_sets(runs, _SLOTS, _SEED).to_rows()
    found = np.empty(0, dtype=np.int64)
    for slot in np.array(rows, dtype=np.uint32).reshape(-1, _SLOTS).T:
        found = np.union1d(found, _agreeing(slot))
    return ((pair // len(texts), pair % len(texts)) for pair in found.tolist())


def _agreeing(slot: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs of texts with one value in a slot, each as one number: the earlier times their count, plus the later."""
    order = np.argsort(slot, kind="stable")
    pairs = [np.empty(0, dtype=np.int64)]
    for back in range(1, min(_BACK, len(order) - 1) + 1):
        same = slot[order[:-back]] == slot[order[back:]]
        pairs.append(order[:-back][same] * len(order) + order[back:][same])
    return np.concatenate(pairs)


def _contained(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= CONTAINED * min(len(one), len(other))
