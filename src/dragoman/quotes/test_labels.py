from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Told


def test_a_name_and_a_colon_open_a_headline(told: Told) -> None:
    text = "Ana Perez: Truce is within reach\n\nAna Perez arrived in Oslo on Monday."
    assert told(text)[0] == ("Ana Perez", None, "Truce is within reach")


def test_each_turn_of_a_transcript_is_its_speakers(told: Told) -> None:
    text = "John Smith: Will you leave the talks?\n\nMary Jones: We will leave in May."
    assert [row[0] for row in told(text) if row[1] is None] == ["John Smith", "Mary Jones"]


@pytest.mark.parametrize("dash", ["—", "―", "–"])
def test_words_in_marks_may_be_signed_behind_a_dash(told: Told, dash: str) -> None:
    assert told(f"“Nobody should give up on peace.” {dash} Ana Perez\n\nIt rained.") == [
        ("Ana Perez", None, "Nobody should give up on peace.")
    ]


@pytest.mark.parametrize(
    "text", ["Score: Peru two goals and Chile none", "It rained.\n\nQ: Why did it rain so much?", "John Smith: No."]
)
def test_other_words_before_a_colon_are_no_speakers(told: Told, text: str) -> None:
    assert told(text) == []
