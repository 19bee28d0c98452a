"""TF-IDF vectors of reports: words, pairs of words, and the names of a full text or the letters of a bare headline."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from dragoman.merge.words import content_words, plain_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

BACKGROUND = 30_000
"""As if so many other reports had been read too, each word standing in `BACKGROUND_SHARE` of them.

Without them the subject of a small collection weighs nothing, since all of its reports name it. On the development
sets 300 to 30,000 serve full texts (ECB+) alike, and 10,000 or more serve headlines (UCI) better than 3,000.
"""
BACKGROUND_SHARE = 0.005

LETTERS = 4
"""Length of the runs of letters by which bare headlines are compared too: they share few whole words."""

_SHARES = {
    "word": 0.35,
    "pair": 0.3,
    "name": 0.35,
    "run": 0.35,
}  # of a vector's squared length; there is one of the last two
_KINDS = {kind: number for number, kind in enumerate(_SHARES)}

_SENTENCE_END = re.compile(r'[.!?]["”’]?\s+|\n+|["“”]|``')
_CASED = re.compile(r"[^\W_]+")


class Rows(NamedTuple):
    """A sparse matrix, a row a report: row i has `weights[starts[i]:starts[i + 1]]` in the columns beside them."""

    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    weights: NDArray[np.float64]


def feature_rows(texts: Sequence[str], bare: Sequence[bool]) -> Rows:
    """A vector of length 1 for each text, none for a text without content words; `bare` says which are headlines.

    What stands in one text alone adds to that vector's length, but has no column.
    """
    counted = [_counted(text, alone) for text, alone in zip(texts, bare, strict=True)]
    sizes = np.array([len(keys) for keys, _ in counted], dtype=np.int64)
    empty = [np.empty(0, dtype=np.int64)]
    keys = np.concatenate(empty + [keys for keys, _ in counted])
    counts = np.concatenate(empty + [number for _, number in counted])
    rows = np.repeat(np.arange(len(texts)), sizes)
    _, columns, spread = np.unique(keys, return_inverse=True, return_counts=True)
    rarity = np.log((len(texts) + BACKGROUND) / (spread + BACKGROUND * BACKGROUND_SHARE))
    weights = (1 + np.log(counts)) * np.maximum(rarity, 0.0)[columns]
    weights = _shared_out(weights, rows, keys >> 32, len(texts))
    shared = (spread > 1)[columns]
    numbers = np.cumsum(spread > 1) - 1
    kept = np.bincount(rows[shared], minlength=len(texts))
    return Rows(np.concatenate(([0], np.cumsum(kept))), numbers[columns[shared]], weights[shared])


def _shared_out(
    weights: NDArray[np.float64], rows: NDArray[np.int64], kinds: NDArray[np.int64], count: int
) -> NDArray[np.float64]:
    """The weights such that each kind has its share of a vector's length, and each vector is of length 1."""
    parts = rows * len(_KINDS) + kinds
    lengths = np.sqrt(np.bincount(parts, weights * weights, minlength=count * len(_KINDS)))
    shares = np.sqrt(np.array(list(_SHARES.values())))
    weights = weights * shares[kinds] / np.where(lengths > 0, lengths, 1.0)[parts]
    whole = np.sqrt(np.bincount(rows, weights * weights, minlength=count))
    return weights / np.where(whole > 0, whole, 1.0)[rows]


def _counted(text: str, bare: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The features of a text as numbers, in order, and how often each occurs."""
    words = list(content_words(text))
    counts = Counter(_numbers("word", words))
    counts.update(_numbers("pair", (f"{one} {other}" for one, other in pairwise(words))))
    counts.update(_numbers("run", _runs(text)) if bare else _numbers("name", _names(text)))
    keys = np.array(sorted(counts), dtype=np.int64)
    return keys, np.array([counts[key] for key in keys.tolist()], dtype=np.int64)


def _numbers(kind: str, features: Iterable[str]) -> Iterator[int]:
    """A number for each feature, the kind in its upper half: keeps no table of all pairs; a rare clash does no harm."""
    upper = _KINDS[kind] << 32
    return (upper | crc32(feature.encode(errors="surrogatepass")) for feature in features)


def _runs(text: str) -> Iterator[str]:
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
