"""Where names start and end, and what stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.names import is_full, name_span, short_forms

if TYPE_CHECKING:
    from dragoman.actors.conftest import PageOf, Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The visiting envoy Jane Roe spoke.", "Jane Roe"),
        ("Mr Rho Mi-rae spoke.", "Rho Mi-rae"),
        ("President Abdel Karim al-Basri spoke.", "Abdel Karim al-Basri"),
        ("President Ursula von der Tann spoke.", "Ursula von der Tann"),
        ("Sheikh Hamad bin Rashid Al Suri spoke.", "Hamad bin Rashid Al Suri"),
    ],
)
def test_hyphens_and_particles_belong_to_a_name_and_titles_do_not(told: Told, text: str, name: str) -> None:
    assert name in told(text)


def test_the_possessive_s_is_outside_the_mention(told: Told) -> None:
    mentions = told("Jane Roe's offer stood. President Karim al-Basri left, and al-Basri's aide stayed.")
    assert mentions["Jane Roe"] == ["Jane Roe"]
    assert "al-Basri" in mentions["Karim al-Basri"]


def test_words_that_are_no_name_give_no_span(page: PageOf) -> None:
    got = page("The old harbour closed. JANE ROE left.")
    assert name_span(got, 0, 2) is None
    assert name_span(got, 5, 6) is None


def test_a_span_never_starts_before_its_bound(page: PageOf) -> None:
    got = page("Envoy Jane Roe left.")
    assert name_span(got, 1, 2) == (1, 3)
    assert name_span(got, 2, 2) == (2, 3)
    assert name_span(got, 3, 2) is None


def test_a_surname_with_its_particle_is_no_full_name() -> None:
    assert is_full("Ursula von der Tann")
    assert not is_full("von der Tann")
    assert not is_full("Roe")


def test_the_parts_that_stand_for_a_name() -> None:
    assert short_forms("Ursula von der Tann") == {"Ursula", "Tann", "von der Tann"}
    assert {"al-Basri", "Basri"} <= short_forms("Karim al-Basri")
    assert short_forms("Roe") == {"Roe"}


@given(st.text())
def test_any_text_has_short_forms_made_of_its_own_letters(name: str) -> None:
    assert all(form in " ".join(name.split()) for form in short_forms(name))
