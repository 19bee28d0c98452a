"""What comes back every year or week is laid out over the years that are open."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.days import count, holds
from dragoman.dating.gather import dated_by
from dragoman.dating.recurring import dateline_constraints, yearless_constraints
from dragoman.model import Interval

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

YEARS = Interval(date(2012, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "PYONGYANG, March 7 (Agency) - The army marched.",
        "Army marches\n\nNEW YORK, March 7 — The army marched.",
        "[GENEVA, Mar. 7] - The army marched.",
    ],
)
def test_a_dateline_without_a_year_is_that_day_of_any(undated: "Undated", text: str) -> None:
    (one,) = dateline_constraints(undated(text), YEARS)
    assert holds(one.days, date(2013, 3, 7))
    assert holds(one.days, date(2015, 3, 9))
    assert not holds(one.days, date(2015, 3, 10))


def test_a_day_in_the_middle_of_a_sentence_is_no_dateline(undated: "Undated") -> None:
    assert list(dateline_constraints(undated("They left Geneva, March 7 in hand - and lost."), YEARS)) == []


def test_weekday_and_day_must_agree(undated: "Undated") -> None:
    (one,) = yearless_constraints(undated("The bridge fell on Tuesday, 3 March."), YEARS)
    assert holds(one.days, date(2015, 3, 4))
    assert not holds(one.days, date(2014, 3, 4))
    assert one.strength == "hard"


def test_a_month_told_as_past_lies_behind_within_the_year(undated: "Undated") -> None:
    (one,) = yearless_constraints(undated("The bridge fell in March."), Interval(date(2014, 1, 1), date(2014, 2, 28)))
    assert holds(one.days, date(2014, 1, 10))
    assert not holds(one.days, date(2014, 2, 28))


def test_dateline_and_office_meet_in_one_year(undated: "Undated") -> None:
    text = (
        "LONDON, July 20 (Agency) - British Prime Minister Gordon Brown flew home. Prime Minister Gordon Brown slept."
    )
    assert count(dated_by(undated(text)).days) <= 3 * 4
