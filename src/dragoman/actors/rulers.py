"""Heads of state and government whom a report calls by the surname alone, where the tagger sees nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors import people
from dragoman.actors.found import found_at
from dragoman.actors.ground_words import PLACING
from dragoman.actors.phrases import Phrase
from dragoman.actors.propagate import stands_alone
from dragoman.language import once_a_parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dragoman.actors.found import Found
    from dragoman.model import Interval

MISTAKEN = frozenset({"", "ORG", "GPE", "NORP", "PRODUCT", "WORK_OF_ART"})
"""The tagger's labels that a surname alone may have."""


def with_rulers(doc: Doc, found: Sequence[Found], day: Interval | None) -> list[Found]:
    """The finds with those whom `people.by_surname` takes for a ruler in office, in place of the tagger's bodies.

    The linker asks again, and knows then who of that name is spoken of in full.
    """
    told = {one.country for one in found}
    new = [one for one in _named(doc) if people.by_surname(one, day, told)]
    spans = {one.span for one in new}
    kept = [one for one in found if one.via != "entity" or one.span not in spans]
    taken = {at for one in kept for at in range(*one.span)}
    return [*kept, *(one for one in new if one.span.start not in taken)]


@once_a_parse
def _named(doc: Doc) -> tuple[Found, ...]:
    proper = (token for token in doc if token.pos_ == "PROPN" and token.ent_type_ in MISTAKEN)
    return tuple(
        found_at(doc, Phrase(token.i, token.i + 1, token.i), "person", "name", name=token.text)
        for token in proper
        if stands_alone(token) and not _is_ground(token)
    )


def _is_ground(token: Token) -> bool:
    return token.text.isupper() or (token.dep_ == "pobj" and token.head.lower_ in PLACING)
