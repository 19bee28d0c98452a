"""Who "I" and "we" are in quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import add_actors
from dragoman.actors.conftest import report_of

if TYPE_CHECKING:
    from dragoman.actors.conftest import Told


def _who(mentions: dict[str, list[str]], word: str) -> set[str]:
    return {name for name, said in mentions.items() if word in said}


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ('"I like boats," Jane Roe said.', "I", {"Jane Roe"}),
        ('Jane Roe said: "I like boats."', "I", {"Jane Roe"}),
        ("Peru won. “We like boats,” said President Jane Roe of Peru.", "We", {"Peru"}),
        ('Jane Roe and Tom Poe met. "We like boats," they said.', "We", {"Jane Roe", "Tom Poe"}),
    ],
)
def test_the_speaker_or_the_speakers_side_is_meant(told: Told, text: str, word: str, who: set[str]) -> None:
    assert _who(told(text), word) == who


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"I like boats." Jane Roe left.', "I"),
        ("I like boats, Jane Roe said.", "I"),
        ('"We like boats," Jane Roe said.', "We"),
        ('"The US left," said President Jane Roe of Peru.', "US"),
    ],
)
def test_without_marks_a_speaker_or_an_office_nobody_is(told: Told, text: str, word: str) -> None:
    assert not _who(told(text), word) & {"Jane Roe", "Peru"}


@given(st.lists(st.sampled_from(['"', "“", "”", "I", "we", "Jane Roe", "said", ".", ",", "\n\n", "Peru"])))
@settings(max_examples=25, deadline=None)
def test_any_row_of_marks_is_taken(words: list[str]) -> None:
    text = " ".join(words)
    report = add_actors(report_of(text))
    assert all(one.span.of(text).strip() for actor in report.actors for one in actor.mentions)
