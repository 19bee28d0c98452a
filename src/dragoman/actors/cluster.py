"""Mentions that stand for one actor, and what they say of it together."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.actors.names import is_full, short_forms
from dragoman.knowledge.offices import name_key

if TYPE_CHECKING:
    from dragoman.actors.found import Found
    from dragoman.actors.genders import Gender
    from dragoman.knowledge.offices import Role
    from dragoman.model import ActorKind, Mention


@dataclass(slots=True, eq=False)
class Cluster:
    """One actor in the making.

    `heads` are the token indices of its mentions' heads, `office` as it will be shown. `stated` says whether the
    report itself gives the role, which then outweighs the table's. `forms` are keys of the full names in the report
    and of their parts.
    """

    kind: ActorKind
    name: str | None = None
    country: str | None = None
    title: str | None = None
    role: Role | None = None
    stated: bool = False
    gender: Gender | None = None
    sector: str | None = None
    wikidata: str | None = None
    office: str | None = None
    owner: str | None = None
    former: bool = False
    plural: bool = False
    mentions: list[Mention] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)

    def agrees(self, found: Found, *, said_only: bool = False) -> bool:
        """Whether the phrase can be this actor: no other country, gender, or office at the same time.

        With `said_only` an office that only the table gives blocks nothing.
        """
        if found.country and self.country and found.country != self.country:
            return False
        if found.gender and self.gender and found.gender != self.gender:
            return False
        if said_only and not self.stated:
            return True
        both = found.role and self.role and found.role != self.role
        return not (both and not found.former and not self.former)

    def is_called(self, name: str) -> bool:
        """Whether the name is this person's or the part of it that is used alone."""
        return self.kind == "person" and _key(name) in self.forms

    def call(self, name: str) -> None:
        """Note one more way in which the person is called; a longer name is taken for the fuller."""
        parts = short_forms(name) if is_full(name) else ()
        self.forms |= {_key(form) for form in (name, *parts)}

    def learn(self, found: Found) -> None:
        """Fill what is still unknown from one more mention; the first to say a thing is believed."""
        self.country = self.country or found.country
        self.owner = self.owner or found.owner
        self.sector = self.sector or found.sector
        self.wikidata = self.wikidata or found.wikidata
        self.plural = self.plural or found.plural
        self.gender = self.gender or found.gender
        if found.title and (self.title is None or (found.role and not self.stated)):
            self._take_office(found)
        if found.name:
            self.call(found.name)
            if self.name is None or len(found.name) > len(self.name):
                self.name = found.name

    def _take_office(self, found: Found) -> None:
        if found.role != self.role:
            self.office = None
        tabled = self.kind != "person" and self.sector
        self.title, self.role, self.former = found.title, found.role, found.former
        self.stated = bool(found.role)
        self.sector = tabled or found.sector or self.sector


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    """Kept, since each name of a report is held against each person of it."""
    return name_key(name)


Pair = tuple[Cluster, Cluster]
"""Two actors named together."""
