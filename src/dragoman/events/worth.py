"""Which of the words that may say an event are worth a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.events.arguments import WORDED, worded_by
from dragoman.events.choose import standing
from dragoman.events.classes import SAID
from dragoman.events.subjects import subject_of
from dragoman.events.triggers import Trigger, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

    from dragoman.events.page import Page

LEAST_LIKELIHOOD = 0.25
"""Below this a word is taken to say no event."""
LEAST_CONFIDENCE = 0.22
"""Likelihood times the type's share; below this there is no record."""
LEAST_ASIDE = 0.28
"""The same for what a sentence says beside its primary event."""
LEAST_CHARGE = 0.5
"""The same for "saying", which mostly tells no event of its own."""
REPORTING = frozenset({"say", "tell", "add", "note", "state", "report"})
"""Words that say nothing of what was said: what it commits to has a trigger of its own."""
FELT = frozenset(
    {"alarm", "anger", "annoy", "dismay", "enrage", "exasperate", "frustrate", "infuriate", "irk", "irritate"}
    | {"outrage", "unsettle", "upset", "worry"}
)
"""Verbs of feelings that a deed stirs: "Chad was *angered* by the ban"; the codebook has no type for one."""
BASES = frozenset({"AGREE", "SUPPORT"})
"""Types of accords; but "came *under attack*" is an event."""


def worthy(page: Page) -> list[Trigger]:
    """The words of a report that are worth a record, in order: typed, sure enough, and no other thing of that name."""
    heard = triggers(_peopled(page), LEAST_LIKELIHOOD)
    found = standing(page.doc, _telling(page.doc, heard))
    sure = (one for one in found if _is_sure(page.doc, one))
    return [one for one in sure if not _is_somebody(page, one) and not _is_danger(page, page.doc[one.token])]


def is_aside(trigger: Trigger) -> bool:
    """Whether it is too unsure for what a sentence says beside its primary event."""
    return trigger.likelihood * trigger.share < LEAST_ASIDE


def _peopled(page: Page) -> Iterator[Words]:
    """The sentences in which an actor stands: without one there is no record."""
    return (one for one in page.doc.sents if any(page.who.at(token) for token in one))


def _telling(doc: Doc, heard: list[Trigger]) -> list[Trigger]:
    """The triggers but feelings, what only carries another ("*letter* of thanks"), and words that only pass words on.

    A "saying" that tells what its subject holds against somebody stays, unless the verb that it hangs on does.
    """
    carrying = {above.i for one in heard if (above := worded_by(doc[one.token])) is not None}
    heard = [one for one in heard if not _is_feeling(doc[one.token]) and one.token not in carrying]
    types = {one.token: one.type for one in heard if one.likelihood * one.share >= LEAST_CONFIDENCE}
    return [one for one in heard if doc[one.token].lemma_ not in REPORTING or _is_charge(doc[one.token], one, types)]


def _is_feeling(token: Token) -> bool:
    """Whether a passive only says how somebody feels about a deed: that is no act of theirs, nor of who did it."""
    return token.lemma_ in FELT and any(child.dep_ == "auxpass" for child in token.children)


def _is_charge(token: Token, trigger: Trigger, types: Mapping[int, str | None]) -> bool:
    sure = trigger.type == "ACCUSE" and trigger.likelihood * trigger.share >= LEAST_CHARGE
    return bool(sure and token.dep_ == "advcl" and token.tag_ == "VBG" and types.get(token.head.i) not in SAID)


def _is_sure(doc: Doc, trigger: Trigger) -> bool:
    """Whether a trigger is worth a record: typed, sure enough, and no mere name or basis."""
    token = doc[trigger.token]
    said = _is_naming(token) or _is_basis(token, trigger)
    return bool(trigger.type and trigger.likelihood * trigger.share >= LEAST_CONFIDENCE) and not said


def _is_somebody(page: Page, trigger: Trigger) -> bool:
    """Whether a noun says who somebody is, and so no deed: "a *spokesman* for the army"."""
    token = page.doc[trigger.token]
    return token.pos_ == "NOUN" and any(
        page.actors[one].kind == "person" for one in page.who.at(token) if one in page.actors
    )


def _is_danger(page: Page, token: Token) -> bool:
    """Whether a thing "threatens", which nobody does: "the *deal* would threaten Chad", "a *flood* threatens Chad"."""
    subject = subject_of(token) if token.lemma_ == "threaten" and token.pos_ == "VERB" else None
    if subject is None or subject.pos_ != "NOUN" or subject.lemma_ in WORDED | {"video", "call", "leaflet", "email"}:
        return False
    return not page.who.of(subject)


def _is_basis(token: Token, trigger: Trigger) -> bool:
    """Whether a noun only names what something else rests on: "would withdraw *under the accord*"."""
    return bool(trigger.type in BASES and token.dep_ == "pobj" and token.head.lower_ == "under")


def _is_naming(token: Token) -> bool:
    """Whether "call" gives a name: "called the outcome a victory", "what they call a plot"."""
    named = any(child.dep_ == "oprd" or child.lower_ == "what" for child in token.children)
    return bool(token.lemma_ == "call" and named)
