"""Who held which office when: heads of state and government, foreign and defence ministers, heads of world bodies.

The table is built by scripts/build_offices.py; a date in it may be a year or a month only ("2003", "2003-03").
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.knowledge.person_names import name_key, surnames, variants
from dragoman.knowledge.table import parts, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "Role",
    "Term",
    "by_name",
    "by_surname",
    "held_on",
    "in_office",
    "name_key",
    "surnames",
    "terms",
    "variants",
]

Role = Literal[
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "vice_president", "body_head"
]


@dataclass(frozen=True, slots=True)
class Term:
    """One person's stretch in one office.

    `surname` is what news uses alone, likeliest first, empty for regnal names. `country` is a code of `countries()` or
    UNO, IGO, EUR, NGO for a world body. `position` is the English title as news writes it. `first` and `last` are the
    earliest and latest day that the source allows ("2003" is 1 January and 31 December), None where it gives none.
    `seen` is the last day of which the source speaks: an open end is vouched for until then and no longer.
    """

    person: str
    aliases: tuple[str, ...]
    surname: tuple[str, ...]
    wikidata: str | None
    country: str
    position: str
    role: Role
    first: date | None
    last: date | None
    seen: date
    source: str


@cache
def terms() -> tuple[Term, ...]:
    """Every term, by country, role and first day."""
    return tuple(_term(row) for row in rows("offices.csv"))


@cache
def by_name() -> Mapping[str, tuple[Term, ...]]:
    """The terms of each person by `name_key` of the full name or an alias (the table's aliases hold the variants)."""
    return _grouped((form, term) for term in terms() for form in (term.person, *term.aliases))


@cache
def by_surname() -> Mapping[str, tuple[Term, ...]]:
    """The terms of everybody of a surname, by its `name_key`: many people share one, so dates must decide."""
    return _grouped((form, term) for term in terms() for form in term.surname)


def in_office(country: str, role: Role, day: date) -> tuple[Term, ...]:
    """Who held the office that day; more than one on a day of handover, or where a state has two (Iran)."""
    return tuple(term for term in _by_office().get((country, role), ()) if held_on(term, day))


def held_on(term: Term, day: date) -> bool:
    """Whether the term may include the day: an unknown first day does not exclude it, nor an open end up to `seen`."""
    return (term.first is None or term.first <= day) and day <= (term.last or term.seen)


@cache
def _by_office() -> Mapping[tuple[str, Role], tuple[Term, ...]]:
    found: dict[tuple[str, Role], list[Term]] = defaultdict(list)
    for term in terms():
        found[term.country, term.role].append(term)
    return {office: tuple(held) for office, held in found.items()}


def _grouped(forms: Iterable[tuple[str, Term]]) -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, dict[Term, None]] = defaultdict(dict)
    for form, term in forms:
        found[name_key(form)][term] = None
    return MappingProxyType({key: tuple(held) for key, held in found.items()})


def _term(row: dict[str, str]) -> Term:
    return Term(
        person=row["person"],
        aliases=parts(row["aliases"]),
        surname=parts(row["surname"]),
        wikidata=row["wikidata"] or None,
        country=row["country"],
        position=row["position"],
        role=cast("Role", row["role"]),
        first=_earliest(row["first"]),
        last=_latest(row["last"]),
        seen=date.fromisoformat(row["seen"]),
        source=row["source"],
    )


def _earliest(text: str) -> date | None:
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _latest(text: str) -> date | None:
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])
