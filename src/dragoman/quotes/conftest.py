"""What the tests of this folder share: a report made from a text and actors made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.language import parse
from dragoman.model import Actor, Mention, Report, Source, Span
from dragoman.quotes import add_quotes
from dragoman.quotes.stage import quotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.quotes.told import Told as Telling

    Row = tuple[str | None, str | None, str]
    Quoted = Callable[..., Report]
    Told = Callable[[str], list[Row]]
    Tellings = Callable[..., list[Telling]]


def _actor(text: str, name: str) -> Actor:
    """An actor whose mentions are all the places where the name stands."""
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    return Actor(name, name, "person", tuple(Mention(Span(at, at + len(name)), "name") for at in starts))


@pytest.fixture(scope="session")
def quoted() -> Quoted:
    """A function from a text and names in it to the report with its quotations."""

    def run(text: str, *names: str) -> Report:
        actors = tuple(_actor(text, name) for name in names)
        report = Report("r", Source("-", "0"), None, text, 0, actors=actors)
        return add_quotes(parse(report))

    return run


@pytest.fixture(scope="session")
def tellings() -> Tellings:
    """A function from a text and names in it to all that is known of its quotations."""

    def run(text: str, *names: str) -> list[Telling]:
        actors = tuple(_actor(text, name) for name in names)
        report = parse(Report("r", Source("-", "0"), None, text, 0, actors=actors))
        assert report.parse is not None
        return quotations(report, report.parse)

    return run


@pytest.fixture(scope="session")
def told(tellings: Tellings) -> Told:
    """A function from a text to (words that name the speaker, cue, content) of each quotation in it.

    The parts of an interrupted quotation stand with " ... " in between.
    """

    def run(text: str) -> list[tuple[str | None, str | None, str]]:
        return [
            (
                one.speaker_span.of(text) if one.speaker_span else None,
                one.cue.of(text) if one.cue else None,
                " ... ".join(part.of(text) for part in one.parts),
            )
            for one in tellings(text)
        ]

    return run
