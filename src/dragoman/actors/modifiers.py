"""The countries that a phrase names beside its head: "*Russian* president", "troops *of Chad*", "*Cairo*'s envoy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import countries, organisations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from dragoman.actors.gazetteer import Known
    from dragoman.actors.phrases import Phrase
    from dragoman.knowledge.titles import Title

BELONGING = frozenset({"of", "in", "from", "for"})
"""Prepositions whose object tells whose an official, a body or a crowd is: "police in Lagos"."""
STRICT = frozenset({"of", "from"})
"""Those that tell it of people who are sent abroad: "in" and "for" name where to."""
SENT = frozenset(
    {"ambassador", "envoy", "diplomat", "consul", "embassy", "representative", "mediator", "negotiator", "observer"}
    | {"troop", "soldier", "peacekeeper", "contingent", "inspector"}
)


def country_beside(doc: Doc, known: Mapping[int, Known], phrase: Phrase) -> str | None:
    """ISO code (or PLOVER's code for a world body) of the country named in the phrase or hanging on its head."""
    return next(iter(countries_beside(doc, known, phrase, None)), None)


def countries_beside(
    doc: Doc,
    known: Mapping[int, Known],
    phrase: Phrase,
    title: Title | None,
    belonging: frozenset[str] = BELONGING,
) -> list[str]:
    """The codes beside the head of one phrase: several only if joined by "and" ("ministers of Chad and Niger").

    `belonging` are the prepositions that tell whose somebody is, fewer for a `title` whose bearers are sent abroad.
    """
    inside = _joined(doc, known, range(phrase.start, phrase.end))
    belonging = STRICT if title and _is_abroad(title) else belonging
    behind = (_behind(doc, doc[at], known, belonging) for at in range(phrase.head, max(phrase.end, phrase.head + 1)))
    return inside or next((codes for codes in behind if codes), [])


def _is_abroad(title: Title) -> bool:
    return bool(SENT & {word.removesuffix("s") for word in title.phrase.split()})


def _joined(doc: Doc, known: Mapping[int, Known], tokens: Iterable[int]) -> list[str]:
    """The first country of a stretch, and those that "and" joins to it."""
    codes: list[str] = []
    chain: set[int] = set()
    for at in tokens:
        code = code_of(known[at]) if at in known else None
        if code and (not chain or (doc[at].dep_ == "conj" and doc[at].head.i in chain) or at in chain):
            chain.update(range(known[at].start, known[at].end))
            codes.append(code)
    return list(dict.fromkeys(codes))


def code_of(known: Known) -> str | None:
    """The country that a name of the tables belongs to; None for a person, whose office may have changed."""
    if known.table == "country":
        return countries.names()[known.text][0]
    if known.table == "organisation":
        return organisations.organisation_names()[known.text].country or None
    return None


def _behind(doc: Doc, head: Token, known: Mapping[int, Known], belonging: frozenset[str]) -> list[str]:
    for noun in _objects(head, belonging):
        codes = _joined(doc, known, _with_joined(noun))
        if codes:
            return codes
    return []


def _objects(head: Token, belonging: frozenset[str]) -> Iterator[Token]:
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in belonging:
            yield from prep.children


def _with_joined(noun: Token) -> Iterator[int]:
    """The tokens of a noun up to its head, then those of the nouns joined to it."""
    yield from range(noun.left_edge.i, noun.i + 1)
    for child in noun.children:
        if child.dep_ == "conj":
            yield from _with_joined(child)
