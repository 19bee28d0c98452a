"""Abbreviations that a report explains: "the Gulf Fishing Council (GFC)", and later "the GFC"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language import text_of
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.actors.found import Found


def with_acronyms(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """The finds, with those of an abbreviation given what its full name says, also where the tagger missed them."""
    full = dict(_explained(doc, found))
    if not full:
        return list(found)
    text = text_of(doc)
    full = {short: _known(short, one, found, text) for short, one in full.items()}
    spelt = {one.span: one for one in full.values()}
    kept = [spelt.get(one.span, one) for one in found if one.span.of(text) not in full]
    tokens = [token for token in doc if token.text in full]
    free = [token for token in tokens if not any(_covers(one.span, token) for one in kept)]
    return [*kept, *(_stands_for(full[token.text], token) for token in free)]


def _known(short: str, full: Found, found: Sequence[Found], text: str) -> Found:
    """The full name with what the tables know under the abbreviation, where they don't know the name itself."""
    tabled = next((one for one in found if one.via == "name" and one.span.of(text) == short), None)
    if tabled is None or full.via == "name" or tabled.kind == "person":
        return full
    return replace(tabled, span=full.span, head=full.head, sentence=full.sentence)


def _explained(doc: Doc, found: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    text = text_of(doc)
    brackets = {token.idx: token.i for token in doc if token.text == "("} if "(" in text else {}
    for one in found:
        bracket = one.span.end + text[one.span.end : one.span.end + 1].count(" ")
        at = brackets.get(bracket)
        if one.kind == "person" or at is None or at + 2 >= len(doc) or doc[at + 2].text != ")":
            continue
        if is_acronym(doc[at + 1].text, one.span.of(text)):
            yield doc[at + 1].text, one


def is_acronym(short: str, name: str) -> bool:
    """Whether the capitals abbreviate the name: its letters hold them in order, and a word starts with the first."""
    if not (short.isalnum() and short.isupper() and 2 <= len(short) < len(name) and short[0].isalpha()):
        return False
    words = name.lower().split()
    start = next((at for at, word in enumerate(words) if word[0] == short[0].lower()), None)
    if start is None:
        return False
    letters = iter(" ".join(words[start:]))
    return all(letter in letters for letter in short.lower())


def _covers(span: Span, token: Token) -> bool:
    return span.overlaps(Span(token.idx, token.idx + len(token)))


def _stands_for(full: Found, token: Token) -> Found:
    span = Span(token.idx, token.idx + len(token))
    return replace(full, span=span, head=token.i, sentence=token.sent.start, via="acronym")
