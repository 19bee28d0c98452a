"""How a deed is called when it is spoken of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.events.triggers import Trigger

POINTING = frozenset({"the", "that", "this", "these", "those", "such"})
COMPLEMENTS = frozenset({"against", "between", "by", "for", "of", "on", "over", "to", "with"})
"""Prepositions behind which a deed of its own has its sides."""
DEALS = frozenset({"deal", "accord", "agreement", "pact", "treaty", "truce", "ceasefire", "text", "statement"})
OFFERS = frozenset({"offer", "proposal", "plan", "promise", "pledge", "initiative", "idea", "overture", "gesture"})
NAMES = {
    "AGREE": DEALS | OFFERS | {"invitation"},
    "SUPPORT": DEALS,
    "CONSULT": frozenset({"talk", "meeting", "visit", "summit", "dialogue"}),
    "COOPERATE": frozenset({"exercise", "drill", "manoeuvre"}),
    "AID": frozenset({"aid", "help", "assistance", "shipment"}),
    "REQUEST": frozenset({"call", "request", "demand", "appeal", "ultimatum", "idea", "proposal"}),
    "ACCUSE": frozenset({"accusation", "charge", "allegation", "claim", "criticism"}),
    "REJECT": frozenset({"refusal", "rejection", "veto", "decision"}),
    "THREATEN": frozenset({"threat", "warning", "ultimatum"}),
    "PROTEST": frozenset({"protest", "demonstration", "march", "strike", "riot"}),
    "SANCTION": frozenset({"sanction", "ban", "embargo", "tariff", "measure", "expulsion", "boycott", "suspension"}),
    "COERCE": frozenset(
        {"arrest", "attack", "blockade", "closure", "crackdown", "detention", "raid", "seizure", "sentence"}
    ),
    "MOBILIZE": frozenset({"buildup", "move"}),
    "ASSAULT": frozenset(
        {"attack", "strike", "raid", "killing", "bombing", "shelling", "assault", "violence", "bloodshed", "massacre",
         "murder", "execution", "offensive", "invasion", "incursion", "war", "shooting", "airstrike"}
    ),
}  # fmt: skip
"""How a deed of a type is called when it is spoken of again."""
DISTINCT = frozenset({"COERCE", "SANCTION"})
"""Types of which two nouns name two things: an arrest is no blockade."""
NEAR = 6
"""Ends of sentences up to which a type's name will do for a deed: "the idea" of a page ago is another."""
LIKELY = 0.5
"""How sure a deed must be for others to rest on it."""
STEM = 5
"""Letters that a verb and the noun made from it share: "propose", "proposal"."""


def is_definite(noun: Token) -> bool:
    """Whether a noun may name what was told before: "the raid", "its raid", "Chad's raid"; not "the war on Chad"."""
    named = any(child.lower_ in POINTING or child.dep_ == "poss" for child in noun.children)
    own = any(child.dep_ == "prep" and child.lower_ in COMPLEMENTS for child in noun.children)
    return noun.pos_ == "NOUN" and named and not own


def is_called(word: Token, deed: Trigger, doc: Doc) -> bool:
    """Whether a word may be the name of a deed: its own, one of its stem ("deployed", "deployment"), or its type's.

    Nobody speaks again of what may be none.
    """
    if deed.likelihood * deed.share < LIKELY:
        return False
    name, own = word.lemma_.lower(), doc[deed.token].lemma_.lower()
    if name == own or name[:STEM] == own[:STEM] or (len(own) == STEM - 1 and name.startswith(own)):
        return True
    names = NAMES.get(deed.type or "", frozenset())
    if name not in names or (deed.type in DISTINCT and own in names):
        return False
    return sum(bool(one.is_sent_start) for one in doc[deed.token + 1 : word.i + 1]) <= NEAR
