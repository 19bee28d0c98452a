"""Counting down to a dated occasion tells the day, to a day where days are counted."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.countdown import countdown_constraints
from dragoman.dating.days import hull

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

pytestmark = pytest.mark.usefixtures("votes")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("With 10 days to go before the debate in St. Louis, both rested.", (9, 28), (9, 30)),
        ("There are ten days left until the debate in St. Louis.", (9, 28), (9, 30)),
        ("The debate in St. Louis is just three days away.", (10, 5), (10, 7)),
        ("With less than 10 days to go until the debate in St. Louis, both rested.", (9, 28), (10, 9)),
        ("They are two weeks away from the debate in St. Louis.", (9, 20), (9, 29)),
    ],
)
def test_the_days_from_which_so_many_are_left(
    undated: "Undated", text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    (one,) = countdown_constraints(undated(f"{text} Clinton smiled."))
    days = hull(one.days)
    assert days == (date(2016, *first), date(2016, *last))
    assert one.span is not None
    assert "debate in St. Louis" in one.span.of(text)
    assert one.strength == "hard"


@pytest.mark.parametrize(
    "text",
    [
        "It was 10 days until the debate in St. Louis.",
        '"We have 10 days to go before the debate in St. Louis," she said.',
        "In 2015, with 10 days to go before the debate in St. Louis, he left.",
        "More than 10 days to go until the debate in St. Louis.",
        "He came 10 days before the debate in St. Louis.",
        "With 10 days to go before the choir sings, all is quiet.",
    ],
)
def test_what_is_told_of_another_time_or_says_only_before_is_no_countdown(undated: "Undated", text: str) -> None:
    assert list(countdown_constraints(undated(f"{text} Clinton smiled."))) == []
