"""A quotation with its marks off and its people linked: what the stage hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import Span
from dragoman.quotes.around import addressee_of, medium_of
from dragoman.quotes.marks import bare, within
from dragoman.quotes.speaker import actor_of, antecedent, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.quotes.cues import Kind
    from dragoman.quotes.marks import Marked
    from dragoman.quotes.said import Said
    from dragoman.quotes.speaker import Index


class Told(NamedTuple):
    """A quotation: `parts` are its exact words, `span` reaches from the first to the last of them.

    They differ where the reporting clause stands in between. `speaker`, `addressee` and `relay` (who passes the words
    on) are actor ids, `medium` is "phone call", "briefing", "statement", "interview" and so on.
    """

    span: Span
    parts: tuple[Span, ...]
    direct: bool
    cue: Span | None = None
    cue_kind: Kind = "speech"
    speaker: str | None = None
    speaker_span: Span | None = None
    addressee: str | None = None
    relay: str | None = None
    medium: str | None = None


def told(text: str, said: Said, units: Sequence[Marked], index: Index) -> Told | None:
    """The quotation with its marks off and its speaker linked; None if nothing is left or it holds its own verb."""
    parts = tuple(part for one in said.parts if (part := bare(text, one, units)).start < part.end)
    if not parts or (said.cue is not None and any(said.cue.overlaps(part) for part in parts)):
        return None
    span = Span(parts[0].start, parts[-1].end)
    if not said.direct and any(mention.holds(span) for mention, _ in index.get(span.start, ())):
        return None  # whom the words are about and not the words: "accused *Chadian troops*"
    unit = within(span, units)
    direct = said.direct or (unit is not None and unit.inner == span)
    one = Told(span, parts, direct, said.cue, said.kind)
    if said.verb is not None:
        listener = addressee_of(said.verb) if said.kind == "speech" else None
        one = one._replace(
            addressee=actor_of(listener, index) if listener is not None else None,
            medium=medium_of(said.verb, said.head),
        )
    if said.head is None:
        return one
    named = antecedent(said.head)
    # "who" and "that" stand beside the verb and are what the text has; a "that" read as a conjunction names nobody
    mention = phrase(named if said.head.lower_ == "that" and said.head.tag_ == "IN" else said.head)
    if any(mention.overlaps(part) for part in parts):
        return one
    return one._replace(speaker=actor_of(named, index), speaker_span=mention)
