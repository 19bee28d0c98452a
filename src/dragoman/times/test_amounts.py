from datetime import date
from typing import Any

import pytest

from dragoman.model import Interval
from dragoman.times.reading import Scene
from dragoman.times.resolve import RESOLVERS
from dragoman.times.tagging import tag

TODAY = date(2013, 3, 21)


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
        ("three-and-a-half years", "P3Y6M"),
        ("a fortnight", "P2W"),
        ("a quarter of a century", "P25Y"),
        ("a day-long", "P1D"),
        ("yearlong", "P1Y"),
        ("half a dozen years", "P6Y"),
        ("the past half-century", "P50Y"),
    ],
)
def test_an_amount_of_time_is_a_duration(read: Any, words: str, value: str) -> None:
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
        ("twice-yearly", "P6M"),
        ("semi-annual", "P6M"),
    ],
)
def test_what_recurs_is_a_set(read: Any, words: str, value: str) -> None:
    reading = read(words)
    assert (reading.type, reading.value, reading.interval) == ("SET", value, None)


def test_a_rate_is_a_set_and_a_length_is_not() -> None:
    hits = tag("It runs six trains a day and spends $3 million a year. It lasted a year.")
    readings = [RESOLVERS[hit.rule](hit, Scene()) for hit in hits]
    assert [(one.type, one.value) for one in readings if one] == [("SET", "P1D"), ("SET", "P1Y"), ("DURATION", "P1Y")]


def test_the_last_three_weeks_end_with_the_report(read: Any) -> None:
    assert read("the last three weeks").interval == Interval(date(2013, 2, 28), TODAY)
    assert read("the next three weeks").interval == Interval(TODAY, date(2013, 4, 11))
    assert read("three weeks").interval is None


def test_amounts_beyond_reason_are_dropped(read_or_drop: Any) -> None:
    assert read_or_drop("999999 years") is None
