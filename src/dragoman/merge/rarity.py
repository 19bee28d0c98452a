"""How rare the words of a report are, by a table that is the same whatever else is read.

The table (common.txt, made by scripts/count_words.py) says in how many of our own training sentences a word or a run of
letters stands. Were the reports themselves counted, each new one would change the likeness of all others, and with it
stories of other years.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

UNSEEN = 0.001
"""Share of sentences in which a word counts as standing though it was never seen, added to each word's own. From 0.0005
to 0.005 serve the development sets alike."""


class Table(NamedTuple):
    """Features as numbers, in order, their rarity, and that of all others."""

    keys: NDArray[np.int64]
    rarity: NDArray[np.float64]
    other: float

    def of(self, keys: NDArray[np.int64]) -> NDArray[np.float64]:
        """The rarity of each of these features."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, self.rarity[places], self.other)


@cache
def table(number: Callable[[str, str], int]) -> Table:
    """The table, with `number(kind, feature)` for each feature."""
    head, *lines = files("dragoman.merge").joinpath("common.txt").read_text(encoding="utf-8").splitlines()
    whole = int(head.rsplit("\t", 1)[1])
    known: dict[int, float] = {}
    for line in lines:
        kind, feature, count = line.split("\t")
        for same in (kind, "name") if kind == "word" else (kind,):
            known[number(same, feature)] = _rarity(int(count), whole)
    keys = np.array(sorted(known), dtype=np.int64)
    return Table(keys, np.array([known[key] for key in keys.tolist()]), _rarity(0, whole))


def _rarity(count: int, whole: int) -> float:
    return math.log((1 + UNSEEN) / (count / whole + UNSEEN))
