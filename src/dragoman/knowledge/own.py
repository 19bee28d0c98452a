"""The one door by which a user's own people, bodies and groups join the tables: what `use` takes, all look-ups know.

What is cached of a table that own rows join is cached with `follows_own`, so that it is made anew after `use`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

OwnKind = Literal["person", "organisation", "group"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One row of a user's file; `first` and `last` bound the office, or the life of a body, None where unknown."""

    name: str
    aliases: tuple[str, ...]
    kind: OwnKind
    country: str | None
    office: str | None
    sector: str | None
    first: date | None
    last: date | None
    wikidata: str | None
    source: str


_used: list[OwnActor] = []
_followers: list[Callable[[], None]] = []


def follows_own(table: Callable[[], T]) -> Callable[[], T]:
    """`functools.cache` for a table without arguments, emptied whenever other own rows come into use."""
    cached = cache(table)
    _followers.append(cached.cache_clear)
    return cached


def use(rows: Iterable[OwnActor]) -> None:
    """Put these rows in the place of all own rows used before; without any, the tables are as they were shipped."""
    _used[:] = rows
    for forget in _followers:
        forget()


def own_actors() -> tuple[OwnActor, ...]:
    """The own rows in use, in the order in which they were given."""
    return tuple(_used)
