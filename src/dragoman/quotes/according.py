"""Find what is said "according to" somebody: the clause around the phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.quotes.content import tidy
from dragoman.quotes.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


def according_to(doc: Doc) -> Iterator[Said]:
    """Each clause that is passed on with "according to"; the longer side where the phrase is inserted."""
    for token in doc[:-1]:
        if token.lower_ == "according" and token.nbor().lower_ == "to":
            said = _relayed(token, token.nbor())
            if said is not None:
                yield said


def _relayed(token: Token, to: Token) -> Said | None:
    head = next((child for child in to.rights if child.dep_ in {"pobj", "pcomp", "dobj"}), None)
    if head is None:
        return None
    clause = _clause(token)
    left, right = (clause.left_edge.i, token.i - 1), (head.right_edge.i + 1, clause.right_edge.i)
    span = tidy(token.doc, *max(left, right, key=lambda side: side[1] - side[0]))
    return Said(span, direct=False, cue=Span(token.idx, to.idx + len(to)), head=head) if span is not None else None


def _clause(token: Token) -> Token:
    """The head of the clause that the phrase qualifies: the next finite verb up."""
    here = token.head
    while here.head.i != here.i and (
        here.pos_ not in {"VERB", "AUX"} or here.dep_ in {"xcomp", "acl", "relcl", "pcomp"}
    ):
        here = here.head
    return here
