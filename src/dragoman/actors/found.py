"""A noun phrase that may stand for an actor, with what its own words say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from dragoman.model import Span

if TYPE_CHECKING:
    from typing import Unpack

    from spacy.tokens import Doc

    from dragoman.actors.genders import Gender
    from dragoman.actors.phrases import Phrase
    from dragoman.knowledge.offices import Role
    from dragoman.model import ActorKind


class Said(TypedDict, total=False):
    """What a phrase may say beside its kind; the fields are those of `Found`."""

    name: str | None
    country: str | None
    title: str | None
    role: Role | None
    sector: str | None
    wikidata: str | None
    owner: str | None
    former: bool
    plural: bool
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Found:
    """One phrase before it is linked to others.

    `span` counts code points of the report's text, `head` and `sentence` count tokens of its parse (the head word,
    the sentence's first word). `name` is the proper name without its title, None for a bare description; `title` the
    words of the office or role in lower case; `role` the office's kind in `offices.csv`, where the title has
    one, and `owner` the town or region that it is of.
    """

    span: Span
    head: int
    sentence: int
    kind: ActorKind
    via: str
    name: str | None = None
    country: str | None = None
    title: str | None = None
    role: Role | None = None
    sector: str | None = None
    wikidata: str | None = None
    owner: str | None = None
    former: bool = False
    plural: bool = False
    gender: Gender | None = None


def found_at(doc: Doc, phrase: Phrase, kind: ActorKind, via: str, **said: Unpack[Said]) -> Found:
    """A find for the phrase's exact words, with what they say."""
    first, last = doc[phrase.start], doc[phrase.end - 1]
    return Found(
        span=Span(first.idx, last.idx + len(last)),
        head=phrase.head,
        sentence=doc[phrase.head].sent.start,
        kind=kind,
        via=via,
        **said,
    )
