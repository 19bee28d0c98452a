"""What a line is by itself: a stamp, a byline, a credit, a caption, furniture, or nothing that its own words tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.article.bylines import ARTICLES, CREDIT_OPENINGS, ROLES, agencies_of, byline_of, could_credit, sign_off_of
from dragoman.article.captions import CAPTION_WORDS, has_credit_mark, is_caption
from dragoman.article.chrome import NOTICE_KEYS, is_chrome_line
from dragoman.article.headline import without_field
from dragoman.article.lists import MARKS
from dragoman.article.prose import Line, read_line
from dragoman.article.stamps import is_stamp

if TYPE_CHECKING:
    from dragoman.article.labels import Label

_SHORT = 60  # characters of a line that is worth remembering
_SENTENCE = 6  # words
_SIGNS = NOTICE_KEYS | CAPTION_WORDS | ROLES
_MARKS = (*sorted(MARKS & NOTICE_KEYS), "@")
_OPENINGS = CREDIT_OPENINGS - ARTICLES


def judge(text: str) -> tuple[Line, Label | None]:
    """A tidied line and what it is by itself; None for prose and for lines that only their place explains."""
    return judge_short(text) if len(text) <= _SHORT else _judge(text)


def _judge(text: str) -> tuple[Line, Label | None]:
    line = read_line(without_field(text))
    return line, _by_itself(line)


judge_short = lru_cache(maxsize=8192)(_judge)
"""Likewise, remembered: the short lines of a site's pages are the same on all of them."""


def _by_itself(line: Line) -> Label | None:
    """The label that a line's own words give it.

    A date in figures alone is a stamp before it is a line without words.
    """
    if not line.text:
        return "blank"
    if _is_plain(line):
        return None
    wordless = not any(map(str.isalpha, line.key))
    if not wordless and is_chrome_line(line):
        return "chrome"
    if is_stamp(line.text):
        return "dateline"
    return "chrome" if wordless else _credit(line)


def _is_plain(line: Line) -> bool:
    """Whether a line is a sentence of some length with no sign of anything else: a quick answer for most prose."""
    text = line.text
    return (
        line.ended
        and line.words >= _SENTENCE
        and len(text) > _SHORT
        and _SIGNS.isdisjoint(line.terms)
        and line.terms[0] not in _OPENINGS
        and not any(mark in text for mark in _MARKS)
        and not has_credit_mark(text)
        and not is_stamp(text)
    )


def _credit(line: Line) -> Label | None:
    """An agency's credit, a byline or sign-off, or a caption known by its own words."""
    if could_credit(line.text, line.terms):
        if agencies_of(line.text) is not None:
            return "agency"
        if byline_of(line.text) is not None or sign_off_of(line.text) is not None:
            return "byline"
    return "caption" if is_caption(line) else None
