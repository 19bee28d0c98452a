"""Where each paragraph of a report stands in the page as it came in, so that a reader can be shown the place.

The report's text is compared with the page by letters and digits alone: white space, line ends, tags and entities fall
away on both sides, and what is left of a paragraph stands in one piece in what is left of the page.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import RawSpan, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage, Report

_HIDDEN = re.compile(
    r"<(script|style|template|noscript)\b.*?</\1\s*>|<!--.*?-->|<[a-zA-Z/!?][^<>]*>|&(?:#?\w{1,31});",
    re.DOTALL | re.IGNORECASE,
)
_RUN = re.compile(r"[^\W_]+")
_MISSES = 20  # paragraphs that aren't found again, after which a page is left: each costs a look at all of it


class _Letters(NamedTuple):
    """A page's letters and digits in one piece, and for each run of them where it begins there and in the page."""

    text: str
    at: list[int]
    page: list[int]

    def place(self, index: int) -> int:
        """The page's offset of the letter at `index`."""
        run = bisect_right(self.at, index) - 1
        return self.page[run] + index - self.at[run]


def raw_spans(report: Report, page: RawPage) -> tuple[RawSpan, ...]:
    """The report's paragraphs, headline first, with their places in the page; those not found again are left out.

    A page of kind "article" and one that was put together have no map: there is nothing to look up.
    """
    if page.kind == "article" or page.made:
        return ()
    letters = _letters(_visible(page.content) if page.kind == "html" else page.content)
    places = list(_places(report, letters))
    return tuple(RawSpan(span, raw, page.content.count("\n", 0, raw.start) + 1) for span, raw in places)


def _visible(content: str) -> str:
    """HTML with tags, scripts and comments blanked and entities resolved, each character in its place."""
    return _HIDDEN.sub(_blanked, content)


def _blanked(found: re.Match[str]) -> str:
    words = found[0]
    if words[0] != "&":
        return " " * len(words)
    shown = html.unescape(words)
    return shown.ljust(len(words)) if len(shown) < len(words) else words


def _letters(content: str) -> _Letters:
    at, page, size = [], [], 0
    runs = []
    for run in _RUN.finditer(content):
        at.append(size)
        page.append(run.start())
        runs.append(run[0])
        size += len(run[0])
    return _Letters("".join(runs), at, page)


def _places(report: Report, letters: _Letters) -> Iterator[tuple[Span, Span]]:
    """Each paragraph's span in the text and in the page, in the order of the text."""
    body = list(_paragraphs(report.text, report.body_start))
    found = list(_forward(report.text, body, letters))
    head = Span(0, len(report.title or "")) if report.body_start else None
    if head:
        words = _bare(head.of(report.text))
        first = next((at for at in found if at is not None), len(letters.text))
        before = letters.text.rfind(words, 0, first)
        found = [before if before >= 0 else None, *found]
        body = [head, *body]
    for span, at in zip(body, found, strict=True):
        if at is not None and (size := len(_bare(span.of(report.text)))):
            yield span, Span(letters.place(at), letters.place(at + size - 1) + 1)


def _forward(text: str, spans: list[Span], letters: _Letters) -> Iterator[int | None]:
    """Where each paragraph's letters stand, one after the other; None for one that doesn't stand there whole."""
    cursor = misses = 0
    for span in spans:
        words = _bare(span.of(text))
        at = letters.text.find(words, cursor) if misses < _MISSES else -1
        if at < 0 <= _MISSES - misses:
            misses += 1
            at = letters.text.find(words)  # the page tells it earlier than what came before
        cursor = max(cursor, at + len(words)) if at >= 0 else cursor
        yield at if at >= 0 else None


def _bare(text: str) -> str:
    return "".join(_RUN.findall(text))


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield Span(start, end)
        start = end + 2
