"""Signs that agree leave few days, signs that don't leave many, and what is left is never overstepped."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.days import EVER, between, holds, since
from dragoman.dating.profiles import VOTE
from dragoman.dating.signs import Sign, sign_of
from dragoman.dating.weigh import WIDTHS, bounded, likeliest, likely_days, weigh, years_of
from dragoman.model import Interval, Span

YEAR = between(date(2014, 1, 1), date(2014, 12, 31))
days = st.dates(date(2014, 1, 1), date(2014, 12, 31))


def _vote(day: date) -> Sign:
    return sign_of(Span(0, 4), "vote", [Interval(day, day)], VOTE, "past")


def test_signs_that_agree_leave_days() -> None:
    found = likely_days(weigh([_vote(date(2014, 6, day)) for day in (1, 2, 3)], YEAR))
    assert found
    assert holds((found.interval,), date(2014, 6, 4))
    assert (found.interval.last - found.interval.first).days < WIDTHS[-1][0]


def test_one_sign_among_ten_years_is_not_enough() -> None:
    assert likely_days(weigh([_vote(date(2014, 6, 1))], between(date(2009, 1, 1), date(2018, 12, 31)))) is None


def test_without_signs_all_days_are_alike() -> None:
    weights = weigh([], YEAR)
    assert weights.shares == pytest.approx((1.0,))
    assert likely_days(weights) is None
    assert years_of(weights, 0.98) == YEAR[0]


def test_what_nothing_bounds_is_looked_for_within_ten_years() -> None:
    assert bounded(since(date(2014, 3, 1)))[-1].last.year == 2024
    assert bounded(EVER)[0].first.year == 1980
    assert bounded(between(date(1950, 1, 1), date(1951, 1, 1))) == ()


@given(st.lists(days, min_size=1, max_size=6), days, days)
def test_likely_days_are_among_those_left(told: list[date], one: date, other: date) -> None:
    left = between(min(one, other), max(one, other))
    weights = weigh([_vote(day) for day in told], left)
    assert sum(weights.shares) == pytest.approx(1.0)
    found = likely_days(weights)
    assert holds(left, likeliest(weights))
    assert found is None or (left[0].first <= found.interval.first <= found.best <= found.interval.last <= left[0].last)


@given(st.lists(days, min_size=1, max_size=4), st.integers(1, 300))
def test_more_days_left_never_shorten_the_stretch_of_years(told: list[date], more: int) -> None:
    signs = [_vote(day) for day in told]
    few, many = YEAR, between(date(2014, 1, 1), date(2014, 12, 31) + timedelta(days=more))
    assert years_of(weigh(signs, few), 1.0) == few[0]
    assert years_of(weigh(signs, many), 1.0) == many[0]
