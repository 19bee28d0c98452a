"""American votes: named by state, by kind with a time, or by who runs in them."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.contests import contest_constraints
from dragoman.dating.generic import generic_constraints
from dragoman.dating.runs import _former, candidate_constraints, race_constraints
from dragoman.dating.settle import settle
from dragoman.knowledge.occasions import Occasion

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

pytestmark = pytest.mark.usefixtures("votes")


def test_a_win_in_a_state_on_a_weekday_is_the_vote_of_that_day(undated: "Undated") -> None:
    (one,) = contest_constraints(undated("Kasich won his home state of Ohio on Tuesday."))
    assert one.days == ((date(2016, 3, 15), date(2016, 3, 21)),)


@pytest.mark.parametrize(
    "text",
    [
        "Kasich won his home state of Ohio on Friday.",
        "Kasich could win Ohio on Tuesday.",
        "Romney won many friends in Ohio. On Tuesday he left.",
    ],
)
def test_other_days_and_mere_hopes_are_no_vote(undated: "Undated", text: str) -> None:
    assert list(contest_constraints(undated(text))) == []


def test_a_debate_with_a_weekday_is_one_on_that_day(undated: "Undated") -> None:
    (one,) = generic_constraints(undated("Clinton smiled during Sunday's debate with her rival."))
    assert one.days == ((date(2016, 10, 9), date(2016, 10, 15)),)
    assert one.strength == "soft"


def test_a_debate_without_a_time_says_nothing(undated: "Undated") -> None:
    assert list(generic_constraints(undated("Clinton smiled during the debate."))) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Republican presidential candidate John Kasich spoke.", date(2015, 7, 18), date(2016, 5, 7)),
        ("Mitt Romney, the presumptive Republican nominee, spoke.", date(2012, 4, 21), date(2012, 8, 31)),
        ("Republican presidential nominee Mitt Romney spoke.", date(2012, 4, 21), date(2012, 11, 9)),
    ],
)
def test_who_is_called_a_candidate_is_one(undated: "Undated", text: str, first: date, last: date) -> None:
    assert settle(list(candidate_constraints(undated(text)))).interval == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "John Kasich spoke.",
        "In 2012 Republican nominee Mitt Romney lost.",
        "“Republican nominee Mitt Romney is my hero,” he said.",
        "He was the previous Republican nominee, Mitt Romney's friends say.",
    ],
)
def test_a_mere_name_and_history_say_nothing(undated: "Undated", text: str) -> None:
    assert list(candidate_constraints(undated(text))) == []


def test_a_former_candidate_runs_no_more(undated: "Undated") -> None:
    (one,) = candidate_constraints(undated("The former Republican presidential candidate John Kasich spoke."))
    assert one.days[0].first == date(2016, 5, 1)


def test_two_of_one_race_make_the_race(undated: "Undated") -> None:
    (one,) = race_constraints(undated("Marco Rubio and John Kasich want the Republican nomination."))
    assert date(2015, 4, 13) == one.days[0].first
    assert list(race_constraints(undated("Marco Rubio and John Kasich went fishing."))) == []
    assert list(race_constraints(undated("Marco Rubio wants the Republican nomination."))) == []


def test_who_was_nominee_and_never_candidate_is_no_former_candidate() -> None:
    nominee = Occasion("A, nominee 2012", ("A",), "nominee", (), "", date(2012, 8, 28), date(2012, 11, 6), "test")
    assert _former([nominee]) is None
    assert _former([]) is None
