"""What one stage of the search hands to the next: words, whether they stand in marks, cue and speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.quotes.cues import Kind


class Said(NamedTuple):
    """A quotation before its speaker is linked: `head` is the head word of the phrase that names the speaker.

    `parts` are its words in order, two or more where the words that report it stand in between. `verb` is the word
    whose grammar tells to whom and by what medium.
    """

    parts: tuple[Span, ...]
    direct: bool
    cue: Span | None
    head: Token | None
    kind: Kind = "speech"
    verb: Token | None = None

    @property
    def span(self) -> Span:
        """From the first word to the last, whatever stands in between."""
        return Span(self.parts[0].start, self.parts[-1].end)
