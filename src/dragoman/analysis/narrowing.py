"""A record and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.record import Query, Side

if TYPE_CHECKING:
    from dragoman.record import Store


class Narrow(NamedTuple):
    """What to keep beside what a query keeps; None keeps what that does. Each is a filter of `Query` by its name."""

    dyad: tuple[Side, Side] | None = None
    outlet: str | None = None
    words: str | None = None


class Chosen(NamedTuple):
    """A record and what is asked of it: a query, and what `narrow` keeps of its answer."""

    store: Store
    query: Query = Query()
    narrow: Narrow = Narrow()

    @property
    def whole(self) -> Query:
        """The query with all that is asked for."""
        given = {name: value for name, value in self.narrow._asdict().items() if value is not None}
        return replace(self.query, **given) if given else self.query
