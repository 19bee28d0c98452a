"""Occasions: what has been is not ahead, what is ahead has not been, and a time beside one is turned round."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.occasioned import occasion_constraints
from dragoman.dating.settle import settle

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated
    from dragoman.model import Interval


def _left(undated: "Undated", text: str) -> "Interval":
    interval = settle(list(occasion_constraints(undated(text)))).interval
    assert interval
    return interval


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("North Korea carried out its sixth nuclear test on Sunday.", date(2017, 9, 3), date(2017, 9, 9)),
        ("The third nuclear test of North Korea last month angered China.", date(2013, 3, 1), date(2013, 3, 31)),
        ("They will meet at next week's G20 summit in Hamburg.", date(2017, 6, 25), date(2017, 7, 2)),
        ("The two spoke at last month's G20 summit in Antalya.", date(2015, 12, 1), date(2015, 12, 31)),
    ],
)
def test_a_time_beside_an_occasion_is_turned_round(undated: "Undated", text: str, first: date, last: date) -> None:
    assert _left(undated, text) == (first, last)


def test_what_is_told_as_over_has_been(undated: "Undated") -> None:
    assert _left(undated, "North Korea conducted its fifth nuclear test.").first == date(2016, 9, 9)


def test_what_is_told_as_ahead_has_not_been(undated: "Undated") -> None:
    assert _left(undated, "Turkey is preparing for the G20 summit in Antalya.").last == date(2015, 11, 16)
    assert _left(undated, "He will attend the G20 summit in Hangzhou.").last == date(2016, 9, 5)


def test_a_year_beside_the_name_picks_the_occasion(undated: "Undated") -> None:
    assert _left(undated, "They met at the 2010 G20 summit in Seoul.").first == date(2010, 11, 11)


@pytest.mark.parametrize(
    "text",
    [
        "They would have met at the G20 summit in Hamburg.",
        "If North Korea conducts a sixth nuclear test, sanctions follow.",
        "North Korea's sixth nuclear test on Monday.",
        "The town hall was painted blue.",
    ],
)
def test_what_is_left_open_proves_nothing_firm(undated: "Undated", text: str) -> None:
    assert not [one for one in occasion_constraints(undated(text)) if one.strength == "hard"]


def test_the_words_cover_name_and_time(undated: "Undated") -> None:
    report = undated("North Korea carried out its sixth nuclear test on Sunday.")
    (one,) = occasion_constraints(report)
    assert one.span
    assert one.span.of(report.text) == "sixth nuclear test on Sunday"
    assert "2017-09-03" in one.why
