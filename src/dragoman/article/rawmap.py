"""Where each paragraph of a report stands in the HTML page as it came in, so that a reader can be shown the place.

The report's text is compared with the page by letters and digits alone: white space, line ends, tags and entities fall
away on both sides, and what is left of a paragraph stands in one piece in what is left of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dragoman.article.letters import letters_of, letters_shown
from dragoman.model import RawSpan, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.article.letters import Letters
    from dragoman.model import RawPage, Report

_MISSES = 20  # paragraphs that aren't found again, after which a page is left: each costs a look at all of it


def raw_spans(report: Report, page: RawPage) -> tuple[RawSpan, ...]:
    """The report's paragraphs, headline first, with their places in the page; those not found again are left out.

    A page that was put together has no map: there is nothing to look up.
    """
    if page.made:
        return ()
    letters = letters_shown(page.content)
    return tuple(with_lines(_places(report, letters), page.content))


def with_lines(places: Iterable[tuple[Span, Span]], content: str) -> Iterator[RawSpan]:
    """The places with their lines; breaks are counted on from the last place, which most often is the one above."""
    line, last = 1, 0
    for span, raw in places:
        if raw.start < last:
            line, last = 1, 0
        line += content.count("\n", last, raw.start)
        last = raw.start
        yield RawSpan(span, raw, line)


def _places(report: Report, letters: Letters) -> Iterator[tuple[Span, Span]]:
    """Each paragraph's span in the text and in the page, in the order of the text."""
    own = letters_of(report.text)
    spans = list(_paragraphs(report.text, report.body_start))
    if report.body_start:
        spans.insert(0, Span(0, len(report.title or "")))
    bounds = np.searchsorted(own.at, np.array(spans, np.intp).reshape(-1, 2)).tolist()
    words = [own.text[first:last] for first, last in bounds]
    found = _found(words, letters.text, titled=report.body_start > 0)
    told = zip(spans, map(len, words), found, strict=True)
    hits = [(span, at, at + size - 1) for span, size, at in told if size and at >= 0]
    starts = letters.at[[first for _, first, _ in hits]].tolist()
    ends = letters.at[[last for *_, last in hits]].tolist()
    for (span, *_), start, end in zip(hits, starts, ends, strict=True):
        yield span, Span(start, end + 1)


def _found(words: Sequence[str], page: str, *, titled: bool) -> list[int]:
    """Where the letters of each paragraph stand among the page's, -1 for none; a title's last before the story."""
    found = list(_forward(words[titled:], page))
    if titled:
        first = next((at for at in found if at >= 0), len(page))
        found.insert(0, page.rfind(words[0], 0, first))
    return found


def _forward(words: Iterable[str], page: str) -> Iterator[int]:
    """Where each paragraph's letters stand, one after the other; -1 for one that doesn't stand there whole."""
    cursor = misses = 0
    for letters in words:
        at = page.find(letters, cursor) if misses < _MISSES else -1
        if at < 0 <= _MISSES - misses:
            misses += 1
            at = page.find(letters)  # the page tells it earlier than what came before
        cursor = max(cursor, at + len(letters)) if at >= 0 else cursor
        yield at


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield Span(start, end)
        start = end + 2
