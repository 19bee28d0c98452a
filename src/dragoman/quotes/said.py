"""What one stage of the search hands to the next: words, whether they stand in marks, cue and speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.model import Span


class Said(NamedTuple):
    """A quotation before its speaker is linked: `head` is the head word of the phrase that names the speaker."""

    span: Span
    direct: bool
    cue: Span | None
    head: Token | None
