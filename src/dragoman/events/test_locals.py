from __future__ import annotations

import pytest

from dragoman.actors import add_actors
from dragoman.events.locals import settled
from dragoman.events.participants import Participants
from dragoman.language import parse
from dragoman.model import Actor, Event, Mention, Report, Source, Span
from dragoman.places import add_places


def _settled(text: str, crowd: str, trigger: str, country: str | None = None) -> str | None:
    """The country that a crowd is given as the source of a deed."""
    report = parse(Report("r1", Source("test", "0" * 64), None, text, 0))
    report = add_places(add_actors(report))
    assert report.parse is not None

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    actor = Actor("x", crowd, "group", (Mention(span(crowd), "description"),), country)
    event = Event("e1", "PROTEST", ("x",), (), span(trigger), Span(0, len(text)), "actual", 0.9, "test")
    return settled((actor,), [event], report.parse, Participants(report, report.parse))[0].country


def test_a_crowd_is_of_the_country_where_it_acts() -> None:
    assert _settled("Hundreds of villagers blocked roads in Peru.", "villagers", "blocked") == "PER"


def test_a_place_says_as_much_as_its_country() -> None:
    assert _settled("On Monday villagers marched near Nairobi.", "villagers", "marched") == "KEN"


def test_two_countries_leave_it_open() -> None:
    assert _settled("On Monday protesters marched in Peru and in Chad.", "protesters", "marched") is None


@pytest.mark.parametrize("crowd", ["tourists", "soldiers", "refugees", "Houthis"])
def test_who_may_come_from_elsewhere_stays_without_a_country(crowd: str) -> None:
    assert _settled(f"On Monday {crowd} marched in Peru.", crowd, "marched") is None


def test_a_country_that_is_known_stands() -> None:
    assert _settled("On Monday protesters marched in Peru.", "protesters", "marched", "CHL") == "CHL"
