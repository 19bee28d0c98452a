from __future__ import annotations

from datetime import date

from dragoman.merge.dates import first_day, gap, hull, precise, width
from dragoman.model import Interval

WEEK = Interval(date(2013, 3, 4), date(2013, 3, 10))
NEXT = Interval(date(2013, 3, 11), date(2013, 3, 17))
BETWEEN = Interval(date(2013, 3, 8), date(2013, 3, 12))


def test_both_ends_of_an_interval_count() -> None:
    assert width(WEEK) == 7


def test_intervals_that_touch_are_one_day_apart_and_those_that_overlap_none() -> None:
    assert gap(WEEK, NEXT) == gap(NEXT, WEEK) == 1
    assert gap(WEEK, BETWEEN) == gap(BETWEEN, NEXT) == 0


def test_the_hull_spans_both_and_the_unknown_adds_nothing() -> None:
    assert hull(NEXT, WEEK) == Interval(WEEK.first, NEXT.last)
    assert hull(None, WEEK) == hull(WEEK, None) == WEEK
    assert hull(None, None) is None


def test_a_wide_interval_dates_nothing() -> None:
    assert precise(WEEK, 7) == WEEK
    assert precise(WEEK, 6) is None
    assert precise(None, 7) is None


def test_the_unknown_sorts_last() -> None:
    assert sorted([None, NEXT, WEEK], key=first_day) == [WEEK, NEXT, None]
