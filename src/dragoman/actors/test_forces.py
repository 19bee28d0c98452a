"""Whose a crew is, and whether it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Chad's guns hit a Peruvian military helicopter. The crew was saved.", "PER", "MIL"),
        ("A Peruvian frigate sank. The crew was saved.", "PER", "MIL"),
        ("A Peruvian ferry sank. The crew was saved.", "PER", "CVL"),
        ("The crew of a Peruvian trawler was saved.", "PER", "CVL"),
        ("The crew was saved.", None, "CVL"),
    ],
)
def test_a_crew_is_of_the_state_and_force_whose_craft_it_mans(
    actor_of: ActorOf, text: str, country: str | None, sector: str
) -> None:
    crew = actor_of(text, "crew")
    assert (crew.country, crew.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "sector"),
    [("The coalition bombed a bridge.", "MIL"), ("The coalition passed a budget.", "GOV")],
)
def test_a_coalition_is_a_force_where_it_fights(actor_of: ActorOf, text: str, sector: str) -> None:
    assert actor_of(text, "coalition").sector == sector
