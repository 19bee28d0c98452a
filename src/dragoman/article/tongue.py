"""Which language a report is in, as far as the page says or a glance at its words can tell."""

from __future__ import annotations

import re

from dragoman.article.lists import read_list

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH = frozenset(read_list("english_words"))
_ENOUGH = 30
_SHARE = 0.12
_SAMPLE = 4000


def language_of(text: str, stated: str | None) -> str:
    """The BCP 47 tag of a text's language: the stated one, "en" where the words look English or are few, else "und".

    A stand-in until the language is identified properly: it only keeps what is plainly not English from being coded
    as English.
    """
    tag = (stated or "").strip().replace("_", "-")
    if _TAG.fullmatch(tag):
        head, _, tail = tag.partition("-")
        return head.lower() + ("-" + tail if tail else "")
    words = _WORD.findall(text[:_SAMPLE].lower())
    letters = sum(map(len, words))
    if letters >= _ENOUGH and sum(char.isascii() for word in words for char in word) * 2 < letters:
        return "und"
    if len(words) < _ENOUGH:
        return "en"
    return "en" if sum(word in _ENGLISH for word in words) >= _SHARE * len(words) else "und"
