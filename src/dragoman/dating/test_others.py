"""Other reports narrow what a report's words leave, and never outweigh what these prove."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import EVER, NEVER, between, holds, intersect, since, until
from dragoman.dating.others import NONE, Others, rests_on_others, with_others
from dragoman.dating.settle import settle
from dragoman.dating.signs import other_sign
from dragoman.dating.weigh import likely_days, weigh
from dragoman.model import DateEvidence, Interval, Published, Span

if TYPE_CHECKING:
    from dragoman.dating.constraint import Strength
    from dragoman.dating.days import Days

SPAN = Span(0, 1)
MARCH = between(date(2014, 3, 1), date(2014, 3, 31))


def own(days: Days, strength: Strength = "hard") -> Constraint:
    return Constraint(days, SPAN, "its own", "date", strength)


def other(days: Days) -> Constraint:
    return Constraint(days, SPAN, "another report", "other")


def test_other_reports_narrow_what_is_left() -> None:
    settled = with_others([own(since(date(2014, 3, 10)))], Others((other(MARCH),)))
    assert settled.days == between(date(2014, 3, 10), date(2014, 3, 31))
    assert not settled.conflicts


def test_what_the_report_proves_wins() -> None:
    settled = with_others([own(since(date(2015, 1, 1)))], Others((other(MARCH), other(MARCH))))
    assert settled.days == since(date(2015, 1, 1))
    assert settled.conflicts == (other(MARCH), other(MARCH))


def test_what_is_only_usual_gives_way() -> None:
    usual = own(since(date(2015, 1, 1)), "soft")
    settled = with_others([usual, own(since(date(2014, 3, 20)))], Others((other(MARCH),)))
    assert settled.days == between(date(2014, 3, 20), date(2014, 3, 31))
    assert settled.conflicts == (usual,)


def test_other_reports_that_contradict_each_other_are_all_set_aside() -> None:
    late = other(since(date(2016, 1, 1)))
    settled = with_others([], Others((other(MARCH), late)))
    assert settled.days == EVER
    assert settled.conflicts == (other(MARCH), late)


def test_one_that_the_report_refutes_does_not_spoil_the_rest() -> None:
    late = other(since(date(2016, 1, 1)))
    settled = with_others([own(until(date(2014, 3, 5)))], Others((late, other(MARCH))))
    assert settled.days == between(date(2014, 3, 1), date(2014, 3, 5))
    assert settled.conflicts == (late,)


def test_evidence_that_is_another_report_is_known_as_such() -> None:
    def rests(why: str) -> bool:
        return rests_on_others(Published(evidence=(DateEvidence(SPAN, why),)))

    assert rests("another report has the same words: r, 2014-03-01")
    assert rests("conflict: likely: another report tells the same story: r")
    assert not rests('dated occasion: a summit, told as "another report"')


def test_one_telling_of_the_story_narrows_to_two_weeks_and_two_of_other_years_to_none() -> None:
    shares = ((1, 0.5), (3, 0.25), (7, 0.18), (31, 0.06), (365, 0.01))
    days = [Interval(date(year, 5, 9), date(year, 5, 9)) for year in (2012, 2015)]
    found = likely_days(weigh([other_sign(SPAN, "x", days[:1], shares)], EVER))
    assert found is not None
    assert holds((found.interval,), date(2012, 5, 9))
    assert 7 < (found.interval.last - found.interval.first).days < 15
    assert likely_days(weigh([other_sign(SPAN, "x", days, shares)], EVER)) is None


_DAYS = st.dates(date(2010, 1, 1), date(2016, 1, 1)).flatmap(
    lambda first: st.dates(first, date(2017, 1, 1)).map(lambda last: between(first, last))
)


@given(st.lists(_DAYS, max_size=4), st.lists(_DAYS, max_size=3))
def test_what_is_left_lies_within_what_is_proved_and_alone_nothing_changes(
    mine: list[Days], theirs: list[Days]
) -> None:
    constraints = [own(days) for days in mine]
    alone = settle(constraints)
    settled = with_others(constraints, Others(tuple(map(other, theirs))))
    assert with_others(constraints, NONE) == alone
    if alone.days != NEVER:
        assert intersect(settled.days, alone.days) == settled.days != NEVER
    count = len(settled.agreeing) + len(settled.conflicts)
    assert count == len(constraints) + len(theirs)
