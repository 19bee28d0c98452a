"""Which triggers of a sentence stand: one event for a verb and what it only carries, and the primary one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dragoman.events.triggers import Trigger

CARRIED = frozenset({"dobj", "attr", "oprd", "acomp", "compound", "nsubjpass", "prt"})
"""Relations in which two triggers say one thing: "signed a *treaty*", "*trade* agreement"."""
DOING = frozenset({"nsubj"})
"""Relations in which two triggers of one type say one thing: "*talks* resumed", "the *raid* killed five"."""
COMMITTED = frozenset({"xcomp"})
"""Relations in which the governor says the event by what it commits to: "agreed *to lift*"."""


def standing(doc: Doc, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers left when of two that say one event the likelier stays; under control the governor stays."""
    by_token = {one.token: one for one in found}
    dropped: set[int] = set()
    for trigger in by_token.values():
        token = doc[trigger.token]
        other = by_token.get(_governor(token))
        if other is None or other.token in dropped:
            continue
        if token.dep_ in COMMITTED and other.type is not None:
            dropped.add(trigger.token)
        elif _says_the_same(token, trigger, other) and not _is_asked_for(trigger, other):
            dropped.add(min(trigger, other, key=lambda one: (one.type is not None, one.likelihood)).token)
    return [one for one in by_token.values() if one.token not in dropped]


def _says_the_same(token: Token, trigger: Trigger, other: Trigger) -> bool:
    """Whether a word and the one that it hangs on say one event between them."""
    if token.dep_ in DOING:
        return trigger.type == other.type
    return token.dep_ in CARRIED and not (trigger.type != other.type and _is_anothers(token))


def _is_asked_for(trigger: Trigger, other: Trigger) -> bool:
    """Whether a deed is what another is asked to do: "demanded the *release* of the crew"."""
    return other.type == "REQUEST" and trigger.type not in {"REQUEST", "AGREE", "CONSULT", None}


def _is_anothers(token: Token) -> bool:
    """Whether what is done to a deed is told, and whose: "dismissed *Peru's* offer" is a refusal and an offer."""
    whose = any(child.dep_ == "poss" and child.pos_ != "PRON" for child in token.children)
    return whose and token.dep_ in {"dobj", "nsubjpass"}


def _governor(token: Token) -> int:
    return int(token.head.i)


def primary(doc: Doc, found: Iterable[Trigger]) -> int | None:
    """Token of the trigger that the sentence is about: nearest to its root, then the likelier; None without any."""
    typed = [one for one in found if one.type is not None]
    best = min(typed, key=lambda one: (_depth(doc[one.token]) - 2 * one.likelihood, one.token), default=None)
    return best.token if best else None


COSTS = {"relcl": 1.0, "acl": 1.0, "advcl": 1.0, "pobj": 1.0, "pcomp": 1.0, "conj": 1.0, "amod": 1.0, "compound": 1.0,
         "ccomp": 0.9, "xcomp": 0.9}  # fmt: skip
"""What each step from the sentence's root down costs; a complement a little less than a relative clause."""


def _depth(token: Token) -> float:
    """How far below its sentence's root a word stands."""
    depth = 0.0
    while token.head != token:
        depth += COSTS.get(token.dep_, 0.0)
        token = token.head
    return depth
