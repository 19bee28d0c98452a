"""Whether two statements that say the same thing can both be right."""

from __future__ import annotations

from itertools import product
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.comparing_amounts import amounts, at_odds
from dragoman.merge.comparing_sides import stands_for
from dragoman.merge.dates import gap, precise
from dragoman.merge.likeness import CLOSE, SLACK
from dragoman.merge.tellings import FORESEEN, STATUS_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Actor, Event, Interval, Place, Report, Span

APART = 50.0
"""Kilometres from which two places are not one, though a border lies between: a pass or a bridge has two names."""

_AGREEING = frozenset({"AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
_EARTH = 6371.0


class Holds(NamedTuple):
    """A statement with the report in which it stands and the report's events within it."""

    report: Report
    span: Span
    events: Sequence[Event]

    @property
    def words(self) -> str:
        """The statement's exact words."""
        return self.span.of(self.report.text)

    def actors(self, ids: Sequence[str]) -> list[Actor]:
        """The actors whom an event of the statement names."""
        return [actor for actor in self.report.actors if actor.id in ids]


def contradictions(one: Holds, other: Holds, against: str = "against") -> Iterator[str]:
    """In what two statements contradict each other, one sentence each: status, type, date, place, numbers.

    `against` stands between what the one says and what the other does.
    """
    pairs = product(one.events, other.events)
    differences = [
        found
        for first, second in pairs
        if _same_doers(one, first, other, second)
        for differ in (_status, _type, _date, _place)
        for found in differ(_Event(first, one), _Event(second, other))
    ]
    for mine, theirs in dict.fromkeys([*differences, *_amounts(one, other)]):
        yield f"{mine} {against} {theirs}"


def changes(earlier: Holds, later: Holds) -> Iterator[str]:
    """What was ahead in the earlier statement and has happened in the later, one sentence each."""
    pairs = [
        (_Event(first, earlier), _Event(second, later))
        for first, second in product(earlier.events, later.events)
        if _same_doers(earlier, first, later, second)
    ]
    yield from dict.fromkeys(
        f"{first.said} ({first.event.status}), then {second.said} ({second.event.status})"
        for first, second in pairs
        if (first.status, second.status) == ("ahead", "actual") and _one_thing(first, second)
    )


def _amounts(one: Holds, other: Holds) -> list[tuple[str, str]]:
    """The first two amounts at odds, unless both have an equal amount of that thing somewhere, too."""
    pairs = list(product(amounts(one.words), amounts(other.words)))
    agreed = frozenset().union(*(a.what & b.what for a, b in pairs if a.number == b.number))
    odd = [(f"“{a.words}”", f"“{b.words}”") for a, b in pairs if at_odds(a, b) and not a.what & b.what & agreed]
    return odd[:1]


def _same_doers(one: Holds, first: Event, other: Holds, second: Event) -> bool:
    """Whether two events are of one doer, and done to one, where both say to whom."""
    sources, targets = (
        (_who(one, mine), _who(other, theirs))
        for mine, theirs in ((first.source, second.source), (first.target, second.target))
    )
    return bool(sources[0] & sources[1]) and (not (targets[0] and targets[1]) or bool(targets[0] & targets[1]))


def _who(statement: Holds, ids: Sequence[str]) -> frozenset[str]:
    return frozenset(stands_for(actor) or actor.name.casefold() for actor in statement.actors(ids))


class _Event(NamedTuple):
    """An event and the statement in which it stands."""

    event: Event
    statement: Holds

    @property
    def status(self) -> str:
        """The class of its status."""
        return STATUS_CLASS[self.event.status]

    @property
    def said(self) -> str:
        """The words of its trigger."""
        return f"“{self.event.trigger.of(self.statement.report.text)}”"


_Difference = list[tuple[str, str]]


def _status(one: _Event, other: _Event) -> _Difference:
    """Denied here and not there; what is foreseen for another day is another matter."""
    classes = {one.status, other.status}
    if not (_one_thing(one, other) and "denied" in classes and classes & {"actual", "alleged", "ahead"}):
        return []
    days = _days(one, other)
    if days and gap(*days) > SLACK:
        return []
    return [(f"{one.said} ({one.event.status})", f"{other.said} ({other.event.status})")]


def _type(one: _Event, other: _Event) -> _Difference:
    types = {one.event.type, other.event.type}
    if "REJECT" not in types or not types & _AGREEING or "denied" in {one.status, other.status}:
        return []
    return [(f"{one.said} ({one.event.type})", f"{other.said} ({other.event.type})")]


def _date(one: _Event, other: _Event) -> _Difference:
    """Dates that the texts give in so many words; those taken from the report's own are no statement."""
    days = _days(one, other)
    if not days or one.status != other.status or not _one_thing(one, other) or gap(*days) <= SLACK:
        return []
    return [(f"{one.said} on {_day(days[0])}", f"{other.said} on {_day(days[1])}")]


def _days(one: _Event, other: _Event) -> tuple[Interval, Interval] | None:
    """The days of both, where the texts give them, and closely."""
    found = [
        precise(each.event.date.interval, CLOSE) if each.event.date and each.event.date.basis == "expression" else None
        for each in (one, other)
    ]
    return (found[0], found[1]) if found[0] and found[1] else None


def _one_thing(one: _Event, other: _Event) -> bool:
    """Whether two events may be one by their types: to agree to meet and to meet are one while it is ahead."""
    types = {one.event.type, other.event.type}
    return None not in types and (len(types) == 1 or ("ahead" in {one.status, other.status} and types <= FORESEEN))


def _day(days: Interval) -> str:
    return days.first.isoformat() if days.first == days.last else f"{days.first} to {days.last}"


def _place(one: _Event, other: _Event) -> _Difference:
    here, there = one.event.place, other.event.place
    if not (here and there and _one_thing(one, other) and _far_apart(here, there)):
        return []
    return [(f"{one.said} in {here.name}", f"{other.said} in {there.name}")]


def _far_apart(one: Place, other: Place) -> bool:
    """Whether two places lie apart, and in different countries.

    Accepted gap: two cities of one country. Maps give a province one point, and it lies far from most of its towns.
    """
    if None in {one.lat, one.lon, other.lat, other.lon, one.country, other.country} or one.country == other.country:
        return False
    return _kilometres(one, other) > APART


def _kilometres(one: Place, other: Place) -> float:
    """The distance on a sphere (haversine)."""
    lat, lon, other_lat, other_lon = (radians(degrees or 0.0) for degrees in (one.lat, one.lon, other.lat, other.lon))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
