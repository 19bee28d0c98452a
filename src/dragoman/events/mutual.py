"""Events that two sides do together: "talks between A and B", "A and B signed", "A met B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.events.participants import is_hyphened

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.events.participants import Participants

TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "RETREAT"})
VERBS = frozenset(
    {
        "meet",
        "talk",
        "negotiate",
        "confer",
        "agree",
        "sign",
        "reach",
        "cooperate",
        "conclude",
        "speak",
        "hold",
        "telephone",
        "phone",
    }
)
NOUNS = frozenset(
    {"talk", "meeting", "summit", "negotiation", "agreement", "deal", "treaty", "pact", "accord", "discussion",
     "exercise", "drill", "conversation", "truce", "ceasefire", "dialogue", "game", "manoeuvre", "maneuver", "tie",
     "relation"}
)  # fmt: skip
"""Words for what takes two. A visit has one who pays it, so it is told from A to B."""
MET = frozenset({"meet", "telephone", "phone"})
"""Verbs whose object takes part."""


def is_shared(token: Token, kind: str | None) -> bool:
    """Whether those joined in the subject do it to each other: "A and B met", not "A and B praised C"."""
    if kind not in TYPES:
        return False
    if token.lemma_.lower() in VERBS | NOUNS or _is_telephone_call(token):
        return True
    return any(child.dep_ == "dobj" and child.lemma_.lower() in NOUNS for child in token.children)


def _is_telephone_call(token: Token) -> bool:
    beside = {child.lower_ for child in token.children if child.dep_ in {"compound", "amod", "nmod"}}
    return token.lemma_.lower() == "call" and bool(beside & {"telephone", "phone", "video"})


def _halves(noun: Token) -> list[Token]:
    """The names before a noun that a hyphen joins: "*Chile*-*Peru* talks"."""
    right = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod", "poss"}]
    return [half for one in right for child in one.children if is_hyphened(child, one) for half in (child, one)]


def sides_between(token: Token, kind: str | None, who: Participants) -> tuple[str, ...]:
    """The sides of "talks between A and B" and "A-B talks", also where they hang on the verb's object.

    () if fewer than two.
    """
    if kind not in TYPES:
        return ()
    nouns = [token, *(child for child in token.children if child.dep_ in {"dobj", "nsubjpass"})]
    for halves in (_halves(noun) for noun in nouns if noun.lemma_.lower() in NOUNS):
        sides = tuple(dict.fromkeys(name for half in halves for name in who.alone(half)))
        if len(sides) > 1:
            return sides
    for prep in (child for noun in nouns for child in noun.children if child.lower_ in {"between", "among"}):
        sides = tuple(name for noun in prep.children for name in who.of(noun))
        if len(sides) > 1:
            return sides
    return ()
