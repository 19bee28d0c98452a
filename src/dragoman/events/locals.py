"""Which country a crowd is of: people of no named country who act, or are acted on, in a named place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.countries import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from dragoman.events.participants import Participants
    from dragoman.model import Actor, Event

NATIVE = frozenset(
    {"activist", "child", "civilian", "demonstrator", "farmer", "fighter", "guerrilla", "gunman", "gunmen", "inmate",
     "insurgent", "jihadist", "leader", "man", "men", "militant", "minority", "people", "prisoner", "protester",
     "rebel", "rebels", "resident", "rioter", "separatist", "striker", "student", "teacher", "tribesmen", "villager",
     "voter", "women", "worker", "worshipper"}
)  # fmt: skip
"""Heads of names of crowds that mostly live where they act; soldiers, refugees, tourists and envoys don't."""
WITHIN = frozenset({"in", "near", "outside", "inside", "across", "around", "throughout"})
CARRIED = frozenset({"conj", "xcomp", "dobj", "pobj", "prep"})
"""Relations up which a deed's place may hang on what carries it: "*staged* a protest in Lima"."""


def settled(actors: Iterable[Actor], events: Iterable[Event], doc: Doc, who: Participants) -> tuple[Actor, ...]:
    """The actors, each crowd of no country with that of the one country in which all its deeds are placed."""
    found: dict[str, set[str]] = {}
    for event in events:
        word = doc.char_span(*event.trigger, alignment_mode="expand")
        for name in {*event.source, *event.target} if word else ():
            found.setdefault(name, set()).update(_grounds(word.root, who))
    return tuple(_settled(one, found.get(one.id, set())) for one in actors)


def _settled(actor: Actor, grounds: set[str]) -> Actor:
    is_crowd = actor.kind == "group" and actor.country is None and _is_native(actor.name)
    return replace(actor, country=next(iter(grounds))) if is_crowd and len(grounds) == 1 else actor


def _is_native(name: str) -> bool:
    """Whether a description is of those who live where they act; a name ("Houthis") is none."""
    head = name.rsplit(maxsplit=1)[-1]
    return name[:1].islower() and (head in NATIVE or head.removesuffix("s") in NATIVE or head == "children")


def _grounds(token: Token, who: Participants) -> Iterator[str]:
    """Codes of the countries that the word's clause names as where it happens."""
    while token.dep_ in CARRIED and token.head != token:
        token = token.head
    for prep in (one for one in token.subtree if one.pos_ == "ADP" and one.lower_ in WITHIN):
        for noun in (child for child in prep.children if child.dep_ == "pobj"):
            codes = who.countries(who.at(noun) or who.placed(noun))
            yield from (str(code) for code in codes if code in countries())
