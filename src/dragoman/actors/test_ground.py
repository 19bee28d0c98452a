"""A country that is named for its ground is no actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met in Lima.",
        "Farmers met in the capital of Peru.",
        "The envoys met in a Peruvian city.",
        "Farmers were sent seed for southern Peru.",
        "A bomb killed nine in Peru.",
        "Rebels seized a village in eastern Peru.",
        "Rebels shelled Arequipa.",
    ],
)
def test_mere_ground_is_no_actor(told: Told, text: str) -> None:
    assert "Peru" not in told(text)


def test_a_country_that_also_acts_keeps_the_mentions_that_act(told: Told) -> None:
    assert told("Peru spoke. Envoys met in Peru.")["Peru"] == ["Peru"]


@pytest.mark.parametrize("text", ["ORUVILLE (XYZ) - Farmers met.", "Farmers met in Oruville.", "The town of Oruville."])
def test_a_town_that_no_table_knows_is_no_organisation(told: Told, text: str) -> None:
    assert not {"ORUVILLE", "Oruville"} & set(told(text))
