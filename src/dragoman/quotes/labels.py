"""Find what a name in front of a colon or behind a dash says: "Haddad: Truce is near", "“Never again.” — Ana Perez"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dragoman.language import text_of
from dragoman.quotes.marks import trimmed, within
from dragoman.quotes.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.quotes.marks import Marked

_WORD = r"[\w.'’-]"
_LABEL = re.compile(rf"^[ \t]*(?P<name>[A-Z]{_WORD}*(?: {_WORD}+){{0,5}}):[ \t\xa0]+(?P<said>\S[^\n]*)$", re.MULTILINE)
_NAME = rf"[A-Z]{_WORD}*(?: [A-Z]{_WORD}*){{0,4}}"
_SIGNED = re.compile(rf"[ \t]*[―—–-]+[ \t]*(?P<name>{_NAME})[ \t]*[.,]?[ \t]*(?:\n|$)")
_NAMES = {"PERSON", "ORG", "NORP", "GPE"}
_SOURCES = {
    "analyst", "expert", "hacker", "newspaper", "official", "poll", "pollster", "report", "source", "spokesman",
    "study", "survey",
}  # fmt: skip
_SHORTEST = 3
"""Words that stand behind a label at least: "Score: 2-1" and "Iowa: Cruz" say nothing."""


def labelled(doc: Doc, units: Sequence[Marked]) -> Iterator[Said]:
    """What stands behind the name of a speaker and a colon, in a headline or a transcript, or before a dash and a name.

    In the body only a person's name counts: lists and captions have other words before a colon.
    """
    text = text_of(doc)
    names = Counter(token.text for token in doc if token.ent_type_ in _NAMES)
    opening = len(text) - len(text.lstrip())
    for found in _LABEL.finditer(text):
        head = _named(doc, found.span("name"), names, first=found.start() <= opening)
        said = trimmed(text, *found.span("said"), ".")
        if head is not None and len(said.of(text).split()) >= _SHORTEST:
            yield Said((said,), direct=within(said, units) is not None, cue=None, head=head)
    for unit in units:
        signed = _SIGNED.match(text, unit.outer.end)
        head = _signer(doc, signed.span("name")) if signed else _before_colon(doc, text, unit)
        if head is not None:
            yield Said((unit.inner,), direct=True, cue=None, head=head)


def _signer(doc: Doc, span: tuple[int, int]) -> Token | None:
    """The last word of the name of who signs: all of it a name."""
    words = doc.char_span(*span, alignment_mode="contract")
    return words[-1] if words and all(word.pos_ == "PROPN" for word in words) else None


def _before_colon(doc: Doc, text: str, unit: Marked) -> Token | None:
    """The name right before a colon and words in marks: "More from Perez: “...”"."""
    if not text[max(0, unit.outer.start - 2) : unit.outer.start].rstrip().endswith(":"):
        return None
    opening = doc.char_span(unit.outer.start, unit.inner.start, alignment_mode="expand")
    at = opening.start - 1 if opening else 0
    while at > 0 and (doc[at].is_space or doc[at].text == ":"):
        at -= 1
    return doc[at] if doc[at].pos_ == "PROPN" and doc[at].ent_type_ not in {"DATE", "TIME", "WORK_OF_ART"} else None


def _named(doc: Doc, span: tuple[int, int], names: Counter[str], *, first: bool) -> Token | None:
    """The last word of a speaker's name; None if the words name nobody. `first` says that they open the headline."""
    words = doc.char_span(*span, alignment_mode="contract")
    if not words:
        return None
    last: Token = words[-1]
    if first and last.lemma_.lower() in _SOURCES:
        return last
    elsewhere = names[last.text] - (last.ent_type_ in _NAMES) > 0
    person = any(word.ent_type_ == "PERSON" for word in words) and (len(words) > 1 or elsewhere)
    named = person or (first and (elsewhere or last.ent_type_ in _NAMES))
    return last if named and last.pos_ == "PROPN" else None
