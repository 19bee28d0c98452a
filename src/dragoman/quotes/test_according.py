from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.language.parse import model
from dragoman.quotes.according import according_to

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Told


@pytest.mark.parametrize(
    "text",
    ["According to the ministry, the border will reopen.", "The border will reopen, according to the ministry."],
)
def test_the_clause_around_is_what_the_named_source_says(text: str) -> None:
    said = list(according_to(model()(text)))
    assert [one.span.of(text).lower() for one in said] == ["the border will reopen"]
    assert [one.head and one.head.text for one in said] == ["ministry"]
    assert [one.cue and one.cue.of(text).lower() for one in said] == ["according to"]


def test_a_relayed_statement_holds_the_statement_it_relays(told: Told) -> None:
    text = '"The harvest was good," Lindqvist told the king, according to the palace.'
    assert told(text) == [
        ("the palace", "according to", '"The harvest was good," Lindqvist told the king'),
        ("Lindqvist", "told", "The harvest was good"),
    ]


@pytest.mark.parametrize("text", ["according to", "According to.", "It went according to plan", ""])
def test_a_phrase_without_a_source_or_a_clause_crashes_nothing(text: str) -> None:
    assert len(list(according_to(model()(text)))) <= 1
