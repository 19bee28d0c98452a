"""Names that the report has given in full, found again where the tagger misses them: "Quill left", "Quill's boat"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.actors.found import Found
from dragoman.actors.names import has_article, is_full, short_forms
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

NAMING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative", "ROOT", "appos", "agent"})
MONTHS = frozenset({"January", "March", "April", "May", "June", "July", "August"})
"""Months that people are called, too."""


def propagated(doc: Doc, found: list[Found]) -> list[Found]:
    """The phrases, with single words that are part of a full name in this report turned into that person's.

    Guarded, since a surname may be a word ("May", "Park", "Han"): the word is capitalised as the name is, no other
    capitalised word nor an article touches it, no month is meant, and only the tagger's guess at an organisation or
    people may give way to it. Only persons named in full spread.
    """
    found = _named_in_full(found)
    parts = {part for one in found if one.kind == "person" for part in _parts(one.name)}
    kept = [one for one in found if one.via != "entity" or one.name not in parts]
    taken = {at for one in kept for at in range(*one.span)}
    new = [_found(token) for token in doc if token.text in parts and token.idx not in taken and stands_alone(token)]
    return [*kept, *new]


def _named_in_full(found: list[Found]) -> list[Found]:
    """The phrases, with what the tagger took for an organisation made a person where the report says who that is.

    "Nikki Haley" tagged as a body is a person in a report that goes on with "Ms Haley".
    """
    alone = {
        one.name for one in found if one.kind == "person" and one.name and " " not in one.name and one.via == "name"
    }
    return [replace(one, kind="person", via="propagated") if _is_of(one, alone) else one for one in found]


def _is_of(one: Found, surnames: set[str]) -> bool:
    words = (one.name or "").split()
    return one.via == "entity" and 1 < len(words) < 4 and words[-1] in surnames


def _parts(name: str | None) -> Iterable[str]:
    return short_forms(name) if name and is_full(name) else ()


def stands_alone(token: Token) -> bool:
    """Whether a single word is used as a name is: no capitalised word nor an article beside it, and no month meant."""
    if _is_month(token) or has_article(token.doc, token.i):
        return False
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    if any(one.text[:1].isupper() and not one.is_sent_start for one in beside):
        return False
    return (token.dep_ in NAMING or _is_no_aux(token)) and token.text[:1].isupper()


def _is_no_aux(token: Token) -> bool:
    """Whether the parser takes a name for a modal verb: "*May* said"."""
    return token.dep_ == "aux" and token.head.tag_ in {"VBD", "VBZ"}


def _is_month(token: Token) -> bool:
    """Whether the month is meant, or may be: "in *May*", "*May* 3 was"."""
    if token.text not in MONTHS:
        return token.ent_type_ in {"DATE", "TIME"}
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return after.like_num or token.dep_ not in {"nsubj", "nsubjpass", "poss", "dobj", "dative", "aux"}


def _found(token: Token) -> Found:
    return Found(
        span=Span(token.idx, token.idx + len(token)),
        head=token.i,
        sentence=token.sent.start,
        kind="person",
        via="propagated",
        name=token.text,
    )
