"""What the table of countries promises to those who look a form up in it."""

import re
from collections import defaultdict

import pytest

from dragoman.knowledge.countries import _forms, countries, masks, names

HISTORIC = {"SUN", "YUG", "DDR", "CSK", "SCG", "YMD", "VDR"}


def test_all_249_codes_of_iso_3166_kosovo_and_the_historic_states_are_there() -> None:
    assert len(countries()) == 249 + 1 + len(HISTORIC)
    assert {"XKX", "HKG", "PSE", "TWN"} | HISTORIC <= set(countries())
    assert all(re.fullmatch("[A-Z]{3}", code) for code in countries())


def test_no_form_is_claimed_by_two_countries() -> None:
    claims = defaultdict(set)
    for country in countries().values():
        for form, _ in _forms(country):
            claims[form].add(country.code)
    assert {form: codes for form, codes in claims.items() if len(codes) > 1} == {}


def test_points_lie_on_the_globe_and_geonames_ids_are_not_shared() -> None:
    for country in countries().values():
        if country.lat is None or country.lon is None:
            assert country.lat is country.lon
        else:
            assert -90 <= country.lat <= 90
            assert -180 <= country.lon <= 180
    ids = [country.geonames for country in countries().values() if country.geonames]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("form", "code", "how"),
    [
        ("South Korea", "KOR", "name"),
        ("DPRK", "PRK", "alias"),
        ("U.S.", "USA", "alias"),
        ("Burma", "MMR", "alias"),
        ("Russian", "RUS", "adjective"),
        ("Frenchmen", "FRA", "national"),
        ("Filipinos", "PHL", "national"),
        ("Soviet Union", "SUN", "name"),
        ("Beijing", "CHN", "capital"),
        ("Kiev", "UKR", "capital"),
        ("Kremlin", "RUS", "seat"),
        ("Blue House", "KOR", "seat"),
        ("Downing Street", "GBR", "seat"),
    ],
)
def test_a_form_tells_the_country_and_how_it_names_it(form: str, code: str, how: str) -> None:
    assert names()[form] == (code, how)


@pytest.mark.parametrize("form", ["us", "Korea", "Korean", "Congo", "Congolese", "Victoria", "Male", "Brussels"])
def test_what_is_ambiguous_or_a_word_stays_unknown(form: str) -> None:
    assert form not in names()


def test_a_capital_that_stands_for_its_government_is_among_the_seats() -> None:
    assert "Moscow" in countries()["RUS"].seats
    assert "The Hague" not in countries()["NLD"].seats


def test_masks_hold_a_countrys_form_and_are_no_form_themselves() -> None:
    for mask in masks():
        assert mask not in names()
        assert any(form in mask for form in names()), mask
    assert "South America" in masks()
