from datetime import date
from typing import Any

import pytest

from dragoman.model import Interval
from dragoman.times.reading import Scene
from dragoman.times.resolve import RESOLVERS
from dragoman.times.tagging import tag

THURSDAY = date(2013, 3, 21)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thursday", "2013-03-21"),
        ("Friday", "2013-03-15"),
        ("last Thursday", "2013-03-14"),
        ("next Thursday", "2013-03-28"),
        ("Monday next week", "2013-03-25"),
        ("Wednesday night", "2013-03-20TNI"),
        ("10 p.m. Wednesday", "2013-03-20T22:00"),
        ("noon Friday", "2013-03-15T12:00"),
        ("yesterday", "2013-03-20"),
        ("the day before yesterday", "2013-03-19"),
        ("tomorrow morning", "2013-03-22TMO"),
        ("last night", "2013-03-20TNI"),
        ("tonight", "2013-03-21TNI"),
        ("this week", "2013-W12"),
        ("last week", "2013-W11"),
        ("next month", "2013-04"),
        ("last year", "2012"),
        ("the coming quarter", "2013-Q2"),
        ("the weekend", "2013-W11-WE"),
        ("next weekend", "2013-W13-WE"),
        ("the end of the year", "2013"),
        ("the past decade", "P10Y"),
        ("last century", "19"),
        ("next decade", "202"),
        ("overnight Wednesday", "2013-03-20TNI"),
        ("late Tuesday", "2013-03-19"),
    ],
)
def test_a_time_counts_from_the_reports_day(read: Any, words: str, value: str) -> None:
    assert read(words).value == value


def test_the_tense_sends_a_weekday_ahead_or_back_and_keeps_the_reports_own(read: Any) -> None:
    assert read("Tuesday", direction="future").value == "2013-03-26"
    assert read("Tuesday", direction="past").value == "2013-03-19"
    assert read("Thursday", direction="future").value == "2013-03-21"
    assert read("the weekend", direction="future").value == "2013-W12-WE"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the same day", "2013-02-12"),
        ("that day", "2013-02-12"),
        ("the previous day", "2013-02-11"),
        ("the next day", "2013-02-13"),
        ("the following month", "2013-03"),
        ("the day before", "2013-02-11"),
        ("the next morning", "2013-02-13TMO"),
        ("that evening", "2013-02-12TEV"),
        ("the following Friday", "2013-02-15"),
        ("the night before", "2013-02-11TNI"),
    ],
)
def test_what_follows_an_event_counts_from_it_and_never_from_the_report(read: Any, words: str, value: str) -> None:
    assert read(words, event_day=date(2013, 2, 12), event_month=date(2013, 2, 1)).value == value
    unknown = read(words)
    assert unknown.interval is None
    assert unknown.value.startswith("XXXX")


def test_that_year_is_the_year_told_last(read: Any) -> None:
    assert read("that year", year=1994).value == "1994"
    assert read("the year before", year=1994).value == "1993"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday", "XXXX-WXX-5"),
        ("yesterday", "PAST_REF"),
        ("today", "PRESENT_REF"),
        ("tomorrow", "FUTURE_REF"),
        ("last week", "PAST_REF"),
        ("the week", "XXXX-WXX"),
    ],
)
def test_without_the_reports_day_nothing_is_dated(read: Any, words: str, value: str) -> None:
    reading = read(words, today=None)
    assert (reading.value, reading.interval) == (value, None)


def test_the_past_year_is_the_twelve_months_up_to_the_report(read: Any) -> None:
    assert read("the past year").interval == Interval(date(2012, 3, 21), THURSDAY)


def test_a_night_reaches_into_the_next_day(read: Any) -> None:
    assert read("last night").interval == Interval(date(2013, 3, 20), THURSDAY)


def test_a_month_told_alone_carries_the_months_beside_it_but_no_day(read: Any) -> None:
    assert read("the following month", event_month=date(2012, 12, 1)).value == "2013-01"
    assert read("that month", event_month=date(2012, 12, 1)).value == "2012-12"
    assert read("the next day", event_month=date(2012, 12, 1)).value == "XXXX-XX-XX"


def test_the_same_day_that_something_happened_is_the_day_named_for_it() -> None:
    (hit,) = tag("the same day")
    named = (("talks", date(2013, 3, 4)), ("vote", date(2013, 3, 1)))
    scene = Scene(date(2013, 3, 21), event_day=date(2013, 3, 20), named=named)
    for nouns, value in ((("vote", "town"), "2013-03-01"), (("truce",), "XXXX-XX-XX")):
        reading = RESOLVERS[hit.rule](hit._replace(parts={**hit.parts, "clause": nouns}), scene)
        assert reading is not None
        assert reading.value == value


def test_a_part_of_the_day_is_of_the_event_told_last() -> None:
    (hit,) = tag("They left in the morning.")
    reading = RESOLVERS[hit.rule](hit, Scene(date(2013, 3, 21), event_day=date(2013, 3, 19)))
    assert reading is not None
    assert (hit.rule, reading.value) == ("part_told", "2013-03-19TMO")
