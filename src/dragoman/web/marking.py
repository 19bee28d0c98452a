"""A report's text cut where marks begin and end, so that marks may overlap and each word knows all that it is part of.

Cutting is by code points, before anything is escaped or shown otherwise: offsets hold whatever the text carries.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.model import Event, Quotation, Report

Kind = Literal["event", "quote", "actor", "time", "date", "sentence"]
_LINKED: tuple[Kind, ...] = ("event", "date", "actor", "time", "quote")
"""Of several marks on one word the first of these kinds is the one that a click leads to; a sentence is no link."""


class Mark(NamedTuple):
    """Words and what was found in them; `card` is the id of the place on the page that says what."""

    span: Span
    kind: Kind
    card: str


class Piece(NamedTuple):
    """A stretch of text in which no mark begins or ends.

    `kinds` are of all marks on it, `cards` what they belong to, `card` the one that is shown for it, if any. `first` is
    the first piece for that card, which carries the address to jump to; `link` says whether a click leads to the card:
    not from all pieces of a quotation, through which the Tab key would take for ever.
    """

    words: str
    kinds: tuple[Kind, ...]
    cards: tuple[str, ...]
    card: str | None
    first: bool
    link: bool


class Paragraph(NamedTuple):
    """A paragraph (the headline is one) of the text, in pieces."""

    span: Span
    heading: bool
    pieces: tuple[Piece, ...]


def paragraphs(report: Report, marks: Sequence[Mark]) -> list[Paragraph]:
    """The report's text, headline first, each paragraph cut at its marks. The pieces' words are the paragraph's."""
    seen: set[str] = set()
    return [
        Paragraph(span, span.end <= report.body_start, tuple(_pieces(report.text, span, marks, seen)))
        for span in _spans(report.text)
    ]


def marks_of(report: Report) -> list[Mark]:
    """What was found in a report: triggers and sentences of events, quotations, mentions, times, signs of its date."""
    found = [Mark(one.span, "date", f"d{no}") for no, one in enumerate(report.published.evidence)]
    for event in report.events:
        found += event_marks(event)
    for no, quote in enumerate(report.quotes):
        found += [Mark(span, "quote", f"q{no}") for span in _said(quote)]
    for no, actor in enumerate(report.actors):
        found += [Mark(one.span, "actor", f"a{no}") for one in actor.mentions]
    found += [Mark(one.span, "time", f"t{no}") for no, one in enumerate(report.times)]
    return found


def event_marks(event: Event) -> list[Mark]:
    """The word that says an event, and its sentence."""
    return [Mark(event.trigger, "event", event.id), Mark(event.evidence, "sentence", event.id)]


def _said(quote: Quotation) -> Iterator[Span]:
    yield from quote.parts or (quote.span,)
    if quote.cue:
        yield quote.cue


def _spans(text: str) -> Iterator[Span]:
    """The paragraphs: what stands between blank lines."""
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield Span(at, at + len(part))
        at += len(part) + 2


def _pieces(text: str, within: Span, marks: Iterable[Mark], seen: set[str]) -> Iterator[Piece]:
    here = [mark for mark in marks if mark.span.overlaps(within)]
    edges = {edge for mark in here for edge in mark.span if within.start < edge < within.end}
    for start, end in pairwise(sorted({within.start, within.end} | edges)):
        yield _piece(text[start:end], [mark for mark in here if mark.span.holds(Span(start, end))], seen)


def _piece(words: str, over: Sequence[Mark], seen: set[str]) -> Piece:
    """One piece under its marks; `seen` are the cards that had their first piece before."""
    linked = (
        []
        if words.isspace()
        else sorted((mark for mark in over if mark.kind in _LINKED), key=lambda mark: _LINKED.index(mark.kind))
    )
    card = linked[0].card if linked else None
    first = card is not None and card not in seen
    if card is not None:
        seen.add(card)
    kinds, cards = (
        (dict.fromkeys(values) for values in zip(*((m.kind, m.card) for m in over), strict=True)) if over else ((), ())
    )
    link = card is not None and (first or linked[0].kind != "quote")
    return Piece(words, tuple(kinds), tuple(cards), card, first, link)
