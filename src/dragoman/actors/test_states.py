"""States named by number, region, side or owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, Told


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Nine powers met.", "Nine powers", "powers"),
        ("Two Baltic states left the bank.", "Two Baltic states", "Baltic states"),
        ("Peru thanked its allies.", "allies", "allies"),
    ],
)
def test_some_states_are_a_group_of_no_country(actor_of: ActorOf, text: str, words: str, name: str) -> None:
    actor = actor_of(text, words)
    assert (actor.name, actor.kind, actor.country, actor.sector) == (name, "group", None, "GOV")


@pytest.mark.parametrize("text", ["States are sovereign.", "The court has great powers.", "Small countries are rare."])
def test_states_in_general_are_nobody(told: Told, text: str) -> None:
    names = told(text)
    assert not {"states", "countries"} & set(names)


def test_a_persons_country_is_the_state(told: Told) -> None:
    mentions = told("President Jane Roe of Peru spoke. She said that her country was rich.")
    assert mentions["Peru"] == ["Peru", "her country"]


def test_the_countries_of_two_are_both(told: Told) -> None:
    mentions = told("Jane Roe of Peru and Tom Poe of Chile spoke. They thanked their countries.")
    assert "their countries" in mentions["Peru"]
    assert "their countries" in mentions["Chile"]


def test_a_country_of_nobody_known_stays_out(told: Told) -> None:
    assert not any("country" in " ".join(said) for said in told("Jane Roe loved her country.").values())
