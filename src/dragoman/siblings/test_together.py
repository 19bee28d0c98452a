"""Reports date one another: by the same words, by a time that one of them gives the day of, by telling one story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Interval
from dragoman.siblings import date_together, lookalikes
from dragoman.siblings.conftest import DAY, ELSEWHERE, RETOLD, STATED

if TYPE_CHECKING:
    from random import Random

    from dragoman.model import Published, Report
    from dragoman.siblings.conftest import Coded

TUESDAY = date(2014, 10, 14)


def dated(*reports: Report) -> Published:
    """The date that the first of the reports has when they are read together."""
    return date_together(reports)[0].published


def constraints(published: Published) -> list[str]:
    return [one.constraint for one in published.evidence if "another report" in one.constraint]


def test_its_tuesday_is_the_day_that_the_dated_report_says(coded: Coded) -> None:
    (report, _) = date_together([coded("new", RETOLD), coded("old", STATED, DAY)])
    assert report.published.basis == "inferred"
    assert report.published.interval == Interval(TUESDAY, date(2014, 10, 20))
    (found,) = [one for one in report.published.evidence if "another report" in one.constraint]
    assert found.constraint == 'another report says that "Tuesday" was 2014-10-14: old'
    words = found.span.of(report.text)
    assert words.startswith("met")
    assert words.endswith("Tuesday")


def test_times_and_events_follow_from_the_date_found(coded: Coded) -> None:
    alone = coded("new", RETOLD)
    (report, _) = date_together([alone, coded("old", STATED, DAY)])
    assert [one.interval for one in alone.times if one.span.of(RETOLD) == "on Tuesday"] in ([None], [])
    met = next(one for one in report.events if one.trigger.of(RETOLD) == "met")
    assert met.date is not None
    assert met.date.interval == Interval(TUESDAY, TUESDAY)


def test_a_copy_was_printed_within_days_of_the_dated_one(coded: Coded) -> None:
    text = STATED.replace(" on Tuesday", "")
    published = dated(coded("new", text), coded("old", text, DAY))
    assert published.interval is not None
    assert published.interval.first <= DAY <= published.interval.last
    assert (published.interval.last - published.interval.first).days <= 7
    proof, likely = constraints(published)
    assert proof == "another report has the same words: old, 2014-10-15"
    assert likely.startswith("likely: another report has the same words: old")
    assert all(one.span.of(text).strip() for one in published.evidence)


def test_a_story_without_a_time_makes_days_likely_and_proves_none(coded: Coded) -> None:
    published = dated(coded("new", RETOLD.replace(" on Tuesday", "")), coded("old", STATED, DAY))
    assert published.interval is not None
    assert published.interval.first <= DAY <= published.interval.last
    assert 7 <= (published.interval.last - published.interval.first).days <= 31
    (only,) = constraints(published)
    assert only.startswith("likely: another report tells the same story: old")


def test_days_that_do_not_agree_are_of_another_meeting(coded: Coded) -> None:
    alone = coded("new", RETOLD)
    assert dated(alone, coded("old", STATED.replace("Tuesday", "Thursday"), DAY)) == alone.published


@pytest.mark.parametrize(("mine", "theirs"), [("It was the third such meeting.", "It was the fourth such meeting.")])
def test_a_yearly_meeting_is_not_dated_by_that_of_another_year(coded: Coded, mine: str, theirs: str) -> None:
    alone = coded("new", f"{RETOLD} {mine}")
    assert dated(alone, coded("old", f"{STATED} {theirs}", DAY)) == alone.published


def test_of_two_years_neither_is_taken(coded: Coded) -> None:
    text = RETOLD.replace(" on Tuesday", "")
    alone = coded("new", text)
    years = [coded(f"of {year}", STATED, date(year, 10, 15)) for year in (2014, 2016)]
    assert dated(alone, *years) == alone.published


def test_what_the_report_itself_proves_wins_and_the_conflict_is_said(coded: Coded) -> None:
    told = " They had last met in Lima on 3 March 2015."
    alone = coded("new", STATED.replace(" on Tuesday", "") + told)
    published = dated(alone, coded("old", STATED.replace(" on Tuesday", ""), DAY))
    assert published.interval == alone.published.interval
    assert published.interval is not None
    assert published.interval.first >= date(2015, 3, 3)
    assert constraints(published) == ["conflict: another report has the same words: old, 2014-10-15"]


def test_nothing_is_passed_on_to_a_third_report(coded: Coded) -> None:
    new, third = coded("new", RETOLD), coded("third", RETOLD.replace("Railway to", "The way to"))
    (first, *_) = date_together([new, coded("old", STATED, DAY)])
    assert "another report" in str(first.published.evidence)
    assert date_together([third, first])[0].published == third.published


def test_a_date_that_is_given_stays_as_it_is(coded: Coded) -> None:
    reports = [coded("old", STATED, DAY), coded("new", STATED, date(2014, 11, 30))]
    assert date_together(reports) == reports


def test_one_report_alone_is_as_it_was(coded: Coded) -> None:
    assert date_together([coded("new", RETOLD)]) == [coded("new", RETOLD)]
    assert date_together([]) == []


def test_a_report_loses_a_date_that_rested_on_one_which_is_gone(coded: Coded) -> None:
    (report, _) = date_together([coded("new", RETOLD), coded("old", STATED, DAY)])
    assert date_together([report]) == [coded("new", RETOLD)]


def test_only_texts_like_an_undated_one_need_be_coded(coded: Coded) -> None:
    bare = [replace(coded(name, text, day), events=()) for name, text, day in POOL]
    assert lookalikes(bare) == {0, 1, 2, 4}
    assert lookalikes(bare[1:2] + bare[3:4]) == set()


POOL = (
    ("a", RETOLD, None),
    ("b", STATED, DAY),
    ("c", STATED.replace(" on Tuesday", ""), None),
    ("d", ELSEWHERE, None),
    ("e", STATED.replace("Foreign ministers of Chile", "Ministers of Chile"), date(2014, 10, 16)),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(POOL), unique=True), random=st.randoms(use_true_random=False))
def test_order_makes_no_difference_and_doing_it_twice_changes_nothing(
    coded: Coded, chosen: list[tuple[str, str, date | None]], random: Random
) -> None:
    reports = [coded(*one) for one in chosen]
    once = date_together(reports)
    shuffled = list(reports)
    random.shuffle(shuffled)
    by_id = {one.id: one for one in once}
    assert date_together(shuffled) == [by_id[one.id] for one in shuffled]
    assert date_together(once) == once
    for report in once:
        assert all(0 <= one.span.start < one.span.end <= len(report.text) for one in report.published.evidence)
