"""Where an event happened: the toponym that a preposition ties to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.model import Place, Report, Span

TYING = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "off", "over", "along", "throughout"})
"""Prepositions behind which stands where something happens; "from" and "to" tell a journey's ends."""


SAYING = frozenset(
    {
        "accuse",
        "announce",
        "blame",
        "call",
        "condemn",
        "criticise",
        "criticize",
        "demand",
        "denounce",
        "deny",
        "discuss",
    }
    | {"hail", "mourn", "oppose", "plan", "praise", "promise", "reject", "report", "say", "threaten", "urge", "warn"}
    | {"welcome", "protest", "support", "back", "investigate", "describe", "mention", "recall", "regret", "want"}
)
"""Verbs whose object is elsewhere: one condemns the bombing in a town from far away."""


def event_place(report: Report, trigger: Span) -> Place | None:
    """The place tied to the event's trigger, or else to the clause that the trigger stands in; None where none is.

    Of several the one nearest to the trigger's word is taken, those behind it first; of "Lyon, France" the town.
    A dateline tells where the reporter was, and is left out. Needs `parse` and `places`.
    """
    if report.parse is None:
        return None
    words = report.parse.char_span(*trigger, alignment_mode="expand")
    if words is None or not len(words):
        return None
    tied = [(place, prep) for place in report.places if (prep := _tie(report.parse, place)) is not None]
    root = words.root
    own = [(place, prep) for place, prep in tied if prep.head.i in range(words.start, words.end)]
    clause = [(place, prep) for place, prep in tied if _clause(prep.head) == _clause(root)]
    for group in (own, [each for each in clause if _governs(each[1].head, root)]):
        if group:
            return min(group, key=lambda each: (each[1].i < root.i, abs(each[1].i - root.i)))[0]
    return None


def _tie(doc: Doc, place: Place) -> Token | None:
    """The preposition that governs the place's words, None for places that stand otherwise."""
    words = doc.char_span(*place.span, alignment_mode="expand")
    if words is None:
        return None
    head = words.root
    while head.dep_ == "conj" and head.head.i < head.i:
        head = head.head
    return head.head if head.dep_ == "pobj" and head.head.lower_ in TYING else None


def _clause(token: Token) -> int:
    """The verb that a word depends on in its own clause, by token."""
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return int(token.i)


def _governs(head: Token, trigger: Token) -> bool:
    """Whether the place hangs on the trigger, on its subject, or on its object if that is no topic."""
    if head.i in {trigger.i, trigger.head.i}:
        return True
    topic = trigger.lemma_.lower() in SAYING
    return head.head.i == trigger.i and head.dep_ in {"nsubj", "nsubjpass", "agent", *(() if topic else ("dobj",))}
