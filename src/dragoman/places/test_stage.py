"""What users rely on: every toponym in the text's own words, on the map or frankly unknown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge.countries import countries
from dragoman.model import Report, Source
from dragoman.places import add_places
from dragoman.places.conftest import report_of

if TYPE_CHECKING:
    from dragoman.places.conftest import PlacedOf, PlacesOf

WORDS = [
    "Paris",
    "Georgia",
    "the",
    "in",
    ",",
    "Ann",
    "Roe",
    "Syrian",
    "North",
    "Korea",
    "'s",
    "-",
    "Ont.",
    "\n\n",
    "Élan",
]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_places_in_order_within_it_and_on_the_globe(text: str) -> None:
    found = add_places(report_of(text)).places
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert (one.lat is None) == (one.lon is None)
        assert one.lat is None or (-90 <= one.lat <= 90 and -180 <= (one.lon or 0) <= 180)
        assert one.country is None or one.country in countries()


def test_a_report_without_a_parse_stays_as_it_is() -> None:
    report = Report("r", Source("-", "0"), None, "Rain fell in Oslo.", 0)
    assert add_places(report) is report


def test_countries_and_their_adjectives_stand_at_the_country_and_nationals_are_people(places: PlacesOf) -> None:
    found = places("Turkish troops left Turkey, and Germans watched.")
    assert set(found) == {"Turkish", "Turkey"}
    assert replace(found["Turkish"], span=found["Turkey"].span) == found["Turkey"]
    assert found["Turkey"].country == "TUR"
    assert found["Turkey"].geonames == 298795


def test_an_unknown_place_stays_in_the_list_and_empties_nothing(places: PlacesOf) -> None:
    found = places("Rebels fled from Norvaland to Goma in Congo on Friday, and from there to the village of Zimbolu.")
    assert found["Goma"].country == "COD"
    assert all(one.lat is None for words, one in found.items() if words in {"Norvaland", "Zimbolu"})
    assert {"Goma"} < set(found)


@pytest.mark.parametrize(
    ("text", "words", "country", "lat"),
    [
        ("The fair opened in Springfield, Illinois, on Monday.", "Springfield", "USA", 39.8),
        ("He was born in Paris, Texas, and moved to Dallas.", "Paris", "USA", 33.7),
        ("He was born in Paris and moved to Lyon.", "Paris", "FRA", 48.9),
        ("Shells hit the Syrian town of Azaz on Friday.", "Azaz", "SYR", 36.6),
        ("Troops left Georgia after talks in Tbilisi.", "Georgia", "GEO", 42.0),
        ("Storms crossed Georgia and Alabama and reached Atlanta.", "Georgia", "USA", 32.75),
        ("Fires burned in Oregon, Washington and Idaho.", "Washington", "USA", 47.5),
        ("Officials in Washington said the talks would go on.", "Washington", "USA", 38.9),
        ("A bakery opened in London, Ontario, last week.", "London", "CAN", 43.0),
        ("NAIROBI, May 3 - Police clashed with protesters in Mombasa.", "NAIROBI", "KEN", -1.3),
        ("Ships crossed the Strait of Hormuz at dawn.", "Strait of Hormuz", None, 26.6),
        ("Chechen fighters left the Donbas for Crimea.", "Chechen", "RUS", 43.4),
        ("The court in Kingston, Ont., heard him.", "Ont.", "CAN", 49.25),
    ],
)
def test_what_the_report_says_decides_between_namesakes(
    places: PlacesOf, text: str, words: str, country: str | None, lat: float
) -> None:
    found = places(text)[words]
    assert found.country == country
    assert found.lat == pytest.approx(lat, abs=0.3)


def test_a_name_has_one_sense_in_a_report(placed: PlacedOf) -> None:
    text = "He was born in Paris, Texas. Years later he came back to Paris."
    first, last = (one for one in placed(text).places if one.name == "Paris")
    assert first.geonames == last.geonames


def test_what_nobody_knows_of_a_place_but_its_country_is_told(places: PlacesOf) -> None:
    found = places("Police searched houses in Quazzlebury, Kenya, on Friday.")
    assert found["Quazzlebury"].country == "KEN"
    assert found["Quazzlebury"].lat is None
