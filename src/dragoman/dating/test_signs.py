"""Signs favour the days near what they tell of, on the side that the words say."""

import math
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.days import between, hull
from dragoman.dating.profiles import VOTE, profile_of
from dragoman.dating.signs import share_sign, sign_of, window_sign
from dragoman.dating.weigh import favoured
from dragoman.model import Interval, Span

DAY = date(2014, 6, 1)
SPAN = Span(0, 4)
YEAR = between(date(2014, 1, 1), date(2014, 12, 31))


def test_what_is_past_makes_the_days_after_it_likely() -> None:
    near = hull(favoured(sign_of(SPAN, "vote", [Interval(DAY, DAY)], VOTE, "past"), YEAR))
    assert near
    assert near.first == DAY
    assert near.last < DAY + timedelta(days=60)


def test_what_is_ahead_makes_the_days_before_it_likely() -> None:
    near = hull(favoured(sign_of(SPAN, "vote", [Interval(DAY, DAY)], VOTE, "ahead"), YEAR))
    assert near
    assert near.first < DAY - timedelta(days=14)
    assert near.last <= DAY + timedelta(days=3)


def test_of_a_series_the_nearest_counts() -> None:
    series = [Interval(DAY, DAY), Interval(DAY.replace(year=2010), DAY.replace(year=2010))]
    one = sign_of(SPAN, "vote", series, VOTE, "past")
    assert favoured(one, YEAR) == favoured(sign_of(SPAN, "vote", series[:1], VOTE, "past"), YEAR)


def test_a_window_is_favoured_and_nothing_ruled_out() -> None:
    window = between(date(2014, 3, 1), date(2014, 3, 9))
    sign = window_sign(SPAN, "race", window, 20.0)
    assert favoured(sign, YEAR) == window
    assert min(height for _, height in sign.steps) == 0.0


def test_a_race_is_likeliest_at_its_end() -> None:
    near = hull(favoured(share_sign(SPAN, "race", [date(2014, 11, 4)], ((60, 0.8), (600, 0.2))), YEAR))
    assert near
    assert near.first == date(2014, 9, 5)


def test_an_attack_is_remembered_longer_than_a_vote() -> None:
    attack, vote = profile_of("attack"), profile_of("primary")
    assert attack.after[-1][1] > vote.after[-1][1]
    assert all(math.isclose(sum(share for _, share in one.after), 1.0, abs_tol=0.01) for one in (attack, vote))


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=6), st.sampled_from(["past", None]))
def test_steps_rise_and_are_finite(days: list[date], standing: None) -> None:
    steps = sign_of(SPAN, "vote", [Interval(day, day) for day in days], VOTE, standing).steps
    assert [at for at, _ in steps] == sorted({at for at, _ in steps})
    assert all(math.isfinite(height) for _, height in steps)
