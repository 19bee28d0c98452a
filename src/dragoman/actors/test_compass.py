"""Points of the compass stand for a country once the report has named it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


def test_the_north_is_the_divided_country_that_is_named(told: Told) -> None:
    mentions = told("North Korea closed the port. The North gave no reason, and the South protested.")
    assert mentions["North Korea"] == ["North Korea", "North"]
    assert mentions["South Korea"] == ["South"]


def test_both_names_are_two_actors_with_one_mention(told: Told) -> None:
    mentions = told("South Korea spoke. Oman fed both Koreas in winter.")
    assert "Koreas" in mentions["South Korea"]
    assert mentions["North Korea"] == ["Koreas"]


@pytest.mark.parametrize(
    "text",
    [
        "Sudan closed the port. The North gave no reason.",
        "The North gave no reason.",
        "North Korea fished in the North Sea.",
        "North Korea and South Sudan spoke. The South left.",
    ],
)
def test_without_one_divided_country_the_words_mean_a_region(told: Told, text: str) -> None:
    words = [mention for mentions in told(text).values() for mention in mentions]
    assert "North" not in words
    assert "South" not in words
