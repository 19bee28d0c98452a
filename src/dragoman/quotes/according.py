"""Find what is said "according to" somebody: the clause around the phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.quotes.content import tidy
from dragoman.quotes.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_BY = {"in": {"telling", "opinion"}, "per": {"poll", "survey", "report", "source", "official"}}
"""Prepositions before a source, and the nouns that make it one."""

_TELL = {"say", "tell"}
"""Verbs whose clause a closing "according to" qualifies with them: somebody else passes on who said it."""


def according_to(doc: Doc) -> Iterator[Said]:
    """Each clause that is passed on with "according to"; both sides where the phrase is inserted."""
    for token in doc[:-1]:
        if token.lower_ == "according" and token.nbor().lower_ == "to":
            said = _relayed(token, token.nbor())
        elif token.dep_ == "prep" and token.lower_ in _BY and _is_source(token):
            said = _relayed(token, token)
        else:
            continue
        if said is not None:
            yield said


def _is_source(preposition: Token) -> bool:
    """Whether "in" or "per" names who says so: a poll, somebody's view."""
    nouns = [child for child in preposition.rights if child.dep_ == "pobj"]
    return any(noun.lemma_.lower() in _BY[preposition.lower_] for noun in nouns)


def _relayed(token: Token, to: Token) -> Said | None:
    head = next((child for child in to.rights if child.dep_ in {"pobj", "pcomp", "dobj"}), None)
    if head is None:
        return None
    clause = _clause(token)
    left = tidy(token.doc, clause.left_edge.i, token.i - 1)
    right = tidy(token.doc, head.right_edge.i + 1, clause.right_edge.i)
    parts = tuple(span for span in (left, right) if span is not None)
    return Said(parts, direct=False, cue=Span(token.idx, to.idx + len(to)), head=head, verb=token) if parts else None


def _clause(token: Token) -> Token:
    """The head of the clause that the phrase qualifies: the next finite verb up."""
    here = token.head
    while here.head.i != here.i and (
        here.pos_ not in {"VERB", "AUX"} or here.dep_ in {"xcomp", "acl", "relcl", "pcomp"}
    ):
        here = here.head
    return here.head if here.dep_ == "ccomp" and here.head.i < here.i < token.i and here.head.lemma_ in _TELL else here
