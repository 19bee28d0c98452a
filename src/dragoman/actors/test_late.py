"""Links that wait for the country that the surroundings tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


def test_an_office_without_a_country_is_the_one_who_holds_it(told: Told) -> None:
    mentions = told("Peru voted. The president left.\n\nPresident Jane Roe of Peru spoke.")
    assert mentions["Jane Roe"] == ["president", "President Jane Roe"]


def test_the_rebels_are_the_one_armed_group_that_was_named(told: Told) -> None:
    mentions = told("The Taliban met. The guerrillas left.")
    assert any("guerrillas" in said and "Taliban" in said for said in mentions.values())


def test_rebels_before_or_beside_two_armed_groups_stay_apart(told: Told) -> None:
    mentions = told("The Taliban and the Houthis met. The guerrillas left.")
    assert not any("guerrillas" in said and len(said) > 1 for said in mentions.values())


def test_the_same_words_for_people_of_one_country_are_the_same_people(told: Told) -> None:
    mentions = told("Crowds stormed the parliament in Lima.\n\nThey sang. Crowds burned cars in Lima.")
    assert mentions["crowds of Peru"].count("Crowds") == 2


def test_an_office_that_somebody_runs_for_is_nobody_yet(told: Told) -> None:
    mentions = told("President Jane Roe of Peru spoke. Tom Poe ran for president.")
    assert mentions["Jane Roe"] == ["President Jane Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru sent troops to Chile. Peru sent more troops to Bolivia.",
        "An official of Peru left. An official of Peru came.",
    ],
)
def test_others_of_the_same_kind_stay_apart(told: Told, text: str) -> None:
    words = [said for name, said in told(text).items() if name not in {"Peru", "Chile", "Bolivia"}]
    assert all(len(said) == 1 for said in words)
