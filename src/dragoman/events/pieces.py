"""Words as BERT's word pieces: lower case without accents, parted at punctuation, then the longest pieces known.

Of our own rather than from a library: the parser's words are the unit here, so no offsets have to be matched, and the
usual library brings a dozen packages that talk to the network. The manner is that of Devlin et al. 2019 (uncased).
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
"""A longer run of letters is one unknown piece."""


@cache
def vocabulary() -> Mapping[str, int]:
    """The pieces and their numbers; "##" before what continues a word."""
    text = files("dragoman.events").joinpath("model/vocabulary.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")) if piece}


@lru_cache(maxsize=65_536)
def pieces(word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces; () for what is nothing but blanks or control characters."""
    return tuple(number for part in _parts(_plain(word)) for number in _longest(part))


def _plain(word: str) -> str:
    """The word in lower case, without accents and control characters."""
    split = unicodedata.normalize("NFD", word.lower())
    return "".join(
        " " if one.isspace() else one
        for one in split
        if unicodedata.category(one) not in {"Mn", "Cc", "Cf"} or one.isspace()
    )


def _parts(word: str) -> Iterator[str]:
    """Runs of letters and digits, and each punctuation mark by itself."""
    run = ""
    for one in word:
        if one == " " or _stands_alone(one):
            if run:
                yield run
            run = ""
            if one != " ":
                yield one
        else:
            run += one
    if run:
        yield run


def _stands_alone(character: str) -> bool:
    """Whether a character is a part by itself: punctuation, ASCII signs, and Chinese characters."""
    if unicodedata.category(character).startswith("P") or "一" <= character <= "鿿":
        return True
    return character in "$+<=>^`|~"


def _longest(part: str) -> Iterator[int]:
    """The longest piece that begins the part, then the longest that goes on; one unknown where one is missing."""
    known = vocabulary()
    found, start = [], 0
    while start < len(part) <= LONGEST_WORD:
        mark = "##" if start else ""
        end = next((end for end in range(len(part), start, -1) if mark + part[start:end] in known), None)
        if end is None:
            break
        found.append(known[mark + part[start:end]])
        start = end
    yield from found if start == len(part) else [known[UNKNOWN]]
