"""Actors inside phrases that are none themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, Told


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("The Peruvian parliament vote failed.", "Peruvian parliament", "PER", "LEG"),
        ("A rebel group raid failed.", "rebel group", None, "REB"),
        ("Police raids went on.", "Police", None, "COP"),
    ],
)
def test_who_acts_is_told_by_a_noun_before_the_deed(
    actor_of: ActorOf, text: str, words: str, country: str | None, sector: str
) -> None:
    actor = actor_of(text, words)
    assert (actor.country, actor.sector) == (country, sector)


def test_a_body_named_in_full_before_is_meant(actor_of: ActorOf) -> None:
    text = "Peru's foreign ministry was silent. A note on the ministry website denied it."
    assert actor_of(text, "ministry").country == "PER"


@pytest.mark.parametrize("text", ["The school bus left.", "A company car burned."])
def test_things_that_only_bear_a_bodys_word_are_nobodys(told: Told, text: str) -> None:
    assert told(text) == {}
