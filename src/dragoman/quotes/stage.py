"""The stage: a report's quotations, direct and reported, with cue and speaker, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import Quotation, Span
from dragoman.quotes.according import according_to
from dragoman.quotes.cues import verb_cues
from dragoman.quotes.direct import links_of
from dragoman.quotes.marks import bare, marked
from dragoman.quotes.reported import reported
from dragoman.quotes.said import Said
from dragoman.quotes.speaker import actor_index, actor_of, antecedent, phrase
from dragoman.quotes.uncued import uncued

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.model import Report
    from dragoman.quotes.marks import Marked
    from dragoman.quotes.speaker import Index


def add_quotes(report: Report) -> Report:
    """The report with its `quotes`, by place in the text. Requires `parse`; uses `actors`; writes `quotes`.

    A quotation interrupted by its verb ("A," he said, "B") is two; one told by one person of another's words lies
    within the other. Without a parse the report comes back as it was.
    """
    doc = report.parse
    if doc is None:
        return report
    units, index = marked(report.text), actor_index(report.actors)
    found = {quotation for said in _said(doc, units) if (quotation := _quotation(report.text, said, units, index))}
    return replace(report, quotes=tuple(sorted(found, key=_place)))


def _said(doc: Doc, units: Sequence[Marked]) -> Iterator[Said]:
    """Everything said: beside its verb in marks, by grammar, by "according to", and what is left in marks."""
    text, cues = doc.text, list(verb_cues(doc))
    links = links_of(text, units, cues)
    known = list(reported(text, units, links, cues))
    for unit, link in zip(units, links, strict=True):
        if link is not None:
            yield Said(unit.inner, direct=True, cue=link.cue.span, head=link.head)
    yield from known
    yield from according_to(doc)
    yield from uncued(doc, units, links, known)


def _quotation(text: str, said: Said, units: Sequence[Marked], index: Index) -> Quotation | None:
    """The quotation with its marks off and its speaker linked; None if nothing is left or it holds its own verb."""
    span = bare(text, said.span, units)
    if span.start >= span.end or (said.cue is not None and said.cue.overlaps(span)):
        return None
    if not said.direct and any(mention.holds(span) for mention, _ in index.get(span.start, ())):
        return None  # whom the words are about and not the words: "accused *Chadian troops*"
    if said.head is None:
        return Quotation(span, said.direct, said.cue)
    named = antecedent(said.head)
    # "who" stands beside the verb and is what the text has; "that" is told from a conjunction by luck only
    mention = phrase(named if said.head.lower_ == "that" else said.head)
    if mention.overlaps(span):
        return Quotation(span, said.direct, said.cue)
    return Quotation(span, said.direct, said.cue, actor_of(named, index), mention)


def _place(quotation: Quotation) -> tuple[Span, Span]:
    return quotation.span, quotation.cue or Span(-1, -1)
