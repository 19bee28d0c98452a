"""Evidence is intersected; what contradicts it is kept apart; where no side outweighs the other there is no date."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.constraint import Constraint, Strength
from dragoman.dating.days import NEVER, Days, between, intersect, since, until
from dragoman.dating.settle import best_day, is_telling, settle
from dragoman.model import Interval, Span


def _of(days: Days, strength: Strength = "hard") -> Constraint:
    return Constraint(days, Span(0, 1), "made up", "date", strength)


def test_what_all_allow_is_the_intersection() -> None:
    settled = settle([_of(since(date(2014, 3, 1))), _of(until(date(2014, 3, 9))), _of(since(date(2014, 3, 5)), "soft")])
    assert settled.interval == Interval(date(2014, 3, 5), date(2014, 3, 9))
    assert settled.conflicts == ()


def test_a_lone_soft_contradiction_is_kept_as_a_conflict() -> None:
    odd = _of(between(date(1975, 1, 1), date(1979, 10, 26)), "soft")
    settled = settle([_of(between(date(2014, 3, 1), date(2014, 3, 9))), _of(since(date(2013, 2, 25))), odd])
    assert settled.interval == Interval(date(2014, 3, 1), date(2014, 3, 9))
    assert settled.conflicts == (odd,)


def test_evidence_of_equal_weight_that_contradicts_itself_gives_no_narrow_date() -> None:
    settled = settle(
        [_of(between(date(2014, 3, 1), date(2014, 3, 9))), _of(between(date(1996, 1, 1), date(1996, 1, 9)))]
    )
    interval = settled.interval
    assert interval is None or (interval.first <= date(1996, 1, 9) and interval.last >= date(2014, 3, 1))


def test_no_evidence_is_no_date() -> None:
    assert not is_telling(settle([]))
    assert not is_telling(settle([_of(since(date(2014, 3, 1)))]))


def test_a_best_day_is_named_only_among_few() -> None:
    assert best_day(settle([_of(between(date(2014, 3, 1), date(2014, 3, 9)))])) == date(2014, 3, 1)
    assert best_day(settle([_of(between(date(2014, 3, 1), date(2015, 3, 9)))])) is None


days = st.dates(date(1990, 1, 1), date(2025, 12, 31))
constraints = st.builds(
    lambda one, other, strength: _of(between(min(one, other), max(one, other)), strength),
    days,
    days,
    st.sampled_from(["hard", "soft"]),
)


@given(st.lists(constraints, max_size=8))
def test_every_constraint_agrees_or_conflicts_with_the_days_left(given: list[Constraint]) -> None:
    settled = settle(given)
    assert sorted(settled.agreeing + settled.conflicts) == sorted(given)
    if settled.days != NEVER:
        assert all(intersect(one.days, settled.days) for one in settled.agreeing)
        assert not any(intersect(one.days, settled.days) for one in settled.conflicts)
