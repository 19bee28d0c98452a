"""Whether a country that is named for its ground stays among the actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("A bomb killed nine in Chad.", "Chad", ["Chad"]),
        ("Rebels seized a village in eastern Chad.", "Chad", ["Chad"]),
        ("Peru spoke. A blast hit a bridge in Peru.", "Peru", ["Peru", "Peru"]),
    ],
)
def test_ground_on_which_force_is_used_stays(told: Told, text: str, country: str, words: list[str]) -> None:
    assert told(text)[country] == words


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met in Lima.",
        "Farmers met in the capital of Peru.",
        "The envoys met in a Peruvian city.",
        "Farmers were sent seed for southern Peru.",
    ],
)
def test_mere_ground_is_no_actor(told: Told, text: str) -> None:
    assert "Peru" not in told(text)


def test_a_country_that_also_acts_keeps_the_mentions_that_act(told: Told) -> None:
    assert told("Peru spoke. Envoys met in Peru.")["Peru"] == ["Peru"]


@pytest.mark.parametrize("text", ["ORUVILLE (XYZ) - Farmers met.", "Farmers met in Oruville.", "The town of Oruville."])
def test_a_town_that_no_table_knows_is_no_organisation(told: Told, text: str) -> None:
    assert not {"ORUVILLE", "Oruville"} & set(told(text))
