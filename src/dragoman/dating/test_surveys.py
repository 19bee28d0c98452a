"""A poll is news for some weeks."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.surveys import survey_constraints
from dragoman.model import Interval

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

YEAR = Interval(date(2014, 6, 1), date(2014, 12, 31))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The poll of 1,000 adults was conducted Sept. 9-14 by telephone.", date(2014, 9, 14)),
        ("The survey was taken from Sept. 28 to Oct. 2 and has a margin of error.", date(2014, 10, 2)),
        ("The institute's poll, conducted September 14, found little joy.", date(2014, 9, 14)),
    ],
)
def test_the_weeks_after_the_field_work_are_left(undated: "Undated", text: str, last: date) -> None:
    (one,) = survey_constraints(undated(text), YEAR)
    assert last in {interval.first for interval in one.days}
    assert all((interval.last - interval.first).days == 28 for interval in one.days)


@pytest.mark.parametrize(
    "text",
    [
        "The raid was conducted Sept. 9 by soldiers.",
        "The poll was conducted Sept. 9, 2011, by telephone.",
        "The poll was conducted Feb. 30 by telephone.",
    ],
)
def test_other_days_say_nothing(undated: "Undated", text: str) -> None:
    assert list(survey_constraints(undated(text), YEAR)) == []
