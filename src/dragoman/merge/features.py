"""TF-IDF vectors of reports: words, pairs of words, and the names of a full text or the letters of a bare headline."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from dragoman.merge.rarity import table
from dragoman.merge.words import content_words, plain_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

LETTERS = 4
"""Length of the runs of letters by which bare headlines are compared too: they share few whole words."""

_KINDS = {"word": 0, "pair": 1, "name": 2, "run": 3}
_FULL, _BARE = (0.35, 0.3, 0.35, 0.0), (0.45, 0.3, 0.0, 0.7)
"""What each kind counts in a full text and in a bare headline: shares of the squared length of its vector."""

_LOGS = np.array([0.0, *(1 + math.log(count) for count in range(1, 1000))])
"""What so many times a word weigh; a table, since numpy's logarithms may differ in the last digit by where they stand,
and a report's vector must not depend on what is read with it."""

_SENTENCE_END = re.compile(r'[.!?]["”’]?\s+|\n+|["“”]|``')
_CASED = re.compile(r"[^\W_]+")


class Rows(NamedTuple):
    """A sparse matrix, a row a report: row i has `weights[starts[i]:starts[i + 1]]` in the columns beside them."""

    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    weights: NDArray[np.float64]


def feature_rows(texts: Sequence[str], bare: Sequence[bool]) -> Rows:
    """A vector of length 1 for each text, none for a text without content words; `bare` says which are headlines.

    A text's vector is the same whatever the others are. What stands in one text alone adds to that vector's length, but
    has no column.
    """
    counted = [_counted(text, alone) for text, alone in zip(texts, bare, strict=True)]
    sizes = np.array([len(keys) for keys, _ in counted], dtype=np.int64)
    empty = [np.empty(0, dtype=np.int64)]
    keys = np.concatenate(empty + [keys for keys, _ in counted])
    counts = np.concatenate(empty + [number for _, number in counted])
    rows = np.repeat(np.arange(len(texts)), sizes)
    weights = _LOGS[np.minimum(counts, len(_LOGS) - 1)] * table(number_of).of(keys)
    weights = _shared_out(weights, rows, keys >> 32, np.array(bare, dtype=np.int64))
    _, columns, spread = np.unique(keys, return_inverse=True, return_counts=True)
    shared = (spread > 1)[columns]
    numbers = np.cumsum(spread > 1) - 1
    kept = np.bincount(rows[shared], minlength=len(texts))
    return Rows(np.concatenate(([0], np.cumsum(kept))), numbers[columns[shared]], weights[shared])


def _shared_out(
    weights: NDArray[np.float64], rows: NDArray[np.int64], kinds: NDArray[np.int64], bare: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The weights such that each kind has its share of a vector's length, and each vector is of length 1."""
    parts = rows * len(_KINDS) + kinds
    lengths = np.sqrt(np.bincount(parts, weights * weights, minlength=len(bare) * len(_KINDS)))
    shares = np.sqrt(np.array([_FULL, _BARE]))
    weights = weights * shares[bare[rows], kinds] / np.where(lengths > 0, lengths, 1.0)[parts]
    whole = np.sqrt(np.bincount(rows, weights * weights, minlength=len(bare)))
    return weights / np.where(whole > 0, whole, 1.0)[rows]


@lru_cache(maxsize=1 << 12)  # around new reports the same texts are looked at twice, or three times
def _counted(text: str, bare: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The features of a text as numbers, in order, and how often each occurs."""
    words = list(content_words(text))
    counts = Counter(_numbers("word", words))
    counts.update(_numbers("pair", (f"{one} {other}" for one, other in pairwise(words))))
    counts.update(_numbers("run", runs(text)) if bare else _numbers("name", _names(text)))
    keys = np.array(sorted(counts), dtype=np.int64)
    return keys, np.array([counts[key] for key in keys.tolist()], dtype=np.int64)


def number_of(kind: str, feature: str) -> int:
    """A number for a feature, the kind in its upper half: keeps no table of all pairs; a rare clash does no harm."""
    return _KINDS[kind] << 32 | crc32(feature.encode(errors="surrogatepass"))


def _numbers(kind: str, features: Iterable[str]) -> Iterator[int]:
    upper = _KINDS[kind] << 32
    return (upper | crc32(feature.encode(errors="surrogatepass")) for feature in features)


def runs(text: str) -> Iterator[str]:
    """The runs of letters in a text, word by word; "#" stands for a word's edge."""
    for word in plain_words(text):
        closed = f"#{word}#"
        yield from (closed[start : start + LETTERS] for start in range(max(1, len(closed) - LETTERS + 1)))


def _names(text: str) -> Iterator[str]:
    """Stems of words that are capitalised within a sentence and never written small: who and where, in any language."""
    small = {stem(word.casefold()) for word in _CASED.findall(text) if word[0].islower()}
    for sentence in _SENTENCE_END.split(text):
        for word in _CASED.findall(sentence)[1:]:
            if word[0].isupper() and len(word) > 1 and stem(word.casefold()) not in small:
                yield stem(word.casefold())
