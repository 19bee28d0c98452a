"""Sets of days behave as sets, checked against Python's own."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.days import (
    EARLIEST,
    EVER,
    LATEST,
    NEVER,
    Days,
    between,
    count,
    days_in,
    each_day,
    holds,
    hull,
    intersect,
    shifted,
    since,
    union,
    until,
)
from dragoman.model import Interval

START = date(2014, 1, 1)


def _interval(first: int, length: int) -> Interval:
    return Interval(START + timedelta(days=first), START + timedelta(days=first + length))


intervals = st.lists(st.builds(_interval, st.integers(0, 60), st.integers(-2, 12)), max_size=6)
sets = intervals.map(days_in)


def _plain(days: Days) -> set[date]:
    return set(each_day(days))


@given(intervals)
def test_a_set_has_the_days_of_its_intervals_sorted_and_apart(given: list[Interval]) -> None:
    days = days_in(given)
    expected = {one.first + timedelta(days=step) for one in given for step in range((one.last - one.first).days + 1)}
    assert _plain(days) == expected
    assert all(one.last + timedelta(days=1) < other.first for one, other in pairwise(days))


@given(sets, sets)
def test_intersection_and_union_are_those_of_sets(one: Days, other: Days) -> None:
    assert _plain(intersect(one, other)) == _plain(one) & _plain(other)
    assert _plain(union([one, other])) == _plain(one) | _plain(other)
    assert intersect(one, other) == days_in(intersect(one, other))


@given(sets, st.integers(-5, 5), st.integers(0, 5))
def test_shifting_moves_every_day_by_every_step(days: Days, first: int, more: int) -> None:
    steps = range(first, first + more + 1)
    assert _plain(shifted(days, first, first + more)) == {
        day + timedelta(days=step) for day in _plain(days) for step in steps
    }


@given(sets)
def test_hull_count_and_membership_agree(days: Days) -> None:
    assert count(days) == len(_plain(days))
    assert all(holds(days, day) for day in each_day(days))
    assert not holds(days, START - timedelta(days=1))
    ends = hull(days)
    assert (ends is None) == (days == NEVER)
    assert ends is None or (ends.first, ends.last) == (min(_plain(days)), max(_plain(days)))


def test_no_set_leaves_its_bounds() -> None:
    assert union([since(START), until(START)]) == EVER
    assert shifted(EVER, -400, 400) == EVER
    assert between(date.min, date.max) == EVER
    assert hull(EVER) == (EARLIEST, LATEST)
    assert between(START, START - timedelta(days=1)) == NEVER
