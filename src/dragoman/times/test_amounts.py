from datetime import date
from typing import Any

import pytest

from dragoman.model import Interval
from dragoman.times.reading import Reading, Scene
from dragoman.times.resolve import RESOLVERS
from dragoman.times.tagging import tag

TODAY = date(2013, 3, 21)


def read_or_drop(words: str, **known: Any) -> Reading | None:
    (hit,) = tag(words)
    return RESOLVERS[hit.rule](hit, Scene(TODAY)._replace(**known))


def read(words: str, **known: Any) -> Reading:
    reading = read_or_drop(words, **known)
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three days", "P3D"),
        ("two hours", "PT2H"),
        ("a six-month", "P6M"),
        ("nearly two years", "P2Y"),
        ("2 1/2 years", "P2Y6M"),
        ("5 1/2 hours", "PT5H30M"),
        ("a minute and a half", "PT1M30S"),
        ("half an hour", "PT30M"),
        ("several decades", "PXDE"),
        ("two decades", "P20Y"),
        ("a couple of years", "P2Y"),
        ("a few minutes", "PTXM"),
        ("two to three weeks", "PXW"),
        ("the last twenty four hours", "PT24H"),
        ("at least 20 more years", "P20Y"),
        ("the first nine months", "P9M"),
    ],
)
def test_an_amount_of_time_is_a_duration(words: str, value: str) -> None:
    reading = read(words)
    assert (reading.type, reading.value) == ("DURATION", value)


def test_months_without_a_number_are_found_where_they_last() -> None:
    text = "They have argued for months."
    (hit,) = tag(text)
    assert hit.span.of(text) == "months"
    reading = RESOLVERS[hit.rule](hit, Scene())
    assert reading is not None
    assert reading.value == "PXM"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("daily", "P1D"),
        ("annual", "P1Y"),
        ("every two years", "P2Y"),
        ("every other week", "P2W"),
        ("twice a month", "P1M"),
        ("each Thursday", "XXXX-WXX-4"),
        ("Tuesday nights", "XXXX-WXX-2TNI"),
        ("every July", "XXXX-07"),
        ("every summer", "XXXX-SU"),
    ],
)
def test_what_recurs_is_a_set(words: str, value: str) -> None:
    reading = read(words)
    assert (reading.type, reading.value, reading.interval) == ("SET", value, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two years ago", "2011"),
        ("five months ago", "2012-10"),
        ("six weeks ago", "2013-W06"),
        ("10 days ago", "2013-03-11"),
        ("three days from now", "2013-03-24"),
        ("several years ago", "PAST_REF"),
    ],
)
def test_ago_counts_from_the_report(words: str, value: str) -> None:
    assert read(words, event_day=date(2001, 1, 1)).value == value


def test_earlier_and_later_count_from_the_event_told_last() -> None:
    told = date(2013, 2, 12)
    assert read("eight days later", event_day=told).value == "2013-02-20"
    assert read("a year earlier", event_day=told).value == "2012"
    assert read("eight days later").value == "FUTURE_REF"


def test_a_year_earlier_beside_a_quarter_is_that_quarter() -> None:
    assert read("a year earlier", period="2012-Q4").value == "2011-Q4"


def test_the_last_three_weeks_end_with_the_report() -> None:
    assert read("the last three weeks").interval == Interval(date(2013, 2, 28), TODAY)
    assert read("the next three weeks").interval == Interval(TODAY, date(2013, 4, 11))
    assert read("three weeks").interval is None


def test_amounts_beyond_reason_are_dropped() -> None:
    assert read_or_drop("999999 years") is None
    assert read_or_drop("90000 years ago") is None
