"""Which country a place lies in, where its name leaves no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.countries import countries
from dragoman.knowledge.localities import adjective_place, country_of_place


@pytest.mark.parametrize(
    ("name", "code"),
    [("Lagos", "NGA"), ("Darfur", "SDN"), ("Gaza", "PSE"), ("Kyoto", "JPN"), ("Xi'an", "CHN"), ("Bavaria", "DEU")],
)
def test_a_known_town_or_region_lies_in_one_country(name: str, code: str) -> None:
    assert country_of_place(name) == code


@pytest.mark.parametrize("name", ["Cordoba", "Birmingham", "Kashmir", "Lake Chad", "Oruville", "us", ""])
def test_what_is_disputed_small_or_unknown_has_none(name: str) -> None:
    assert country_of_place(name) is None


def test_regions_have_adjectives() -> None:
    assert adjective_place("Chechen") == "Chechnya"
    assert adjective_place("European") is None
    assert adjective_place("chess") is None


@given(st.text(max_size=20))
def test_any_name_gives_a_country_of_the_table_or_none(name: str) -> None:
    assert country_of_place(name) in {None, *countries()}
