"""Whose somebody is by the names beside the head: "*Russian* president", "troops *of Chad*", "*Darfur* rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.actors.ground_words import GROUNDS
from dragoman.actors.phrases import Phrase
from dragoman.knowledge import countries, organisations
from dragoman.knowledge.localities import country_of_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from dragoman.actors.gazetteer import Page
    from dragoman.actors.known import Known
    from dragoman.knowledge.titles import Title

BELONGING = frozenset({"of", "in", "from", "for"})
"""Prepositions whose object tells whose an official, a body or a crowd is: "police in Lagos"."""
STRICT = frozenset({"of", "from"})
"""Those that tell it of people who are sent abroad: "in" and "for" name where to."""
AMONG = frozenset({"minority", "minorities", "community", "communities"})
"""People whose adjective tells another thing than their country: "Kosovo's *Serb* minority"."""
SEATED = frozenset({"based", "headquartered"})
SENT = frozenset(
    {"ambassador", "envoy", "diplomat", "consul", "embassy", "representative", "mediator", "negotiator", "observer"}
    | {"troop", "soldier", "peacekeeper", "contingent", "inspector"}
)


class Home(NamedTuple):
    """Whose somebody is: codes of countries, and the town or region where it is that which the words name."""

    codes: list[str]
    place: str | None = None

    @property
    def code(self) -> str | None:
        """The first country."""
        return next(iter(self.codes), None)


def home_of(page: Page, phrase: Phrase, title: Title | None = None, belonging: frozenset[str] = BELONGING) -> Home:
    """The countries named in the phrase or hanging on its head, else that of a town or region named there.

    Several only if joined by "and" ("ministers of Chad and Niger"). `belonging` are the prepositions that tell whose
    somebody is, fewer for a `title` whose bearers are sent abroad. World bodies have PLOVER's codes.
    """
    belonging = STRICT if title and _is_abroad(title) else belonging
    if title and title.phrase.split()[-1] in AMONG:
        phrase = Phrase(phrase.start, _possessor_end(page.doc, phrase), phrase.head)
    countries_named = [code for one in _beside(page.doc, page.known, phrase, belonging) if (code := code_of(one))]
    if countries_named:
        return Home(list(dict.fromkeys(countries_named)))
    places = _beside(page.doc, page.places, phrase, belonging)
    codes = {code for one in places if (code := code_of(one))}
    return Home(list(codes), places[0].text) if len(codes) == 1 else Home([])


def _possessor_end(doc: Doc, phrase: Phrase) -> int:
    """The token after a possessor in the phrase, its start if there is none."""
    ends = (at + 1 for at in range(phrase.start, phrase.head) if doc[at].tag_ == "POS")
    return max(ends, default=phrase.start)


def _beside(doc: Doc, known: Mapping[int, Known], phrase: Phrase, belonging: frozenset[str]) -> list[Known]:
    inside = _joined(doc, known, range(phrase.start, phrase.end))
    behind = (_behind(doc, doc[at], known, belonging) for at in range(phrase.head, max(phrase.end, phrase.head + 1)))
    return inside or next((names for names in behind if names), [])


def _is_abroad(title: Title) -> bool:
    return bool(SENT & {word.removesuffix("s") for word in title.phrase.split()})


def _joined(doc: Doc, known: Mapping[int, Known], tokens: Iterable[int]) -> list[Known]:
    """The first name of a country in a stretch, and those that "and" joins to it."""
    names: list[Known] = []
    chain: set[int] = set()
    for at in tokens:
        named = at in known and code_of(known[at]) is not None
        if named and (not chain or (doc[at].dep_ == "conj" and doc[at].head.i in chain) or at in chain):
            chain.update(range(known[at].start, known[at].end))
            names.append(known[at])
    return names


def code_of(known: Known) -> str | None:
    """The country that a name of the tables belongs to; None for a person, whose office may have changed."""
    if known.table == "country":
        return countries.names()[known.text][0]
    if known.table == "organisation":
        return organisations.organisation_names()[known.text].country or None
    return country_of_place(known.text) if known.table == "place" else None


def _behind(doc: Doc, head: Token, known: Mapping[int, Known], belonging: frozenset[str]) -> list[Known]:
    for noun in _objects(head, belonging):
        names = _joined(doc, known, _with_joined(noun))
        if names:
            return names
    return []


def _objects(head: Token, belonging: frozenset[str]) -> Iterator[Token]:
    """What stands behind the prepositions, and behind "based in"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in belonging:
            yield from child.children
        elif child.dep_ == "acl" and child.lower_ in SEATED:
            yield from _objects(child, BELONGING)


def _with_joined(noun: Token) -> Iterator[int]:
    """The tokens of a noun up to its head, those of what it is the ground of, then those of the nouns joined to it."""
    yield from range(noun.left_edge.i, noun.i + 1)
    for child in noun.children:
        if child.dep_ == "conj":
            yield from _with_joined(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and noun.lemma_.lower() in GROUNDS:
            yield from (at for below in child.children for at in _with_joined(below))
