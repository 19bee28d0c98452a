"""What the office table knows of a person on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge import offices

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dragoman.actors.found import Found
    from dragoman.knowledge.offices import Role, Term
    from dragoman.model import Interval


RULING = frozenset({"head_of_state", "head_of_government"})
ENGLISH = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL"})
"""States whose leaders' surnames English news is full of; US presidents are called by theirs everywhere."""


class Person(NamedTuple):
    """A person of the table; `term` is the one held on the day, None if none is known to be.

    `sector` is what a user's own row says of the person whatever the day.
    """

    name: str
    country: str | None
    wikidata: str | None
    term: Term | None
    sector: str | None = None


def by_full_name(name: str, country: str | None, day: Interval | None) -> Person | None:
    """The one person of that name (and country, if given); None if the table has none, or several."""
    return _one(_of_country(offices.by_name().get(offices.name_key(name), ()), country), day)


def by_surname(found: Found, day: Interval | None, told: Collection[str | None]) -> Person | None:
    """The one person of that surname whose office fits: held on the day, in the country or with the role stated.

    A bare surname with neither country nor role is taken for the head of a state or government in office, if only one
    fits: "Xi" in a headline of 2014. The report must tell of the state (`told`), since others are called so, too; or
    the tables know no other bearer of a name that is rare in English.
    """
    terms = _of_country(offices.by_surname().get(offices.name_key(found.name or ""), ()), found.country)
    if found.role:
        terms = [term for term in terms if term.role == found.role]
    elif not found.country:
        alone = len({offices.name_key(term.person) for term in terms}) == 1
        terms = [
            term
            for term in terms
            if term.role in RULING and (term.country in told or (alone and term.country not in ENGLISH))
        ]
    return _one([term for term in terms if day and offices.held_on(term, day.first)], day)


def only_country(found: Found) -> str | None:
    """The country whose holders of the stated role alone have had this surname: "President Mubarak" of any year."""
    terms = offices.by_surname().get(offices.name_key(found.name or ""), ())
    states = {term.country for term in terms if term.role == found.role}
    return states.pop() if found.role and len(states) == 1 else None


def holder(country: str, role: Role, day: Interval | None) -> Person | None:
    """Who held an office on the day; None unless exactly one did on every day of the interval."""
    if day is None:
        return None
    terms = set(offices.in_office(country, role, day.first)) & set(offices.in_office(country, role, day.last))
    return _one(list(terms), day)


def _of_country(terms: Iterable[Term], country: str | None) -> list[Term]:
    return [term for term in terms if country is None or term.country == country]


def _one(terms: list[Term], day: Interval | None) -> Person | None:
    if len({offices.name_key(term.person) for term in terms}) != 1:
        return None
    held = [term for term in terms if day and offices.held_on(term, day.first) and offices.held_on(term, day.last)]
    states = {term.country for term in terms}
    ids = {term.wikidata for term in terms if term.wikidata}
    return Person(
        terms[0].person,
        states.pop() if len(states) == 1 else None,
        ids.pop() if len(ids) == 1 else None,
        max(held, key=offices.precedence) if held else None,
        next((term.sector for term in terms if term.own and not term.position and term.sector), None),
    )
