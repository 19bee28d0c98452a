"""Findings that follow from a parse alone, kept with it: a report that is dated late is read a second time."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from dragoman.knowledge.own import own_actors

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

T = TypeVar("T")


def once_a_parse(find: Callable[[Doc], T]) -> Callable[[Doc], T]:
    """A function of a Doc, worked out once for each Doc and own tables in use; what it finds must never be changed."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(doc: Doc) -> T:
        own = own_actors()
        known: tuple[object, T] | None = doc.user_data.get(name)
        if known is None or known[0] != own:
            known = doc.user_data[name] = (own, find(doc))
        return known[1]

    return kept


@once_a_parse
def text_of(doc: Doc) -> str:
    """The text of a parse; spaCy's own attribute puts it together from all words anew at each call."""
    return str(doc.text)
