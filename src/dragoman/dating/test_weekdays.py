"""The news of a weekday is printed on it or soon after."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.days import between
from dragoman.dating.weekdays import weekday_signs
from dragoman.dating.weigh import favoured

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

WEEK = between(date(2014, 1, 13), date(2014, 1, 19))


def test_the_weekday_itself_and_the_two_after_it_are_likely(undated: "Undated") -> None:
    report = undated("China called on both sides on Friday to talk.")
    (sign,) = weekday_signs(report, WEEK)
    assert favoured(sign, WEEK) == between(date(2014, 1, 17), date(2014, 1, 19))
    assert sign.span.of(report.text) == "Friday"


def test_a_weekday_told_as_past_is_taken_before_an_open_one(undated: "Undated") -> None:
    report = undated("A Monday vote may come. The bridge fell on Friday.")
    (sign,) = weekday_signs(report, WEEK)
    assert sign.span.of(report.text) == "Friday"


@pytest.mark.parametrize(
    "text", ["The bridge will open on Friday.", "They left at noon.", "“It fell on Friday,” he said."]
)
def test_what_is_ahead_or_quoted_says_nothing(undated: "Undated", text: str) -> None:
    assert list(weekday_signs(undated(text), WEEK)) == []


def test_among_many_weeks_a_weekday_says_nothing(undated: "Undated") -> None:
    report = undated("China called on both sides on Friday to talk.")
    assert list(weekday_signs(report, between(date(2014, 1, 1), date(2014, 12, 31)))) == []
