"""Keys that hold across the spellings of a place's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.place_names import place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Denis", "St. Denis"),
        ("Mount Etna", "Mt Etna"),
        ("Fort Hood", "Ft. Hood"),
        ("Xi'an", "Xian"),
        ("N.C.", "NC"),
        ("São Paulo", "SAO PAULO"),
        ("Łódź", "Lodz"),
        ("Trinidad and Tobago", "Trinidad & Tobago"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


def test_different_names_do_not() -> None:
    assert len({place_key(name) for name in ("Niger", "Nigeria", "Mali", "Malawi", "North Korea", "Korea")}) == 6


@given(st.text(max_size=40))
def test_a_key_is_its_own_key_and_has_no_loose_blanks(name: str) -> None:
    key = place_key(name)
    assert key == key.strip()
    assert "  " not in key
    assert place_key(key) == key
