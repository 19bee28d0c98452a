"""Find where a sentence begins whose end alone stands in marks: `The plan was "dead," she said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.quotes.direct import Link
    from dragoman.quotes.marks import Marked

_LEAD = 2
"""Words before the mark from which they are part of what is said."""


def whole(doc: Doc, unit: Marked, link: Link) -> Span:
    """The words in marks, with the beginning of their sentence where the reporting verb follows the marks."""
    opening = doc.char_span(unit.outer.start, unit.inner.start, alignment_mode="expand")
    if link.cue.span.start < unit.outer.end or not opening or opening.start == 0:
        return unit.inner
    before = doc[opening.start - 1]
    lead = [token for token in doc[before.sent.start : opening.start] if not token.is_punct]
    if len(lead) < _LEAD or not before.text[-1].isalnum() or any("\n" in token.text for token in lead):
        return unit.inner
    return Span(lead[0].idx, unit.outer.end)
