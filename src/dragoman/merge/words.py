"""The words of a text as merging compares them: lower case, without function words, endings cut."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

STEM = 6
"""Characters of a word that count: crude against inflection, but no language's rules are built in."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, with its bits well mixed: 2 to the power of 64 by the golden ratio
_HALF = np.uint64(32)

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS_TEXT = """
    a about after again against all also am an and another any are as at be because been before being between both but
    by can could did do does doing done down during each either else even ever every few for from further had has have
    having he her here hers him his how however i if in into is it its itself just let like ll may me might more most
    much must my neither no nor not now of off on once one only onto or other others ought our out over own per re
    rather said same say saying says shall she should since so some still such than that the their them then there
    these they this those though through thus to too toward towards under until up upon us very via was we were what
    when where whether which while who whom whose why will with within without would yet you your
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_TEXT.split())


def plain_words(text: str) -> list[str]:
    """All words of a text in order, lower case, without punctuation: what two copies of a text have in common."""
    return _WORD.findall(text.casefold())


def content_words(text: str) -> Iterator[str]:
    """The stems of the words that carry meaning, in order; single characters don't."""
    return (stem(word) for word in plain_words(text) if len(word) > 1 and word not in _FUNCTION_WORDS)


def stem(word: str) -> str:
    """The beginning of a word, by which it is compared."""
    return word[:STEM]


def shingles(words: list[str], length: int) -> frozenset[int]:
    """Hashes of all runs of `length` words; the same on every machine. Fewer words than that make one run."""
    runs = range(max(1, len(words) - length + 1)) if words else range(0)
    return frozenset(_hash(" ".join(words[start : start + length])) for start in runs)


def packed_shingles(words: list[str], length: int) -> NDArray[np.uint64]:
    """The same runs as numbers of an array, each once and in order: a tenth of the room.

    A run's number is put together from its words' hashes (a polynomial modulo 2 to the power of 64, as Rabin and Karp
    have it), so that each word is hashed once.
    """
    hashes = np.array([_hash_once(word) for word in words], dtype=np.uint64)
    count = max(1, len(words) - length + 1) if words else 0
    runs = np.zeros(count, dtype=np.uint64)
    for start in range(min(length, len(words))):
        runs = runs * _FACTOR + hashes[start : start + count]
    return np.unique(runs ^ (runs >> _HALF))


@lru_cache(maxsize=1 << 16)
def _hash_once(word: str) -> int:
    return _hash(word)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(errors="surrogatepass"), digest_size=8).digest(), "big")
