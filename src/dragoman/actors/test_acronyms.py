"""Abbreviations stand for the name that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.acronyms import is_acronym, with_acronyms
from dragoman.actors.describe import found_phrases

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, DocOf, Told

TEXT = "The Gulf Fishing Council (GFC) met on Monday. The GFC asked for quiet."


def test_name_and_abbreviation_are_one_actor(told: Told) -> None:
    assert told(TEXT) == {"Gulf Fishing Council": ["Gulf Fishing Council", "GFC", "GFC"]}


def test_what_the_tables_know_under_the_abbreviation_holds_for_the_name(actor_of: ActorOf) -> None:
    text = "The Worldwide Health Organisation (WHO) met. The WHO warned Mali."
    assert actor_of(text, "Worldwide Health Organisation").country == "UNO"


def test_words_in_brackets_that_abbreviate_nothing_stay_apart(told: Told) -> None:
    mentions = told("The Gulf Fishing Council (XZQ) met.")
    assert "XZQ" not in mentions.get("Gulf Fishing Council", [])


def test_a_text_without_brackets_is_left_alone(doc: DocOf) -> None:
    parsed = doc("The Gulf Fishing Council met in Oslo.")
    found = found_phrases(parsed)
    assert with_acronyms(parsed, found) == found


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("GFC", "Gulf Fishing Council", True),
        ("OFW", "Organisation for the Freedom of Water", True),
        ("GFC", "Council of the Gulf", False),
        ("Gfc", "Gulf Fishing Council", False),
        ("G", "Gulf Fishing Council", False),
        ("GFC", "GFC", False),
        ("GFC", "", False),
    ],
)
def test_letters_must_come_in_order(short: str, name: str, fits: bool) -> None:
    assert is_acronym(short, name) == fits


@given(st.text(max_size=12), st.text(max_size=40))
def test_any_two_texts_can_be_asked(short: str, name: str) -> None:
    assert is_acronym(short, name) in {True, False}
