"""A stored report's sentences: the record keeps no parse, but the spans in it know where sentences begin and end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W_a-z])")
_STOPPED = re.compile(r"(?:[.!?…:;][\"”’')\]]*|\s[-–—])\s*\Z")  # a dash ends a dateline
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


def sentences(report: Report) -> list[Span]:
    """The report's sentences in order, without the white space between them; the headline is one.

    A stop before a capital ends a sentence, save after the commonest abbreviations and single initials; so does one, or
    a dateline's dash, before an event's evidence. Evidence is never cut, nor is a quotation of several sentences.
    """
    return [span for paragraph in _paragraphs(report.text) for span in _within(report, paragraph)]


def _paragraphs(text: str) -> Iterator[Span]:
    return (Span(found.start(), found.end()) for found in _PARAGRAPH.finditer(text))


def _within(report: Report, paragraph: Span) -> Iterator[Span]:
    text = paragraph.of(report.text)
    whole = [
        span
        for span in (*(one.evidence for one in report.events), *(one.span for one in report.quotes))
        if paragraph.holds(span)
    ]
    stops = (paragraph.start + found.end() for found in _STOP.finditer(text) if not _abbreviates(text, found))
    starts = (one.evidence.start for one in report.events if paragraph.holds(one.evidence))
    edges = {start for start in starts if _STOPPED.search(report.text, paragraph.start, start)}
    cuts = sorted({*edges, *stops, *paragraph})
    kept = [cut for cut in cuts if not any(span.start < cut < span.end for span in whole)]
    for start, end in pairwise(kept):
        words = report.text[start:end]
        if words.strip():
            yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    return bool(_ABBREVIATED.search(text, 0, stop.start() + 1))
