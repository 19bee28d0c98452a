"""Names of things are no actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.things import LEADING, SURNAMES, TRAILING, in_unliving, is_no_person, names_a_thing

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf, Told

NAMED = "Grey Heron"


@pytest.mark.parametrize("text", ["exercise Grey Heron", "the Grey Heron drill", "the Grey Heron", "our Grey Heron"])
def test_a_name_beside_a_word_for_a_thing_names_it(doc: DocOf, text: str) -> None:
    parsed = doc(f"They saw {text} again.")
    start = next(token.i for token in parsed if token.text == "Grey")
    beside = any(word in text for word in ("exercise", "drill"))
    assert names_a_thing(parsed, start, start + 2) == beside


def test_the_words_of_the_name_count_too(doc: DocOf) -> None:
    parsed = doc("Oru Treaty")
    assert names_a_thing(parsed, 0, 2)
    parsed = doc("Operation Oru")
    assert names_a_thing(parsed, 0, 2)
    assert is_no_person(parsed, 0, 2)


def test_people_may_be_called_bridge_or_street(doc: DocOf) -> None:
    assert not is_no_person(doc("Ann Street"), 0, 2)
    assert is_no_person(doc("Ann Airport"), 0, 2)
    assert SURNAMES <= TRAILING


def test_words_are_lower_case() -> None:
    assert all(word == word.lower() for word in LEADING | TRAILING)


@pytest.mark.parametrize(
    "text",
    [
        "The navy began exercise Grey Heron on Monday.",
        "The Grey Heron drill ended.",
        "Operation Long Oar went on.",
        "They signed the Long Oar Treaty.",
        "The Long Oar missile flew far.",
        "Fishing in the Oru Sea is forbidden.",
        "He landed at Queen Mira Airport.",
    ],
)
def test_no_exercise_weapon_treaty_water_or_airport_acts(told: Told, text: str) -> None:
    assert not [name for name in told(text) if {"Heron", "Oar", "Oru", "Mira", "Airport"} & set(name.split())]


def test_a_word_of_people_in_a_buildings_name_is_no_people(doc: DocOf, told: Told) -> None:
    text = "They met in the Great Hall of the Peoples on Friday."
    head = next(token for token in doc(text) if token.text == "Peoples")
    if in_unliving(head):
        assert told(text) == {}
    assert not in_unliving(doc("The people spoke.")[1])


def test_a_site_on_which_somebody_writes_does_nothing(told: Told) -> None:
    assert "Twitter" not in told("Jane Roe wrote on Twitter that rain fell.")
    assert "Twitter" in told("Twitter said that rain fell.")
