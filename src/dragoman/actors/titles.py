"""Words of offices and roles in a noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge import titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors.phrases import Phrase

LONGEST = 5


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
            found.append(here)
        at = here.end if here else at + 1
    return found


def _longest(doc: Doc, start: int, end: int) -> TitleSpan | None:
    table = titles.titles()
    for stop in range(min(end, start + LONGEST), start, -1):
        words = [doc[at].lower_ for at in range(start, stop)]
        row = table.get(" ".join(words)) or table.get(" ".join([*words[:-1], doc[stop - 1].lemma_.lower()]))
        if row:
            return TitleSpan(start, stop, row)
    return None
