"""What the tests of this folder share: reports with their actors, from texts made up for the test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.actors import add_actors
from dragoman.actors.gazetteer import page_of
from dragoman.language import parse
from dragoman.model import Interval, Published, Report, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from dragoman.actors.gazetteer import Page
    from dragoman.model import Actor

    DocOf = Callable[[str], Doc]
    PageOf = Callable[[str], Page]
    Told = Callable[..., dict[str, list[str]]]
    ActorOf = Callable[..., Actor]


DAY = date(2015, 6, 15)


def report_of(text: str, day: date | None = DAY) -> Report:
    """A parsed report of the text, published on the day."""
    published = Published(Interval(day, day), "given") if day else Published()
    return parse(Report("r", Source("-", "0"), None, text, 0, published=published))


@pytest.fixture(scope="session")
def doc() -> DocOf:
    """A function from a text to its parse."""

    def run(text: str) -> Doc:
        parsed = report_of(text).parse
        assert parsed is not None
        return parsed

    return run


@pytest.fixture(scope="session")
def page(doc: DocOf) -> PageOf:
    """A function from a text to its parse with the known names."""
    return lambda text: page_of(doc(text))


@pytest.fixture(scope="session")
def told() -> Told:
    """A function from a text to the words of each actor's mentions, by the actor's name."""

    def run(text: str, day: date | None = DAY) -> dict[str, list[str]]:
        report = add_actors(report_of(text, day))
        return {actor.name: [one.span.of(text) for one in actor.mentions] for actor in report.actors}

    return run


@pytest.fixture(scope="session")
def actor_of() -> ActorOf:
    """A function from a text and words in it to the one actor whom they mention."""

    def run(text: str, words: str, day: date | None = DAY) -> Actor:
        actors = add_actors(report_of(text, day)).actors
        found = [actor for actor in actors if any(one.span.of(text) == words for one in actor.mentions)]
        assert len(found) == 1, f"{words!r} mentions {[actor.name for actor in found]}"
        return found[0]

    return run
