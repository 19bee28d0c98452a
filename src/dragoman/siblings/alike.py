"""Which reports of a set are alike in their words: copies of one wire text, and tellings of one story.

Likeness is the cosine of the TF-IDF vectors that stories are made by. Of pairs of the ECB+ development set that are
alike by .45 or more, .977 are of one event, by .5 or more .997; nearly all others are of another event of the same
kind, another year's say, for which their figures are asked (`marks`).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.merge.vectors import tfidf
from dragoman.siblings.marks import are_of_two_years, marks_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dragoman.merge.vectors import Vector

NEAR = 0.45
"""Likeness from which two reports may tell one event, if an event of both says so too."""
SAME = 0.5
"""Likeness from which they tell one story in any case."""
FEWEST = 30
"""Different words that carry meaning: shorter texts, headlines above all, are alike by chance."""


class Alike(NamedTuple):
    """Two reports by their numbers and how alike they are, from NEAR to 1."""

    one: int
    other: int
    likeness: float


def alike(texts: Sequence[str], asked: Collection[int], among: Collection[int]) -> Iterator[Alike]:
    """Each text in `asked` with those in `among` that are like it and of no other year, by number."""
    if not asked or not among:
        return
    vectors = tfidf(texts)
    columns = sorted(number for number in among if len(vectors[number]) >= FEWEST)
    marks = cache(lambda number: marks_of(texts[number]))
    index = _index([vectors[number] for number in columns])
    for one in sorted(asked):
        if len(vectors[one]) < FEWEST:
            continue
        found = _likeness(vectors[one], index, len(columns))
        for column in np.flatnonzero(found >= NEAR).tolist():
            other = columns[column]
            if one != other and not are_of_two_years(marks(one), marks(other)):
                yield Alike(one, other, round(float(found[column]), 6))


_Index = dict[str, tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.float64]]]]


def _index(vectors: Sequence[Vector]) -> _Index:
    """By word: the columns that have it, and its weight in each."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for column, vector in enumerate(vectors):
        for word, weight in vector.items():
            found[word].append((column, weight))
    return {
        word: (np.array([at for at, _ in rows]), np.array([weight for _, weight in rows]))
        for word, rows in found.items()
    }


def _likeness(vector: Vector, index: _Index, size: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    total = np.zeros(size)
    for word, weight in vector.items():
        if word in index:
            columns, weights = index[word]
            total[columns] += weight * weights
    return total
