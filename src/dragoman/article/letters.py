"""The letters and digits of a text or of HTML source in one piece, and where each of them stands."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Codes = NDArray[np.uint8] | NDArray[np.uint32]

_OPENING = re.compile(r"<(?:(script|style|template|noscript|svg)\b|!--)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#?\w{1,31});")
_LESS, _GREATER = ord("<"), ord(">")
_LAST = 0xFFFF  # the last character of the Basic Multilingual Plane, which is no letter


class Letters(NamedTuple):
    """A text's letters and digits in one piece, and for each of them where it stands in the text."""

    text: str
    at: NDArray[np.intp]


def letters_of(text: str) -> Letters:
    """The letters and digits of a text."""
    codes = _codes(text)
    at = np.flatnonzero(_alphanumeric(codes))
    return Letters(_string(codes[at]), at)


def letters_shown(source: str) -> Letters:
    """The letters and digits that a reader sees of HTML source: no tags, scripts and comments, entities resolved."""
    starts, pieces = _seen(source)
    seen = "".join(pieces)
    codes = _codes(seen)
    tags = _tags(codes)
    if "&" in seen:
        codes = _resolved(seen, codes, tags)
    at = np.flatnonzero(_alphanumeric(codes) & ~tags)
    begins = np.cumsum([0, *map(len, pieces[:-1])])
    shifts = np.array(starts) - begins
    return Letters(_string(codes[at]), at + shifts[np.searchsorted(begins, at, side="right") - 1])


def _codes(text: str) -> Codes:
    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _string(codes: Codes) -> str:
    return codes.tobytes().decode("ascii" if codes.dtype == np.uint8 else "utf-32-le")


def _alphanumeric(codes: Codes) -> NDArray[np.bool_]:
    if codes.dtype == np.uint8:
        return _table()[codes]
    mask = _table()[np.minimum(codes, _LAST)]
    high = np.flatnonzero(codes > _LAST)
    mask[high] = [chr(code).isalnum() for code in codes[high].tolist()]
    return mask


@cache
def _table() -> NDArray[np.bool_]:
    """Which characters of the Basic Multilingual Plane are letters or digits."""
    return np.array([chr(code).isalnum() for code in range(_LAST + 1)])


def _seen(source: str) -> tuple[list[int], list[str]]:
    """The pieces of HTML source between what is hidden, and where each begins."""
    starts, pieces = [0], []
    for start, end in _hidden(source):
        pieces.append(source[starts[-1] : start])
        starts.append(end)
    return starts, [*pieces, source[starts[-1] :]]


def _hidden(source: str) -> Iterator[tuple[int, int]]:
    """Where scripts and their like and comments stand; one that is never closed hides nothing."""
    unclosed: set[str] = set()
    opening = _OPENING.search(source)
    while opening:
        name = (opening[1] or "").lower()
        closing = None if name in unclosed else _closing(name).search(source, opening.end())
        if closing:
            yield opening.start(), closing.end()
        else:
            unclosed.add(name)
        opening = _OPENING.search(source, (closing or opening).end())


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>" if name else "-->", re.IGNORECASE)


def _tags(codes: Codes) -> NDArray[np.bool_]:
    """Which characters are part of a tag: an opening bracket, a letter or a tag's mark, no bracket, a closing one."""
    brackets = np.flatnonzero((codes == _LESS) | (codes == _GREATER))
    starts, ends = brackets[:-1], brackets[1:]
    pairs = (codes[starts] == _LESS) & (codes[ends] == _GREATER)
    starts, ends = starts[pairs], ends[pairs]
    whole = _tag_openings()[np.minimum(codes[starts + 1], 0x7F)]
    steps = np.zeros(len(codes) + 1, np.int8)
    steps[starts[whole]] = 1
    steps[ends[whole] + 1] -= 1
    return np.cumsum(steps[:-1], dtype=np.int8).view(np.bool_)


@cache
def _tag_openings() -> NDArray[np.bool_]:
    """Which ASCII characters a tag begins with."""
    return np.array([chr(code).isalpha() or chr(code) in "/!?" for code in range(0x80)])


def _resolved(seen: str, codes: Codes, tags: NDArray[np.bool_]) -> Codes:
    """The code points with each entity's character in the place of its first, spaces in the rest; not those in tags."""
    codes = codes.copy()
    for entity in _ENTITY.finditer(seen):
        start, end = entity.span()
        shown = html.unescape(entity[0])
        if len(shown) >= end - start or tags[start]:
            continue
        if codes.dtype == np.uint8 and not shown.isascii():
            codes = codes.astype(np.uint32)
        codes[start:end] = [ord(char) for char in shown.ljust(end - start)]
    return codes
