"""Tell days that only name an event ("the May 4 talks") from days told, and find "the same day the talks began"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dragoman.times.tagging import Hit

_BEFORE_A_NOUN = frozenset({"nmod", "compound", "nummod", "amod", "poss"})
_UP = 3
"""Steps from the words of a day up to the noun they stand before."""


def named(hits: Iterable[Hit], doc: Doc | None) -> list[Hit]:
    """The hits, with two parts more where the parse shows them.

    "names" is the noun that a date stands before, lower case and singular. "clause" is there for "the same day" where
    the words after it say which day is meant, and holds their nouns, perhaps none.
    """
    return [_told(hit, doc) for hit in hits] if doc is not None else list(hits)


def _told(hit: Hit, doc: Doc) -> Hit:
    words = doc.char_span(*hit.span, alignment_mode="expand")
    if words is None or not len(words):
        return hit
    if hit.rule == "same_unit":
        verb = _own_verb(words.root)
        nouns = tuple(token.lemma_.lower() for token in verb.subtree if token.pos_ == "NOUN") if verb else ()
        return hit._replace(parts={**hit.parts, "clause": nouns}) if verb else hit
    noun = _noun_after(words.root)
    return hit._replace(parts={**hit.parts, "names": (noun.lemma_.lower(),)}) if noun else hit


def _noun_after(word: Token) -> Token | None:
    for _ in range(_UP):
        above = word.head
        if word.dep_ not in _BEFORE_A_NOUN or above.i <= word.i:
            return None
        if above.pos_ == "NOUN":
            return above
        word = above
    return None


def _own_verb(day: Token) -> Token | None:
    """The verb that says which day: "the same day that talks opened, ...", "on the same day talks opened, he left"."""
    own = next((child for child in day.children if child.dep_ == "relcl"), None)
    if own is not None:
        return own
    verb = day.head.head if day.dep_ == "pobj" else day.head
    is_told_by = verb.pos_ in ("VERB", "AUX") and verb.dep_ in ("ccomp", "advcl") and day.i < verb.i < verb.head.i
    return verb if is_told_by else None
