"""Signs of prose in a line: how many words it has, whether it ends as sentences do, what it is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from dragoman.article.lists import read_list

_END = re.compile(
    r"""[.!?…。！？؟۔।]["'”’»)\]」』\s]*$|[.!?…][”"’']\s?[(\[][^)\]]{2,40}[)\]]$|[.!?…]["'”’]?\s?[(\[][^)\]]{2,40}[)\]]\.?$"""
)
_WITHIN = re.compile(r"""[a-z]{4,}[.!?]["”’]?\s["“‘]?[A-Z]""")  # four letters: "Prof. Roe" ends no sentence
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|No|Jr|Sr)\.$|\.\.\.$|…$")
_QUESTION = re.compile(r"""[?!]["'”’»)]*$""")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W_]+")
_COMMON = frozenset(read_list("common_words"))
_STRONG_WORDS = 8
_LONG_WORDS = 22
_STEM = 6


class Line(NamedTuple):
    """One line of a page: its tidied text, a key by which repeats are known, its words and how it ends."""

    text: str
    key: str
    words: int
    ended: bool

    @property
    def strong(self) -> bool:
        """Whether it is surely prose: a long sentence, more than one, or a paragraph that lost its stop."""
        if self.words >= _LONG_WORDS:
            return True
        return self.words >= _STRONG_WORDS and (self.ended or _WITHIN.search(self.text) is not None)


def read_line(text: str) -> Line:
    """The signs of one tidied line; scripts without spaces count two characters as a word."""
    words = len(text.split())
    if not text.isascii():
        words = max(words, len(_WIDE.findall(text)) // 2)
    return Line(text, " ".join(_WORD.findall(text.casefold())), words, ends_sentence(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a full stop or its like, perhaps within quotation marks or before a bracketed credit."""
    return _END.search(text[-60:]) is not None


def could_head(line: Line) -> bool:
    """Whether a line could be a headline: some words, not too many, and no full stop at its end."""
    if not 2 <= line.words <= 30 or len(line.text) > 240:
        return False
    return not line.ended or bool(_QUESTION.search(line.text) or _ABBREVIATION.search(line.text))


def topics(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about, names and long words alike."""
    words = (word for word in _WORD.findall(text) if len(word) > 3 or word[:2].isupper() or word[0].isdigit())
    return frozenset(word.casefold()[:_STEM] for word in words) - _COMMON


def share(part: frozenset[str], of: frozenset[str]) -> float:
    """Which part of the first's topics the second has, too; 0 where the first has none."""
    return len(part & of) / len(part) if part else 0.0


def overlap(line: Line, other: Line) -> float:
    """Which part of a line's words stands in the other, too, counted as often as there; 0 for a much shorter other."""
    own, others = Counter(line.key.split()), Counter(other.key.split())
    if not own or own.total() > 1.3 * others.total():
        return 0.0
    return (own & others).total() / own.total()
