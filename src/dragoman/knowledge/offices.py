"""Who held which office when: heads of state and government, foreign and defence ministers, heads of world bodies.

The table is built by scripts/build_offices.py; a date in it may be a year or a month only ("2003", "2003-03"). A user's
own people (`own`) stand beside ours, and before them where both can't be right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.knowledge.own import OwnActor, follows_own, own_actors
from dragoman.knowledge.person_names import name_key, surnames, variants
from dragoman.knowledge.spans import earliest, latest
from dragoman.knowledge.table import parts, rows
from dragoman.knowledge.titles import titles

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
    "precedence",
    "surnames",
    "terms",
    "variants",
]

Role = Literal[
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "vice_president",
    "body_head",
    "security_adviser",
    "spokesperson",
    "envoy",
    "official",
]
"""What kind of office it is: several people may speak for one ministry, and "official" is any other named office."""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's stretch in one office.

    `surname` is what news uses alone, likeliest first, empty for regnal names. `country` is a code of `countries()` or
    UNO, IGO, EUR, NGO for a world body. `position` is the English title as news writes it. `first` and `last` are the
    earliest and latest day that the source allows ("2003" is 1 January and 31 December), None where it gives none.
    `seen` is the last day of which the source speaks: an open end is vouched for until then and no longer. `sector` is
    PLOVER's, empty for a user's own person of whom neither office nor sector is told.
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
    sector: str = "GOV"
    own: bool = False


@follows_own
def terms() -> tuple[Term, ...]:
    """Every term, by country, role and first day, the user's own before ours.

    Of ours those go that an own row contradicts: a namesake elsewhere, or the same person's office at the same time.
    """
    own = [_own(each) for each in own_actors() if each.kind == "person"]
    known = {name_key(form): each for each in own for form in (each.person, *each.aliases)}
    ours = [_term(row) for row in rows("offices.csv")]
    if known:
        ours = [each for each in ours if not _contradicted(each, known)]
    return (*own, *ours)


@follows_own
def by_name() -> Mapping[str, tuple[Term, ...]]:
    """The terms of each person by `name_key` of the full name or an alias (the table's aliases hold the variants)."""
    return _grouped((form, term) for term in terms() for form in (term.person, *term.aliases))


@follows_own
def by_surname() -> Mapping[str, tuple[Term, ...]]:
    """The terms of everybody of a surname, by its `name_key`: many people share one, so dates must decide."""
    return _grouped((form, term) for term in terms() for form in term.surname)


def in_office(country: str, role: Role, day: date) -> tuple[Term, ...]:
    """Who held the office that day; more than one on a day of handover, or where a state has two (Iran).

    Where a user's own rows name a holder, they alone count.
    """
    held = [term for term in _by_office().get((country, role), ()) if held_on(term, day)]
    return tuple([term for term in held if term.own] or held)


def held_on(term: Term, day: date) -> bool:
    """Whether the term may include the day: an unknown first day does not exclude it, nor an open end up to `seen`."""
    return (term.first is None or term.first <= day) and day <= (term.last or term.seen)


def precedence(term: Term) -> tuple[int, str]:
    """A key by which the office that news names comes last, of those that one person holds on a day.

    A head of state is called that, a minister is one before being adviser, envoy or party leader; of equals the newest.
    """
    weight = {"head_of_state": 2, "security_adviser": 0, "spokesperson": 0, "envoy": 0, "official": 0}
    acting = term.position.startswith("Acting") and term.role not in {"head_of_state", "head_of_government"}
    return (0 if acting else weight.get(term.role, 1)), str(term.first)


@follows_own
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
        first=earliest(row["first"]),
        last=latest(row["last"]),
        seen=date.fromisoformat(row["seen"]),
        source=row["source"],
    )


def _own(row: OwnActor) -> Term:
    """An own person as a term; who holds no office has one that no day falls in, so that the name alone is known."""
    title = titles().get((row.office or "").lower())
    return Term(
        person=row.name,
        aliases=(*row.aliases, *variants(row.name)),
        surname=surnames(row.name, row.country or ""),
        wikidata=row.wikidata,
        country=row.country or "",
        position=row.office or "",
        role=cast("Role", (title.role if title else None) or "official"),
        first=row.first,
        last=row.last,
        seen=row.last or (date.max if row.office else date.min),
        source=row.source,
        sector=row.sector or (title.sector if title else "GOV" if row.office else ""),
        own=True,
    )


def _contradicted(ours: Term, known: Mapping[str, Term]) -> bool:
    own = next((known[key] for form in (ours.person, *ours.aliases) if (key := name_key(form)) in known), None)
    if own is None:
        return False
    if own.country and own.country != ours.country:
        return ours.role != "body_head"
    return own.role == ours.role and _meet(own, ours)


def _meet(one: Term, other: Term) -> bool:
    begins, ends = (
        max(each.first or date.min for each in (one, other)),
        min(each.last or each.seen for each in (one, other)),
    )
    return begins <= ends
