"""What the table of places kept by hand promises."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.knowledge.countries import countries, names
from dragoman.knowledge.place_names import place_key
from dragoman.knowledge.places import (
    acronyms,
    country_points,
    hand_names,
    hand_places,
    place_adjectives,
    short_names,
)

KINDS = {
    "airport",
    "base",
    "capital",
    "city",
    "country",
    "county",
    "crossing",
    "desert",
    "island",
    "lake",
    "mountains",
    "province",
    "region",
    "river",
    "sea",
    "site",
    "state",
    "strait",
    "town",
    "venue",
    "world",
}


def test_there_are_enough_of_every_kind_and_each_has_a_source() -> None:
    assert len(hand_places()) >= 1200
    assert {place.kind for place in hand_places()} == KINDS
    assert all(place.source for place in hand_places())


def test_points_lie_on_the_globe_and_countries_are_known() -> None:
    for place in hand_places():
        assert -90 <= place.lat <= 90, place
        assert -180 <= place.lon <= 180, place
        assert place.country is None or place.country in countries(), place


def test_no_place_stands_twice_and_no_geonames_id_is_shared() -> None:
    rows = Counter((place.name, place.country, place.kind) for place in hand_places())
    assert [row for row, count in rows.items() if count > 1] == []
    ids = Counter(place.geonames for place in hand_places() if place.geonames)
    assert [one for one, count in ids.items() if count > 1] == []


def test_no_name_is_a_countrys_but_georgia() -> None:
    forms = {form for place in hand_places() if place.kind != "country" for form in (place.name, *place.aliases)}
    clash = {form for form in forms if names().get(form, ("", ""))[1] in {"name", "alias"}}
    assert clash <= {"Georgia"}


@pytest.mark.parametrize(
    ("form", "country", "lat", "lon"),
    [
        ("Donbas", "UKR", 48, 38),
        ("Bab al-Mandab", None, 12.6, 43.3),
        ("Nova Scotia", "CAN", 45, -63),
        ("Xinjiang", "CHN", 41, 85),
        ("Punggye-ri", "PRK", 41.3, 129.1),
        ("Sharm el Sheikh", "EGY", 27.9, 34.3),
        ("Camp David", "USA", 39.6, -77.5),
        ("Diego Garcia", "IOT", -7.3, 72.4),
    ],
)
def test_names_and_aliases_lead_to_the_place(form: str, country: str | None, lat: float, lon: float) -> None:
    (place,) = hand_names()[place_key(form)]
    assert place.country == country
    assert place.lat == pytest.approx(lat, abs=0.6)
    assert place.lon == pytest.approx(lon, abs=0.6)


def test_acronyms_are_known_as_such() -> None:
    assert {"act", "nsw", "dmz"} <= acronyms()
    assert "ohio" not in acronyms()


def test_signs_adjectives_and_countries_points_are_apart_from_names() -> None:
    assert short_names()[place_key("Calif.")][0].name == "California"
    assert place_adjectives()["european"][0].name == "Europe"
    assert "european" not in hand_names()
    assert country_points()["USA"] == (39.76, -98.5)
    assert all(code in countries() for code in country_points())
