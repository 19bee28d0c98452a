"""Words of a parse that name a place, before it is known which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.knowledge.place_names import place_key
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

How = Literal["country", "adjective", "named", "short", "entity"]


class Toponym(NamedTuple):
    """Tokens from `start` up to `end` that name a place.

    How: a "country" or its "adjective" with `code`; "named" where the tables have the name; "short" for a region's
    sign behind a town; "entity" where only the parser takes it for a place.
    """

    start: int
    end: int
    how: How
    key: str
    code: str | None = None

    def span(self, doc: Doc) -> Span:
        """Its words in code points."""
        last = doc[self.end - 1]
        return Span(doc[self.start].idx, last.idx + len(last))


def toponym(doc: Doc, start: int, end: int, how: How, code: str | None = None) -> Toponym:
    """A toponym of the parse with the key of its words."""
    return Toponym(start, end, how, place_key(doc[start:end].text), code)
