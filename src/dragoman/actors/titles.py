"""Words of offices and roles in a noun phrase."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge import titles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.actors.phrases import Phrase

LONGEST = 5
PORTFOLIOS = frozenset({"minister", "deputy minister", "ministers", "commissioner", "adviser", "advisor"})
"""Titles that say little without their subject."""
UNLIVING = frozenset({"nerve", "chemical", "biological", "toxic", "warfare", "blister", "cleaning", "bleaching"})
"""Before "agent" they make a substance of it."""


class TitleSpan(NamedTuple):
    """A title's tokens from `start` up to `end`, and its row in the table."""

    start: int
    end: int
    title: titles.Title


def titles_in(doc: Doc, phrase: Phrase) -> list[TitleSpan]:
    """Titles in the phrase from left to right, the longest at each place: "foreign ministry" + "spokesman"."""
    found: list[TitleSpan] = []
    at = phrase.start
    while at < phrase.end:
        here = _longest(doc, at, phrase.end)
        if here:
            found.append(_with_portfolio(doc, phrase.start, here))
        at = here.end if here else at + 1
    return found


def _with_portfolio(doc: Doc, first: int, found: TitleSpan) -> TitleSpan:
    """A bare "minister" with the nouns before it that say of what: "*forestry* minister", "*Oil* Minister"."""
    start = found.start
    while found.title.phrase in PORTFOLIOS and start > first and _is_portfolio(doc[start - 1], doc[found.start]):
        start -= 1
    words = doc[start : found.end].text.lower()
    return found if start == found.start else TitleSpan(start, found.end, replace(found.title, phrase=words))


def _is_portfolio(before: Token, title: Token) -> bool:
    if before.ent_type_ in {"GPE", "NORP", "PERSON", "DATE"} or not before.is_alpha or before.text.isupper():
        return False
    return bool(before.dep_ == "compound" and before.text[0].isupper() == title.text[0].isupper())


def _longest(doc: Doc, start: int, end: int) -> TitleSpan | None:
    table, first = titles.titles(), doc[start]
    if first.lower_ not in _beginnings() and first.lemma_.lower() not in table:
        return None
    for stop in range(min(end, start + LONGEST), start, -1):
        words = [doc[at].lower_ for at in range(start, stop)]
        row = table.get(" ".join(words)) or table.get(" ".join([*words[:-1], doc[stop - 1].lemma_.lower()]))
        row = row or table.get(doc[start:stop].text.lower())  # "asylum-seekers" is three words to the parser
        if row and not _is_substance(doc, start):
            return TitleSpan(start, stop, row)
    return None


@cache
def _beginnings() -> frozenset[str]:
    """All that a first word of a title may be; a parser's word may be part of one: "asylum" of "asylum-seekers"."""
    return frozenset(phrase[:end] for phrase in titles.titles() for end in range(1, len(phrase) + 1))


def _is_substance(doc: Doc, start: int) -> bool:
    """Whether "agent" is no person: "a nerve *agent*"."""
    return bool(start and doc[start].lemma_.lower() == "agent" and doc[start - 1].lower_ in UNLIVING)
