"""What the words beside a name say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.places.position import is_behind_town, is_dateline, is_in_position, is_named_after

if TYPE_CHECKING:
    from dragoman.places.conftest import DocOf


@pytest.mark.parametrize(
    "text",
    ["He lives in Aru .", "They fled eastern Aru .", "The mayor of Aru left .", "The town of Aru fell .",
     "Then Aru province fell .", "They left Aru , Kenya ."],
)  # fmt: skip
def test_a_preposition_direction_or_common_noun_tells_a_place(doc: DocOf, text: str) -> None:
    parsed = doc(text)
    at = next(token.i for token in parsed if token.text == "Aru")
    assert is_in_position(parsed, at, at + 1)


@pytest.mark.parametrize("text", ["Then Aru spoke .", "According to Aru it rained .", "The voice of Aru was low ."])
def test_a_subject_a_source_or_an_owner_is_none(doc: DocOf, text: str) -> None:
    parsed = doc(text)
    at = next(token.i for token in parsed if token.text == "Aru")
    assert not is_in_position(parsed, at, at + 1)


def test_universities_papers_and_clubs_are_named_after_places(doc: DocOf) -> None:
    for text, name in (("The University of Ghent", "Ghent"), ("The Aru Globe", "Aru"), ("Then Real Aru won", "Aru")):
        parsed = doc(text)
        at = next(token.i for token in parsed if token.text == name)
        assert is_named_after(parsed, at, at + 1)
    parsed = doc("The people of Ghent")
    assert not is_named_after(parsed, 3, 4)


def test_capitals_at_a_paragraphs_start_before_a_dash_are_a_dateline(doc: DocOf) -> None:
    assert is_dateline(doc("NAIROBI - Rain fell."), 0, 1)
    assert not is_dateline(doc("Nairobi - Rain fell."), 0, 1)
    assert not is_dateline(doc("Rain in NAIROBI - again."), 2, 3)


def test_a_region_stands_behind_a_towns_comma(doc: DocOf) -> None:
    parsed = doc("He lives in Chicago, Illinois.")
    assert is_behind_town(parsed, 5)
    assert not is_behind_town(parsed, 3)
