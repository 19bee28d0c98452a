"""Words that belong to somebody's name and to no place: persons and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.countries import names
from dragoman.knowledge.place_names import place_key
from dragoman.knowledge.places import hand_names
from dragoman.places.candidate import likelihood, short_for
from dragoman.places.position import PLACED, SORTS, is_dateline, is_in_position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span, Token

    from dragoman import model
    from dragoman.actors.known import Known
    from dragoman.model import Actor

SITING = frozenset({"in", "near", "outside", "around", "at"})
"""Words behind which no person is called."""
FAMED = 6.0
"""Likelihood from which a name is a city's or country's before it is a person's: a million people."""
SURE_TOWN = 4.7
"""Likelihood from which a name that the parser takes for a person is a place behind "in": towns of 50,000."""


class Taken(NamedTuple):
    """Tokens by whose they are: `persons`' names, where no place is, and `bodies`' names of several words."""

    persons: frozenset[int]
    bodies: frozenset[int]


def taken(doc: Doc, known: Iterable[Known], actors: Iterable[Actor] = ()) -> Taken:
    """Which tokens are persons' names and which lie in bodies' names."""
    people = [one for one in doc.ents if _is_person(doc, one)]
    persons = {at for one in people for at in range(one.start, one.end)} | _called(doc, people, actors)
    bodies = {at for one in doc.ents if _is_body(one) for at in range(one.start, one.end)}
    for one in known:
        inside = set(range(one.start, one.end))
        if one.table == "person" or (one.table == "mask" and place_key(one.text) not in hand_names()):
            persons |= inside
        elif one.table == "organisation":
            bodies |= inside
            persons |= inside if one.end - one.start == 1 else set()
    return Taken(frozenset(persons), frozenset(bodies))


def _is_person(doc: Doc, entity: Span) -> bool:
    """Whether a tagged person has more than one name, is no place kept by hand and no town in a place's position."""
    words = [token for token in entity if token.tag_ != "POS"]
    if entity.label_ != "PERSON" or len(words) < 2:
        return False
    key = _key(entity)
    return key not in hand_names() and not (
        likelihood(key) >= SURE_TOWN and is_in_position(doc, entity.start, entity.end)
    )


def _is_body(entity: Span) -> bool:
    """Whether a tagged body has a name of several words that is not a place's, whole: "Khyber Pakhtunkhwa" is one."""
    return entity.label_ == "ORG" and len(entity) > 1 and likelihood(_key(entity)) < SURE_TOWN


def _key(entity: Span) -> str:
    """The key of an entity's words without article and `'s`."""
    words = [token for token in entity if token.tag_ != "POS" and token.lower_ != "the"]
    return place_key(entity.doc[words[0].i : words[-1].i + 1].text) if words else ""


def _called(doc: Doc, people: list[Span], actors: Iterable[Actor]) -> set[int]:
    """Where a person is called by one name: "Jordan" after "Ann Jordan", or where the actors stage says so.

    Behind a placing word a city or country of its own fame stays one, and any town behind "in".
    """
    last = {token.text for one in people for token in one if token.tag_ != "POS" and token.i >= one.start + 1}
    persons = [actor for actor in actors if actor.kind == "person" and _is_name(actor.name)]
    linked = {mention.span for actor in persons for mention in actor.mentions}
    return {token.i for token in doc if _is_called(token, last, linked) and not _is_sited(doc, token)}


def _is_called(token: Token, last: set[str], linked: set[model.Span]) -> bool:
    if token.text in last and token.ent_type_ in {"PERSON", "ORG", ""}:
        return True
    return (token.idx, token.idx + len(token)) in linked and token.pos_ == "PROPN"


def _is_name(name: str) -> bool:
    """Whether an actor's name is one and no description: "minister of Spain"."""
    return all(word[0].isupper() for word in name.split())


def _is_sited(doc: Doc, token: Token) -> bool:
    """Whether the words beside speak for the place."""
    before = doc[token.i - 1].lower_ if token.i else ""
    if before in SITING or is_dateline(doc, token.i, token.i + 1):
        return True
    if before == "of" and token.i > 1 and doc[token.i - 2].lemma_.lower() in SORTS:
        return True
    if before == "," and short_for(place_key(token.text)):
        return True
    famed = token.text in names() or likelihood(place_key(token.text)) >= FAMED
    return famed and (token.ent_type_ in PLACED or is_in_position(doc, token.i, token.i + 1))
