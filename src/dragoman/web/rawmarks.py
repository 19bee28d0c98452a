"""A page as it came in, cut where the paragraphs of its article stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import RawSpan

LONGEST = 400_000
"""Characters of a page that are shown; what lies between paragraphs of a longer one is cut."""
_BETWEEN = 2_000


class RawPiece(NamedTuple):
    """A stretch of the page: a paragraph (its number in `Report.raw`) or between them; `cut` where some is left out."""

    words: str
    number: int | None
    cut: bool = False


def raw_pieces(content: str, raw: Sequence[RawSpan]) -> list[RawPiece]:
    """The page in its order; paragraphs that overlap one before them are left unmarked."""
    long = len(content) > LONGEST
    found, at = [], 0
    for number, place in sorted(enumerate(raw), key=lambda one: one[1].raw):
        if place.raw.start < at or place.raw.end > len(content):
            continue
        found += [*_between(content[at : place.raw.start], long=long), RawPiece(place.raw.of(content), number)]
        at = place.raw.end
    return [*found, *_between(content[at:], long=long)]


def _between(words: str, *, long: bool) -> Iterator[RawPiece]:
    if long and len(words) > 2 * _BETWEEN:
        yield RawPiece(words[:_BETWEEN], None, cut=True)
        yield RawPiece(words[-_BETWEEN:], None)
    elif words:
        yield RawPiece(words, None)
