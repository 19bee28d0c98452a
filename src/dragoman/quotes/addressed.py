"""Whom "you" in a quotation means, where no word beside it says: who the speaker has just been with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.quotes.speaker import actor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from dragoman.quotes.speaker import Index
    from dragoman.quotes.told import Told

YOU = frozenset({"you", "your", "yours", "yourself"})
TOWARDS = frozenset({"with", "to"})


def addressed(doc: Doc, one: Told, index: Index) -> Told:
    """The quotation with its addressee, if its words have a "you", nobody is named as told, and one is at hand.

    That is the only other actor whom the sentence before has with its subject, the speaker: "Ana Roe gave *Ben Moe* a
    letter. 'I thank you,' she said."
    """
    words = doc.char_span(*one.span, alignment_mode="expand")
    if one.addressee or not one.direct or not one.speaker or words is None or not any(w.lower_ in YOU for w in words):
        return one
    before = _sentence_before(words[0])
    if before is None:
        return one
    subjects = {actor_of(child, index) for child in before.root.children if child.dep_ == "nsubj"}
    others = {name for word in _with(before.root) for _, name in index.get(word.idx, ())} - {one.speaker}
    return one._replace(addressee=others.pop()) if one.speaker in subjects and len(others) == 1 else one


def _sentence_before(word: Token) -> Span | None:
    """The sentence before the word's; blank lines between are none."""
    at = word.sent.start - 1
    while at >= 0 and word.doc[at].is_space:
        at -= 1
    return word.doc[at].sent if at >= 0 else None


def _with(verb: Token) -> Iterator[Token]:
    """Who stands with the verb's subject: its objects, and behind "with" and "to"."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            yield child
        if child.dep_ in {"prep", "dative"} and child.lower_ in TOWARDS:
            yield from (one for one in child.children if one.dep_ == "pobj")
