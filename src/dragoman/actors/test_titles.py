"""Words of offices and roles in a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.phrases import Phrase
from dragoman.actors.titles import titles_in

if TYPE_CHECKING:
    from dragoman.actors.conftest import ActorOf, DocOf


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Peruvian foreign minister", ["foreign minister"]),
        ("foreign ministry spokesman", ["foreign ministry spokesman"]),
        ("army chief and foreign minister", ["army chief", "foreign minister"]),
        ("Foreign Minister", ["foreign minister"]),
        ("old boat", []),
    ],
)
def test_the_longest_title_is_taken_from_left_to_right(doc: DocOf, text: str, titles: list[str]) -> None:
    parsed = doc(text)
    found = titles_in(parsed, Phrase(0, len(parsed), len(parsed) - 1))
    assert [one.title.phrase for one in found] == titles
    assert [parsed[one.start : one.end].text.lower() for one in found] == titles


def test_a_plural_that_is_not_listed_is_read_by_its_singular(doc: DocOf) -> None:
    parsed = doc("two central banks")
    (found,) = titles_in(parsed, Phrase(0, 3, 2))
    assert found.title.phrase == "central bank"


def test_titles_outside_the_phrase_do_not_count(doc: DocOf) -> None:
    assert titles_in(doc("the foreign minister"), Phrase(0, 2, 1)) == []


def test_a_ministers_portfolio_is_part_of_the_title(actor_of: ActorOf) -> None:
    actor = actor_of("Peruvian Lighthouse Minister Jane Roe spoke.", "Peruvian Lighthouse Minister Jane Roe")
    assert actor.office == "lighthouse minister of Peru"


@pytest.mark.parametrize(
    ("words", "found"), [("the nerve agent", 0), ("the secret agent", 1), ("two asylum-seekers", 1)]
)
def test_a_substance_is_no_agent_and_a_hyphen_parts_no_title(doc: DocOf, words: str, found: int) -> None:
    parsed = doc(words)
    assert len(titles_in(parsed, Phrase(1, len(parsed), len(parsed) - 1))) == found
