"""Signs of prose in a line: how many words it has, whether it ends as sentences do, what it is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from dragoman.article.lists import read_list

_STOPS = frozenset(".!?…。！？؟۔।")
_END = re.compile(
    r"""[.!?…。！？؟۔।]["'”’»)\]」』\s]*$|[.!?…][”"’']\s?[(\[][^)\]]{2,40}[)\]]$|[.!?…]["'”’]?\s?[(\[][^)\]]{2,40}[)\]]\.?$"""
)
_WITHIN = re.compile(r"""[a-z]{4,}[.!?]["”’]?\s["“‘]?[A-Z]""")  # four letters: "Prof. Roe" ends no sentence
# A headline ends with a stop only where it asks, calls, breaks off, or ends with an abbreviation.
_HEADS = re.compile(r"""[?!]["'”’»)]*$|\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|No|Jr|Sr)\.$|\.\.\.$|…$""")
_ABBREVIATED = ("Inc.", "Corp.", "Ltd.", "Co.", "No.", "Jr.", "Sr.")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = bytes(ord(chr(i).lower()) if i < 128 and chr(i).isalnum() else 32 for i in range(256))
_TYPESET = ("’", "“", "”", "‘", "—", "–", "…", "\u00a0")
_CLOSING = "\"'”’»)]」』 "
_TOPIC = re.compile(r"[^\W_]{4,}|\b[A-Z]{2}[^\W_]?\b|\b\d[^\W_]{0,2}\b")
_COMMON = frozenset(read_list("common_words"))
_STRONG_WORDS = 8
_LONG_WORDS = 22
_STEM = 6
_WIDTH = 7  # characters of a word, with its space
_LONGEST_HEADLINE = 45  # words: tabloids tell the story in theirs


class Line(NamedTuple):
    """One line of a page: its tidied text, a key by which repeats are known, its words and how it ends."""

    text: str
    key: str
    words: int
    ended: bool
    strong: bool
    """Whether it is surely prose: a long sentence, more than one, or a paragraph that lost its stop."""
    terms: tuple[str, ...]
    """Its words, casefolded, without marks."""

    @property
    def heads(self) -> bool:
        """Whether it could be a headline: some words, not too many, and no full stop at its end."""
        return (
            2 <= self.words <= _LONGEST_HEADLINE
            and len(self.text) <= _LONGEST_HEADLINE * _WIDTH
            and (not self.ended or _heads(self.text))
        )


def read_line(text: str) -> Line:
    """The signs of one tidied line; scripts without spaces count two characters as a word."""
    words = text.count(" ") + 1 if text else 0
    if not text.isascii():
        words = max(words, len(_WIDE.findall(text)) // 2)
    ended = ends_sentence(text)
    strong = words >= _LONG_WORDS or (words >= _STRONG_WORDS and (ended or _WITHIN.search(text) is not None))
    terms = tuple(words_of(text))
    return Line(text, " ".join(terms), words, ended, strong, terms)


def _heads(sentence: str) -> bool:
    """Whether what ends as a sentence may be a headline; hardly one that ends with a small letter and a stop."""
    if sentence[-2:-1].islower() and sentence[-1] == "." and not sentence.endswith(_ABBREVIATED):
        return False
    return _HEADS.search(sentence[-12:]) is not None


def words_of(text: str) -> list[str]:
    """The words of a text in order, casefolded, without marks: "don't" is two."""
    if not text.isascii():
        for mark in _TYPESET:
            text = text.replace(mark, " ")
        if not text.isascii():
            return _WORD.findall(text.casefold())
    return text.encode("ascii").translate(_PLAIN).decode("ascii").split()  # four times as fast as the pattern


def first_word(text: str) -> str:
    """The first word of a text, casefolded; "" where it has none."""
    found = _WORD.search(text)
    return found[0].casefold() if found else ""


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a full stop or its like, perhaps within quotation marks or before a bracketed credit."""
    last = text[-1:]
    if last in _STOPS or last.isalnum():
        return last in _STOPS
    return text.rstrip(_CLOSING)[-1:] in _STOPS or _END.search(text[-60:]) is not None


def could_head(line: Line) -> bool:
    """Whether a line could be a headline: some words, not too many, and no full stop at its end."""
    return line.heads


@lru_cache(maxsize=256)
def topics(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about, names and long words alike."""
    return frozenset([word.casefold()[:_STEM] for word in _TOPIC.findall(text)]) - _COMMON


def share(part: frozenset[str], of: frozenset[str]) -> float:
    """Which part of the first's topics the second has, too; 0 where the first has none."""
    return len(part & of) / len(part) if part else 0.0


def overlap(line: Line, other: Line) -> float:
    """Which part of a line's words stands in the other, too, counted as often as there; 0 for a much shorter other."""
    own, others = line.terms, other.terms
    if not own or len(own) > 1.3 * len(others):
        return 0.0
    return (Counter(own) & Counter(others)).total() / len(own)
