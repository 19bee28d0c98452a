"""Texts that are copies of one another: wire copy in many outlets, shortened or lightly edited.

Overlap of word shingles, as in Broder, "On the resemblance and containment of documents" (1997). MinHash sketches (by
rensa) find candidates; only these are compared in full, so the work grows with the texts and not with their pairs.
Of 3,000 made-up texts (copies exact, shortened, edited, with other first lines, within longer texts; others that share
two paragraphs) all are grouped as by comparing every pair. Accepted gap: a brief of 25 to 60 words within a text of
1,200 is missed in 3 % of cases.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from rensa import RMinHash  # type: ignore[import-untyped]  # it comes without types

from dragoman.merge.groups import groups
from dragoman.merge.words import packed_shingles, plain_words

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
_BATCH = 1_000  # texts whose shingles are Python's numbers at a time: these take ten times the room of an array's


def copy_groups(texts: Mapping[str, str], *, length: int = 5) -> dict[str, str]:
    """Each text's key with the least key of the texts that it is a copy of, itself if of none.

    `length` is the number of words in a shingle: 5 for reports, 3 for single sentences.
    """
    first_of: dict[bytes, str] = {}
    pairs: list[tuple[str, str]] = []
    distinct: dict[str, NDArray[np.uint64]] = {}
    for key in sorted(texts):
        words = plain_words(texts[key])
        if len(words) < EXACT_WORDS:
            continue
        first = first_of.setdefault(_digest(words), key)
        pairs.append((first, key))
        if first == key:
            distinct[key] = packed_shingles(words, length)
    pairs.extend(_near(distinct))
    return groups(sorted(texts), pairs)


def _digest(words: Sequence[str]) -> bytes:
    """Stands for all words of a text, which are not kept."""
    return blake2b(" ".join(words).encode(errors="surrogatepass"), digest_size=16).digest()


def _near(texts: Mapping[str, NDArray[np.uint64]]) -> Iterator[tuple[str, str]]:
    """Pairs of which one holds most of the other; keys come in order."""
    keys = [key for key, runs in texts.items() if len(runs) >= NEAR_SHINGLES]
    for one, other in _candidates([texts[key] for key in keys]):
        if _contained(texts[keys[one]], texts[keys[other]]):
            yield keys[one], keys[other]


def _candidates(texts: Sequence[NDArray[np.uint64]]) -> Iterator[tuple[int, int]]:
    """Pairs, by number, whose sketches agree in a slot; of many that do, each with the few before it.

    A single slot is enough (bands of one row), since a text of which an outlet printed a third is like that third by
    as little: two texts of likeness j are missed with (1 - j) to the power of 128.
    """
    if len(texts) <= _FEW:
        return combinations(range(len(texts)), 2)
    found = np.empty(0, dtype=np.int64)
    for slot in np.concatenate([_sketches(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]).T:
        found = np.union1d(found, _agreeing(slot))
    return ((pair // len(texts), pair % len(texts)) for pair in found.tolist())


def _sketches(texts: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint32]:
    """A sketch for each text, a row of so many slots."""
    matrix = RMinHash.digest_matrix_from_token_hash_sets([one.tolist() for one in texts], _SLOTS, _SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32).reshape(-1, _SLOTS)


def _agreeing(slot: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs of texts with one value in a slot, each as one number: the earlier times their count, plus the later."""
    order = np.argsort(slot, kind="stable")
    pairs = [np.empty(0, dtype=np.int64)]
    for back in range(1, min(_BACK, len(order) - 1) + 1):
        same = slot[order[:-back]] == slot[order[back:]]
        pairs.append(order[:-back][same] * len(order) + order[back:][same])
    return np.concatenate(pairs)


def _contained(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= CONTAINED * min(len(one), len(other))
