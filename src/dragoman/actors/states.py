"""States that number, region or side alone name: "six powers", "Arab states", "its allies", "their countries"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.cluster import Cluster
from dragoman.actors.found import Found, found_at
from dragoman.knowledge import countries
from dragoman.model import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.actors.link import Linker
    from dragoman.actors.phrases import Phrase

ALWAYS = frozenset({"allies"})
SAID_OF_MANY = frozenset({"powers", "states", "countries", "nations", "governments", "capitals", "monarchies"})
NAMED = frozenset(
    {"african", "arab", "asian", "balkan", "baltic", "caribbean", "european", "gulf", "islamic", "latin", "muslim"}
    | {"nordic", "pacific", "western"}
)
BESIDE = NAMED | frozenset(
    {"allied", "donor", "foreign", "great", "major", "member", "neighboring", "neighbouring", "nuclear"}
    | {"oil-producing", "poor", "regional", "rich"}
)
"""What the words are that make "states" or "powers" some states: "*Baltic* states"; "sovereign states" are a notion."""
OWN = frozenset({"country", "countries", "nation", "nations", "homeland"})
"""Nouns that stand for the state of whom they belong to."""


def states_found(doc: Doc, phrase: Phrase) -> Found | None:
    """A group of states that no table lists, without a country: "six world powers", "Gulf states", "US allies"."""
    head = doc[phrase.head]
    before = list(doc[phrase.start : phrase.head])
    if head.lower_ not in ALWAYS and not (head.lower_ in SAID_OF_MANY and _is_some(head, before)):
        return None
    beside = [token.lower_ for token in before if token.lower_ in BESIDE]
    said = [word.capitalize() if word in NAMED else word for word in beside]  # "ARAB STATES" of a headline, too
    title = " ".join([*said, head.lower_])
    return found_at(doc, phrase, "group", "description", title=title, sector="GOV", plural=True)


def _is_some(head: Token, before: list[Token]) -> bool:
    counted = head.lower_ == "powers" and any(token.dep_ == "nummod" or token.lower_ == "world" for token in before)
    return counted or any(token.lower_ in BESIDE for token in before)


def link_own_state(linker: Linker, owner: Token) -> None:
    """Link "his country" and "their countries" to the states of whom the pronoun stands for, where those are known."""
    noun = owner.head
    if noun.lower_ in OWN and owner.tag_ == "PRP$" and owner.i in linker.at:
        owners = linker.pairs[owner.i] if owner.i in linker.groups else (linker.at[owner.i],)
        codes = list(dict.fromkeys(one.country for one in owners))
        several = noun.tag_ == "NNS"
        if all(code in countries.countries() for code in codes) and len(codes) == 1 + several:
            linker.forget(noun.i)
            _link(linker, Span(owner.idx, noun.idx + len(noun)), noun.i, [str(code) for code in codes])


def _link(linker: Linker, span: Span, head: int, codes: list[str]) -> None:
    for code in codes:
        same = (one for one in linker.clusters if one.kind == "country" and one.country == code)
        cluster = next(same, None) or Cluster(kind="country", name=countries.countries()[code].name, country=code)
        linker.add(cluster, Mention(span, "own country"), head)
