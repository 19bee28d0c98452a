"""Where an event happened, by the words that tie a place to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dragoman.model import Span
from dragoman.places import event_place

if TYPE_CHECKING:
    from dragoman.places.conftest import PlacedOf


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Rebels attacked a convoy near Goma on Monday.", "attacked", "Goma"),
        ("Ministers met in Geneva, Switzerland, to discuss Syria.", "met", "Geneva"),
        ("The president said troops had shelled villages outside Kharkiv.", "shelled", "Kharkiv"),
        ("An attack in Kabul killed ten people.", "attack", "Kabul"),
        ("Police in Cairo arrested a man.", "arrested", "Cairo"),
    ],
)
def test_the_place_that_a_preposition_ties_to_the_trigger_or_its_clause(
    placed: PlacedOf, text: str, trigger: str, words: str
) -> None:
    at = text.index(trigger)
    found = event_place(placed(text), Span(at, at + len(trigger)))
    assert found is not None
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Beijing urged Washington to return to talks in Vienna.", "urged"),
        ("The president said in Kyiv that troops had shelled villages.", "shelled"),
        ("He condemned the bombing in Mogadishu.", "condemned"),
        ("The minister flew from Paris to Rome.", "flew"),
        ("NAIROBI, May 3 - Police arrested a man.", "arrested"),
    ],
)
def test_metonyms_topics_journeys_and_datelines_are_no_event_places(placed: PlacedOf, text: str, trigger: str) -> None:
    at = text.index(trigger)
    assert event_place(placed(text), Span(at, at + len(trigger))) is None


def test_without_a_parse_no_place_is_tied(placed: PlacedOf) -> None:
    report = placed("Rebels attacked Goma in Congo.")
    assert event_place(replace(report, parse=None), Span(7, 15)) is None
