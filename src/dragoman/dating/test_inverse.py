"""A relative time told of a known day says when it was told; the times' own resolver agrees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.days import NEVER, hull, intersect, shifted
from dragoman.dating.inverse import Standing, report_days
from dragoman.model import Interval
from dragoman.times.resolve import resolve
from dragoman.times.tagging import tag

TEST = Interval(date(2017, 9, 3), date(2017, 9, 3))  # a Sunday


@pytest.mark.parametrize(
    ("words", "standing", "first", "last"),
    [
        ("Sunday", "past", date(2017, 9, 3), date(2017, 9, 9)),
        ("Sunday", "ahead", date(2017, 8, 28), date(2017, 9, 3)),
        ("last Sunday", None, date(2017, 9, 3), date(2017, 9, 16)),
        ("yesterday", None, date(2017, 9, 3), date(2017, 9, 5)),
        ("last month", None, date(2017, 10, 1), date(2017, 10, 31)),
        ("earlier this month", None, date(2017, 9, 3), date(2017, 9, 30)),
        ("next month", None, date(2017, 8, 1), date(2017, 8, 31)),
        ("last week", None, date(2017, 9, 3), date(2017, 9, 10)),
        ("last year", None, date(2018, 1, 1), date(2018, 12, 31)),
        ("three weeks ago", None, date(2017, 9, 20), date(2017, 9, 29)),
        ("last September", None, date(2017, 9, 3), date(2018, 10, 28)),
        ("September 3", "past", date(2017, 9, 3), date(2018, 7, 30)),
    ],
)
def test_a_report_that_says_so_is_of_these_days(words: str, standing: Standing, first: date, last: date) -> None:
    assert hull(report_days(words, TEST, standing) or NEVER) == Interval(first, last)


@pytest.mark.parametrize("words", ["Monday", "September 4", "October", "2016"])
def test_words_that_cannot_mean_the_day_leave_none(words: str) -> None:
    assert report_days(words, TEST, "past") == NEVER


@pytest.mark.parametrize("words", ["for months", "the 1990s", "soon", "once a year", "no time at all"])
def test_words_that_say_nothing_of_the_report_are_left_alone(words: str) -> None:
    assert report_days(words, TEST, None) is None


@given(
    st.sampled_from(
        ["yesterday", "last week", "last month", "this week", "this month", "last year", "today", "Friday"]
    ),
    st.dates(date(1995, 1, 1), date(2025, 12, 31)),
)
def test_the_day_that_a_time_means_leads_back_to_the_day_of_the_report(words: str, day: date) -> None:
    (reading,) = resolve(tag(words), ["past"], day)
    assert reading
    assert reading.interval
    told = [reading.interval.first + timedelta(days=step) for step in (0, 1) if reading.interval.last >= day]
    told = [one for one in told or [reading.interval.last] if one <= day]
    for one in told:
        left = report_days(words, Interval(one, one), None)
        assert left
        assert intersect(shifted(left, -1, 1), ((Interval(day, day)),))


@given(st.text(max_size=40), st.dates(date(1901, 1, 1), date(2098, 1, 1)))
def test_no_words_crash(words: str, day: date) -> None:
    report_days(words, Interval(day, day), None)
