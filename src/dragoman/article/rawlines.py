"""Where the paragraphs of a copied text stand in it, whose lines are known."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.model import Report

_LETTER = re.compile(r"[^\W_]")


def line_places(report: Report, content: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[Span, Span]]:
    """The report's paragraphs, headline first, with their places; `lines` are the first and the last line of each.

    A place reaches from the first letter or digit to the last. A paragraph without any is left out; a headline is
    looked for in its line, of which it may be a part.
    """
    starts = [0, *accumulate(map(len, content.splitlines(keepends=True)))]
    start = 0 if report.title else report.body_start
    for first, last in lines:
        found = report.text.find("\n\n", start)
        end = len(report.text) if found < 0 else found
        begin, stop = starts[first], starts[last + 1]
        if start < report.body_start:
            begin = _headline_in(content, report.text[start:end], begin, stop)
        if letter := _LETTER.search(content, begin, stop):
            yield Span(start, end), Span(letter.start(), _last_letter(content, stop))
        start = end + 2


def _headline_in(content: str, title: str, begin: int, stop: int) -> int:
    """Where the headline begins in its line, of which it is the end: before it may stand the name of a field."""
    letters = [letter.start() for letter in _LETTER.finditer(content, begin, stop)]
    own = len(_LETTER.findall(title))
    return letters[-own] if own else begin


def _last_letter(content: str, stop: int) -> int:
    """The end of the last letter or digit before `stop`; there is one."""
    while not content[stop - 1].isalnum():
        stop -= 1
    return stop
