from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Quoted, Row, Told


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        (
            'The plan of the council was "dead on arrival," Perez said.',
            [("Perez", "said", 'The plan of the council was "dead on arrival,"')],
        ),
        ('"The plan is dead on arrival," Perez said.', [("Perez", "said", "The plan is dead on arrival")]),
        ('It rained. "The plan is dead," Perez said.', [("Perez", "said", "The plan is dead")]),
        ('Perez said: "The plan is dead."', [("Perez", "said", "The plan is dead.")]),
    ],
)
def test_a_sentence_that_ends_in_marks_is_said_from_its_start(told: Told, text: str, quotations: list[Row]) -> None:
    assert told(text) == quotations


def test_only_a_sentence_in_marks_as_a_whole_is_direct(quoted: Quoted) -> None:
    assert [one.direct for one in quoted('The plan of the council was "dead on arrival," Perez said.').quotes] == [
        False
    ]
    assert [one.direct for one in quoted('"The plan is dead on arrival," Perez said.').quotes] == [True]
