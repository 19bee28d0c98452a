"""What tells a person's gender, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors.genders import FEMALE, MALE, first_names, gender_of

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ms Roe", "f"),
        ("Mr Roe", "m"),
        ("the spokeswoman", "f"),
        ("the chairman", "m"),
        ("the first female president", "f"),
        ("the human envoy", None),
        ("the German envoy", None),
        ("the envoy", None),
        ("a man", "m"),
        ("the king", "m"),
    ],
)
def test_words_of_the_phrase_tell(doc: DocOf, text: str, gender: str | None) -> None:
    parsed = doc(text)
    assert gender_of(parsed, 0, len(parsed), None) == gender


def test_a_possessor_tells_nothing_of_whom_it_possesses(doc: DocOf) -> None:
    parsed = doc("the queen's envoy")
    assert gender_of(parsed, 0, len(parsed), None) is None
    parsed = doc("the king's daughter")
    assert gender_of(parsed, 0, len(parsed), None) == "f"


def test_words_that_contradict_each_other_tell_nothing(doc: DocOf) -> None:
    parsed = doc("Mr chairwoman Roe")
    assert gender_of(parsed, 0, len(parsed), None) is None


def test_a_first_name_tells_only_before_a_surname(doc: DocOf) -> None:
    parsed = doc("Anna Roe")
    assert gender_of(parsed, 0, 2, "Anna Roe") == "f"
    assert gender_of(parsed, 0, 1, "Anna") is None


def test_a_stated_word_outweighs_the_first_name(doc: DocOf) -> None:
    parsed = doc("Ms Thomas Roe")
    assert gender_of(parsed, 0, 3, "Thomas Roe") == "f"


def test_first_names_are_capitalised_and_of_one_gender() -> None:
    assert len(first_names()) > 400
    assert all(name[0].isupper() and gender in {"f", "m"} for name, gender in first_names().items())
    assert not {"Kim", "Jean", "Andrea", "Robin"} & set(first_names())
    assert not FEMALE & MALE
