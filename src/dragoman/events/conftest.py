"""Coded sentences for the tests of this package: a text in, its events out, through the real stages."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from dragoman.actors import add_actors
from dragoman.events import add_events
from dragoman.language import parse
from dragoman.model import Event, Interval, Published, Report, Source
from dragoman.places import add_places
from dragoman.quotes import add_quotes
from dragoman.times import add_times

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.events.arguments import Arguments


class Told:
    """A coded report of Wednesday, 11 June 2014, asked by words and names instead of offsets and ids."""

    def __init__(self, text: str, *, dated: bool) -> None:
        day = date(2014, 6, 11)
        published = Published(Interval(day, day), "given") if dated else Published()
        report = Report("r1", Source("test", "0" * 64), None, text, 0, published=published)
        self.report = add_events(add_quotes(add_places(add_actors(add_times(parse(report))))))
        self.words = [one.trigger.of(text) for one in self.report.events]

    def event(self, trigger: str) -> Event:
        """The one event on these words."""
        assert self.words.count(trigger) == 1, self.words
        return self.report.events[self.words.index(trigger)]

    def sides(self, trigger: str) -> tuple[set[str | None], set[str | None]]:
        """The countries of an event's source and target."""
        event = self.event(trigger)
        return self.countries(event.source), self.countries(event.target)

    def countries(self, names: tuple[str, ...]) -> set[str | None]:
        """The countries of some actors."""
        return {actor.country for actor in self.report.actors if actor.id in names}

    def name(self, actor: str | None) -> str | None:
        """An actor's name."""
        return next((one.name for one in self.report.actors if one.id == actor), None)


@cache
def _told(text: str, *, dated: bool = True) -> Told:
    return Told(text, dated=dated)


@pytest.fixture(scope="session")
def tell() -> Callable[..., Told]:
    """Code a text, once for all tests that ask."""
    return _told


class Parsed:
    """A report with its actors and its parse kept, asked by names."""

    def __init__(self, text: str) -> None:
        self.report = add_actors(add_times(parse(Report("r1", Source("test", "0" * 64), None, text, 0))))
        self.doc = self.report.parse

    def ids(self, name: str) -> tuple[str, ...]:
        """The ids of the actor of that name."""
        return tuple(one.id for one in self.report.actors if one.name == name)

    def names(self, sides: Arguments) -> tuple[list[str], list[str]]:
        """The names of both sides."""
        name_of = {one.id: one.name for one in self.report.actors}
        return [name_of[one] for one in sides.source], [name_of[one] for one in sides.target]


@pytest.fixture
def parsed() -> Callable[[str], Parsed]:
    """A text with its actors, before any event."""
    return Parsed
