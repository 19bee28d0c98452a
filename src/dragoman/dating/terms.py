"""Evidence from offices: "President X" is written while X holds the office, "former President X" afterwards."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import LATEST, Days, between, moved, since, union
from dragoman.dating.holders import holders_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dragoman.dating.constraint import Strength
    from dragoman.dating.holders import Held, Stage
    from dragoman.knowledge.offices import Term
    from dragoman.model import Report

SLACK = 3
"""Days on either side of a term: oaths and handovers, clocks, and tables that give the day of the vote."""
_HONEYMOON = 210
"""Days for which news calls a holder new."""
_FRESH = 10
"""Days before the oath from which a new holder is already called by the office."""
_HANDOVER = 130
"""Days from a vote to the oath; Mexico's and Brazil's are the longest of large states."""


def office_constraints(report: Report) -> Iterator[Constraint]:
    """What the offices that the text names say of its day, one constraint a person and side.

    That a term has begun is certain; that it isn't over, only where nobody who came later bears the title too: who
    holds an office keeps its name in retrospect ("President Reagan").
    """
    held = list(holders_named(report))
    people: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for one in held:
        people[one.terms[0].person, one.stage].append(one)
    for (_, stage), those in people.items():
        if stage == "in office":
            yield from _holding(those, held)
        else:
            yield from _passing(those[0])


def _holding(those: Sequence[Held], everyone: Iterable[Held]) -> Iterator[Constraint]:
    firm = [one for one in those if one.firm]
    if not firm:
        return
    one = next((each for each in firm if each.acts), firm[0])
    begun = min((term.first for term in one.terms if term.first), default=None)
    what = f"in office: {_what(one.terms)}"
    if begun:
        strength: Strength = "hard" if one.acts or len(firm) > 1 else "soft"
        yield Constraint(since(moved(begun, -SLACK)), one.span, f"{what}, begun", "office", strength)
    if one.acts and not any(_came_later(other, one) for other in everyone):
        strength = "hard" if len(firm) > 1 else "soft"
        yield Constraint(_terms_of(one.terms), one.span, what, "office", strength)


def _came_later(other: Held, one: Held) -> bool:
    """Whether `other` holds the same office by a term that follows on all of `one`'s."""
    if other.stage not in ("in office", "new") or not other.firm:
        return False
    ends, held = [term.last for term in one.terms], {(term.country, term.role) for term in one.terms}
    if not any((term.country, term.role) in held for term in other.terms):
        return False
    return all(term.first and all(end and end <= term.first for end in ends) for term in other.terms)


def _passing(one: Held) -> Iterator[Constraint]:
    """A holder who isn't yet, is no longer, or has just begun."""
    days = _PASSING[one.stage](one.terms)
    strength: Strength = "soft" if one.stage in ("new", "outgoing") else "hard"
    what = f"{one.stage}: {_what(one.terms)}"
    if one.stage == "new":
        begun = min((term.first for term in one.terms if term.first), default=None)
        if begun:
            yield Constraint(since(moved(begun, -_HANDOVER)), one.span, f"{what}, named", "office")
    yield Constraint(days, one.span, what, "office", strength)


def _former(terms: Iterable[Term]) -> Days:
    """After a term of one who bears the name, and not in another of the same person's."""
    by_person: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_person[term.person].append(term)
    return union(_after(held) for held in by_person.values())


def _after(held: Sequence[Term]) -> Days:
    return union(
        between(moved(term.last, -SLACK), moved(later.first, SLACK) if later and later.first else LATEST)
        for term, later in zip_longest(held, held[1:])
        if term.last
    )


def _terms_of(terms: Iterable[Term]) -> Days:
    return union(
        between(moved(term.first, -SLACK), moved(term.last, SLACK) if term.last else LATEST)
        for term in terms
        if term.first
    )


def _begun(terms: Iterable[Term]) -> Days:
    return since(min((term.first for term in terms if term.first), default=LATEST))


def _new(terms: Iterable[Term]) -> Days:
    return union(between(moved(one.first, -_FRESH), moved(one.first, _HONEYMOON)) for one in terms if one.first)


def _elect(terms: Iterable[Term]) -> Days:
    return union(between(moved(one.first, -_HANDOVER), moved(one.first, SLACK)) for one in terms if one.first)


def _outgoing(terms: Iterable[Term]) -> Days:
    return union(between(moved(one.last, -_HONEYMOON), moved(one.last, SLACK)) for one in terms if one.last)


_PASSING: dict[Stage, Callable[[Sequence[Term]], Days]] = {
    "former": _former,
    "then": _begun,
    "new": _new,
    "elect": _elect,
    "outgoing": _outgoing,
}


def _what(terms: Sequence[Term]) -> str:
    stretches = "; ".join(f"{term.first or '?'} to {term.last or 'today'}" for term in terms[:3])
    return f"{terms[0].position} {terms[0].person}, {stretches}".replace("to today", "on")
