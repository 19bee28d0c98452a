"""Find what nouns and adjectives report: "her claim that", "calls for", "was confident that", "eager to"."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import Span
from dragoman.quotes.content import tidy
from dragoman.quotes.cues import KINDS
from dragoman.quotes.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dragoman.quotes.cues import Kind

_POS = {"NOUN": "noun", "ADJ": "adjective", "VERB": "adjective"}
_SUBJECTS = {"nsubj", "csubj"}
_BE = {"be", "remain", "become", "feel", "stay", "seem", "appear", "grow", "sound", "get"}
_LIGHT = {
    "air", "bring", "cast", "convey", "deliver", "draw", "express", "face", "file", "get", "give", "harbor",
    "harbour", "have", "hold", "issue", "launch", "level", "lodge", "make", "mount", "offer", "post", "raise",
    "reiterate", "release", "renew", "repeat", "send", "share", "show", "spread", "take", "underscore", "utter",
    "voice",
}  # fmt: skip
"""Verbs that with a noun say what the noun's own verb would: make a claim, raise questions, have doubts."""


class State(NamedTuple):
    """A row of states.csv: a noun or an adjective, what it takes, and what kind of attribution it makes.

    `takes`: "clause" (that ...), "infinitive", or the prepositions before what is reported.
    """

    takes: frozenset[str]
    kind: Kind


@cache
def states() -> dict[tuple[str, str], State]:
    """The rows of states.csv by lemma and kind of word ("noun", "adjective")."""
    with (resources.files("dragoman.quotes") / "states.csv").open(encoding="utf-8") as file:
        return {
            (row["lemma"], row["word"]): State(frozenset(row["takes"].split()), KINDS[row["kind"]])
            for row in csv.DictReader(file)
        }


def stated(doc: Doc) -> Iterator[Said]:
    """What each noun or adjective of states.csv reports, with the holder where the text names one beside it."""
    table = states()
    for token in doc:
        pos = _POS.get(token.pos_)
        state = table.get((token.lemma_.lower(), pos)) or table.get((token.lower_, pos)) if pos else None
        if state is None:
            continue
        head = _holder(token) if pos == "noun" else _bearer(token)
        content = _clause(token, state) or (_object(token, state) if head is not None else None)
        span = tidy(doc, *content) if content and (head is not None or pos == "noun") else None
        if span is not None:
            cue = Span(token.idx, token.idx + len(token))
            yield Said((span,), direct=False, cue=cue, head=head, kind=state.kind, verb=token)


def _clause(word: Token, state: State) -> tuple[int, int] | None:
    """The clause or the infinitive that the word takes."""
    for child in (*word.rights, *_after_copula(word)):
        if child.dep_ not in {"acl", "ccomp", "xcomp", "relcl", "advcl"} or child.i < word.i:
            continue
        marks = [c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "that"]
        if "clause" in state.takes and (marks or (child.dep_ == "ccomp" and word.pos_ != "NOUN")):
            return (marks[0].i if marks else child.left_edge.i), child.right_edge.i
        if "infinitive" in state.takes and child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.lefts):
            to = next(c for c in child.lefts if c.tag_ == "TO")
            return to.i, child.right_edge.i
    return None


def _after_copula(word: Token) -> Iterator[Token]:
    """The clauses that the parse hangs on "is" behind a noun or adjective: "the claim is that", "was sure that"."""
    if word.dep_ in {"acomp", "attr", "oprd"}:
        yield from (child for child in word.head.rights if child.i > word.i)
    elif word.dep_ == "nsubj" and word.head.lemma_ == "be":
        yield from (child for child in word.head.rights if child.dep_ == "ccomp")


def _object(word: Token, state: State) -> tuple[int, int] | None:
    """What stands behind the word's preposition."""
    for child in word.rights:
        if child.dep_ == "prep" and child.lower_ in state.takes:
            inner = next((c for c in child.rights if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None:
                return child.i + 1, inner.right_edge.i
        mark = child.left_edge
        if mark.dep_ == "mark" and mark.lower_ in state.takes and mark.i == word.i + 1:
            return mark.i + 1, child.right_edge.i  # "calls for Chile to withdraw"
    return None


def _holder(noun: Token) -> Token | None:
    """Whose claim it is: "Peru's claim", "a claim by Peru", "Peru made the claim"."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    if noun.dep_ == "ROOT":  # a verb that was taken for a noun: "Haddad estimates that ..."
        return next((child for child in noun.lefts if child.dep_ in {"compound", "nsubj"}), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _LIGHT:
        return next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    return None


def _bearer(adjective: Token) -> Token | None:
    """Who is confident: the subject of the verb that the adjective completes."""
    verb = adjective.head
    if adjective.dep_ in {"acomp", "attr", "oprd"} and verb.lemma_.lower() in _BE:
        subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        return subject if subject is None or subject.lower_ not in {"it", "that", "this"} else None
    if adjective.pos_ == "VERB" and any(child.dep_ == "auxpass" for child in adjective.lefts):
        return next((child for child in adjective.lefts if child.dep_ == "nsubjpass"), None)
    return None
