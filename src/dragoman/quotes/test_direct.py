from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Quoted, Row, Told


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('"The talks failed," the envoy said.', [("the envoy", "said", "The talks failed")]),
        ("“The talks failed,” said the envoy.", [("the envoy", "said", "The talks failed")]),
        ('The envoy said: "The talks have failed."', [("The envoy", "said", "The talks have failed.")]),
        ('The envoy told reporters, "The talks have failed."', [("The envoy", "told", "The talks have failed.")]),
        ("'Will they talk?' asked the envoy.", [("the envoy", "asked", "Will they talk?")]),
        (
            '"We will go," Lindqvist said, "when the time has come."',
            [("Lindqvist", "said", "We will go ... when the time has come.")],
        ),
        (
            '"It is over," said Haddad, but Perez replied: "It has only begun."',
            [("Haddad", "said", "It is over"), ("Perez", "replied", "It has only begun.")],
        ),
    ],
)
def test_words_in_marks_belong_to_the_verb_beside_them(told: Told, text: str, quotations: list[Row]) -> None:
    assert told(text) == quotations


def test_direct_speech_is_marked_so(quoted: Quoted) -> None:
    assert [one.direct for one in quoted('"The talks failed," the envoy said.').quotes] == [True]


def test_the_verb_of_the_next_sentence_is_no_cue(told: Told) -> None:
    text = 'A banner read "No more war for oil." Later the minister said that the march was peaceful.'
    assert ("the minister", "said", "No more war for oil.") not in told(text)


def test_a_verb_in_another_paragraph_is_no_cue(told: Told) -> None:
    text = '"Nobody will leave this place,"\n\nPerez said that the march was peaceful.'
    assert told(text)[0] == (None, None, "Nobody will leave this place")
