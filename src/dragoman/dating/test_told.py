"""Full dates, times said twice, and a day in the address."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.address import address_constraints
from dragoman.dating.agreement import agreement_constraints
from dragoman.dating.days import EARLIEST, LATEST
from dragoman.dating.told import date_constraints

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated


def test_a_date_told_as_past_has_been(undated: "Undated") -> None:
    (one,) = date_constraints(undated("The truce was signed on 12 February 2015."))
    assert one.days == ((date(2015, 2, 12), LATEST),)


def test_a_date_told_as_ahead_has_not(undated: "Undated") -> None:
    (one,) = date_constraints(undated("The bridge will open on 5 May 2014."))
    assert one.days == ((EARLIEST, date(2014, 5, 5)),)


def test_a_year_may_be_told_of_from_the_autumn_before(undated: "Undated") -> None:
    (one,) = date_constraints(undated("Parliament raised the budget in 2016."))
    assert one.days[0].first == date(2015, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The 2016 election is on all lips.",
        "“The truce was signed on 12 February 2015,” he said.",
        "It may open on 5 May 2014.",
        "The truce was signed on Monday.",
    ],
)
def test_quotations_attributes_and_open_verbs_prove_nothing(undated: "Undated", text: str) -> None:
    assert list(date_constraints(undated(text))) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Exports fell last year, in 2012, by a tenth.", date(2013, 1, 1), date(2013, 12, 31)),
        ("They meet on Thursday (21 March 2013) in Ghent.", date(2013, 3, 15), date(2013, 3, 27)),
    ],
)
def test_a_time_said_twice_sets_the_report(undated: "Undated", text: str, first: date, last: date) -> None:
    (one,) = agreement_constraints(undated(text))
    assert one.days == ((first, last),)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/world/2013/03/21/talks", date(2013, 3, 21)),
        ("https://news.example/20130321-talks.html", None),
        ("https://news.example/2013-03-21/talks", date(2013, 3, 21)),
        ("https://news.example/2013/02/30/talks", None),
        ("https://news.example/2013/03/21/about/2012/01/02", None),
        (None, None),
    ],
)
def test_an_address_with_one_day_is_of_that_day(undated: "Undated", url: str | None, day: date | None) -> None:
    found = list(address_constraints(undated("Talks went on.", url=url)))
    assert [one.days[0].first.day + 1 for one in found] == ([day.day] if day else [])
    assert all(one.span is None for one in found)
