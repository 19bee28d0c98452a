"""Who does what a verb says: its own subject, or one that it shares with the verb above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
RELATIVES = frozenset({"which", "who", "that"})
BORROWING = frozenset({"xcomp", "advcl", "conj", "pcomp"})
"""Relations over which a verb without a subject takes its governor's."""
CHARGING = frozenset({"of", "for", "from", "into"})
"""Prepositions after which the object above does it: "accused Chad *of* arming"; "by arming" is the subject's deed."""


def subject_of(verb: Token, *, passive: bool = False) -> Token | None:
    """The word that does it, over infinitives, participles and "and"; None where the sentence does not say.

    After an object ("urged Chad to withdraw") the object does it; in a relative clause the noun that it tells of. With
    `passive`, the subject of a passive verb is taken too.
    """
    own = _own(verb, passive=passive)
    if own is not None:
        return _told_of(verb, own) if own.lower_ in RELATIVES else own
    if (lost := _lost(verb)) is not None:
        return lost
    if (between := parenthesis(verb)) is not None:
        return between.head
    if verb.dep_ in {"relcl", "acl"}:
        return verb.head
    if verb.dep_ in {"acomp", "attr"}:
        return subject_of(verb.head)
    return _borrowed(verb) if verb.dep_ in BORROWING and verb.head != verb else None


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, if only one that the parser hung elsewhere."""
    return _own(verb, passive=True) is not None or _lost(verb) is not None


def _told_of(verb: Token, pronoun: Token) -> Token:
    """The noun that a relative pronoun stands for: "the firm *which* inspectors believe is smuggling"."""
    while verb.dep_ == "ccomp":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else pronoun


def _own(verb: Token, *, passive: bool) -> Token | None:
    relations = SUBJECTS | {"nsubjpass"} if passive or not is_passive(verb) else SUBJECTS
    return next((child for child in verb.children if child.dep_ in relations), None)


CLAUSES = frozenset({"after", "before", "since", "until"})
"""Prepositions that may begin a clause."""


def _lost(verb: Token) -> Token | None:
    """The subject that the parser took for a preposition's object: "a day after *Lima* broke off the talks"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.left_edge.i == 0:
        return None
    auxiliaries = {child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "advmod"}}
    before = verb.nbor(-1) if verb.i else None
    while before is not None and before.i in auxiliaries and before.i:
        before = before.nbor(-1)
    while before is not None and before.dep_ == "conj":
        before = before.head
    after = before is not None and before.dep_ == "pobj" and before.head.lower_ in CLAUSES
    has_verb = verb.tag_ == "VBD" or any(child.lower_ in {"had", "has", "have"} for child in verb.children)
    return before if after and has_verb else None


THINKING = frozenset({"think", "believe", "say", "suspect", "fear", "claim", "allege", "know", "expect", "hope"})
"""Verbs that may stand between a relative pronoun and its verb: "Chad, which analysts *think* is preparing"."""


def parenthesis(verb: Token) -> Token | None:
    """The verb of thinking that parts a relative pronoun from its verb; the parser takes the pronoun for its object."""
    if verb.tag_ not in {"VBZ", "VBP", "VBD"} and not any(child.dep_ == "aux" for child in verb.children):
        return None
    first = min((child.i for child in verb.children if child.dep_ in {"aux", "auxpass"}), default=verb.i)
    before = verb.doc[first - 1] if first else verb
    while before.head != before and before.dep_ != "relcl":
        before = before.head
    is_between = before.dep_ == "relcl" and before.lemma_ in THINKING and before.i < first <= before.right_edge.i + 1
    subjects = [child for child in before.children if child.dep_ in {"nsubj", "dobj"} and child.i < before.i]
    pronoun = len(subjects) > 1 and subjects[0].lower_ in RELATIVES
    return before if is_between and pronoun and before.left_edge.sent == verb.sent else None


def _borrowed(verb: Token) -> Token | None:
    governor = verb.head
    if verb.dep_ == "pcomp" and governor.lower_ in CHARGING:
        return _charged(governor.head)
    if verb.dep_ == "xcomp":
        for child in governor.children:
            if child.dep_ in {"dobj", "dative"}:
                return child
    if verb.dep_ == "pcomp":
        governor = governor.head
    return subject_of(governor, passive=True)


def _charged(governor: Token) -> Token | None:
    """Who is said to do it: "accused *Chad* of arming", "*Chad* was accused of", "*Chad* has a habit of arming"."""
    if governor.pos_ == "NOUN" and governor.dep_ in {"dobj", "attr"}:
        return subject_of(governor.head)
    wanted = "nsubjpass" if is_passive(governor) else "dobj"
    return next((child for child in governor.children if child.dep_ == wanted), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: "was attacked", "attacked by rebels", "a village attacked"."""
    if any(child.dep_ in {"auxpass", "agent", "nsubjpass"} for child in verb.children):
        return True
    return bool(verb.tag_ == "VBN" and verb.dep_ == "acl")
