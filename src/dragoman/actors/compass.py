"""Countries by their point of the compass: "the North", "both Koreas", once the report has named one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.found import Found
from dragoman.knowledge import countries
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POINTS = ("North", "South", "East", "West")


def compass_phrases(doc: Doc, found: list[Found]) -> list[Found]:
    """Mentions like "the North" for the divided country that the report names ("North Korea"), and "the Koreas".

    Without a country of that kind in the report, or with two, the words mean a region and are left alone.
    """
    named = {one.name for one in found if one.kind == "country" and one.name}
    stems = {stem for name in named for stem in _stem(name)}
    if len(stems) != 1:
        return []
    stem = stems.pop()
    taken = {at for one in found for at in range(one.span.start, one.span.end)}
    other = {point for name in named for point in POINTS if name.startswith(f"{point} ") and not name.endswith(stem)}
    free = [token for token in doc if token.idx not in taken and token.text not in other]
    return [new for token in free for new in _half(token, stem) or _both(token, stem)]


def _stem(name: str) -> list[str]:
    first, _, rest = name.partition(" ")
    return [rest] if first in POINTS and _code(f"{_opposite(first)} {rest}") else []


def _opposite(point: str) -> str:
    return {"North": "South", "South": "North", "East": "West", "West": "East"}[point]


def _code(name: str) -> str | None:
    code, _ = countries.names().get(name, (None, ""))
    return code


def _half(token: Token, stem: str) -> list[Found]:
    """A point of the compass alone or as possessor; "North Sea" and "the north of the country" are not."""
    alone = token.dep_ not in {"compound", "amod", "nmod"}
    before = token.nbor(-1).lower_ if token.i else ""
    code = _code(f"{token.text} {stem}") if token.text in POINTS else None
    if code is None or not alone or before not in {"the", "both", "and", "from", "with"}:
        return []
    return [_found(token, code)]


def _both(token: Token, stem: str) -> list[Found]:
    if token.text != f"{stem}s":
        return []
    return [_found(token, code) for point in POINTS if (code := _code(f"{point} {stem}"))]


def _found(token: Token, code: str) -> Found:
    return Found(
        span=Span(token.idx, token.idx + len(token)),
        head=token.i,
        sentence=token.sent.start,
        kind="country",
        via="country compass",
        name=countries.countries()[code].name,
        country=code,
    )
