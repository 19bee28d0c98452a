"""A clause says whether an occasion is over or ahead, or leaves it open."""

from typing import TYPE_CHECKING

import pytest

from dragoman.dating.standing import habit_of, standing_by_words, standing_of, standing_of_time
from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The Ghent summit ended without a treaty.", "past"),
        ("He left the hall after the Ghent summit.", "past"),
        ("She won the Ghent summit.", "past"),
        ("They have attended the Ghent summit.", "past"),
        ("Since the Ghent summit little happens.", "past"),
        ("The Ghent summit will open in a castle.", "ahead"),
        ("He plans to attend the Ghent summit.", "ahead"),
        ("She is preparing for the Ghent summit.", "ahead"),
        ("The upcoming Ghent summit worries him.", "ahead"),
        ("The Ghent summit could fail.", None),
        ("They would skip the Ghent summit.", None),
        ("They discussed the Ghent summit.", None),
        ("The Ghent summit's hosts are worried.", None),
    ],
)
def test_the_governing_verb_decides(undated: "Undated", text: str, standing: str | None) -> None:
    report, at = undated(text), text.index("Ghent summit")
    stands = standing_of(report.parse, Span(at, at + len("Ghent summit")), text)
    assert (stands and stands.standing) == standing


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The bridge fell on 3 March.", "past"),
        ("The bridge will open on 3 March.", "ahead"),
        ("The bridge may open on 3 March.", None),
        ("The plan of 3 March is dead.", None),
    ],
)
def test_a_time_stands_where_its_verb_does(undated: "Undated", text: str, standing: str | None) -> None:
    at = text.index("3 March")
    stands = standing_of_time(undated(text).parse, Span(at, at + 7))
    assert (stands and stands.standing) == standing


def test_without_a_parse_only_plain_words_tell() -> None:
    assert standing_of(None, Span(13, 19), "The upcoming summit opens.") == ("ahead", True)
    assert standing_of(None, Span(4, 10), "The summit opened.") is None
    assert standing_of_time(None, Span(0, 4)) is None


@pytest.mark.parametrize(
    ("before", "standing"),
    [("as she heads into the ", "ahead"), ("the upcoming ", "ahead"), ("since the ", "past"), ("they met on ", None)],
)
def test_words_before_a_day_tell_without_a_parse(before: str, standing: str | None) -> None:
    assert standing_by_words(before) == standing


def test_a_headline_in_the_present_tells_of_what_is_done(undated: "Undated") -> None:
    text = "Kasich wins the Ghent primary."
    stands = habit_of(undated(text).parse, Span(text.index("Ghent"), len(text) - 1), "primary")
    assert stands == ("past", False)
