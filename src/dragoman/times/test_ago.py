from datetime import date
from typing import Any

import pytest

TOLD = date(2013, 2, 12)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two years ago", "2011"),
        ("five months ago", "2012-10"),
        ("six weeks ago", "2013-W06"),
        ("a fortnight ago", "2013-W10"),
        ("10 days ago", "2013-03-11"),
        ("three days from now", "2013-03-24"),
        ("a decade ago", "2003"),
        ("several years ago", "PAST_REF"),
        ("a year ago today", "2012-03-21"),
        ("ten years ago this week", "2003-W12"),
        ("two years ago this month", "2011-03"),
    ],
)
def test_ago_counts_from_the_report(read: Any, words: str, value: str) -> None:
    assert read(words, event_day=date(2001, 1, 1)).value == value


def test_earlier_and_later_count_from_the_event_told_last(read: Any) -> None:
    assert read("eight days later", event_day=TOLD).value == "2013-02-20"
    assert read("a year earlier", event_day=TOLD).value == "2012"
    assert read("two months later", event_month=date(2012, 11, 1)).value == "2013-01"


def test_later_than_an_event_of_no_known_day_is_only_how_long(read: Any) -> None:
    for words, value in (("eight days later", "P8D"), ("a few days later", "PXD"), ("months later", "PXM")):
        reading = read(words)
        assert (reading.type, reading.value, reading.interval) == ("DURATION", value, None)


def test_years_count_from_a_year_told_after_any_day(read: Any) -> None:
    assert read("two years later", year=1994).value == "1996"
    assert read("two years later", year=1994, event_day=TOLD).value == "1996"
    assert read("two years later", year=2013, event_day=TOLD).value == "2015"


def test_a_year_earlier_beside_a_quarter_is_that_quarter(read: Any) -> None:
    assert read("a year earlier", period="2012-Q4").value == "2011-Q4"


def test_a_rough_number_of_years_has_no_certain_days(read: Any) -> None:
    assert read("about five years ago").interval is None
    assert read("five years ago").interval is not None


def test_what_is_before_the_calendar_is_dropped(read_or_drop: Any) -> None:
    assert read_or_drop("90000 years ago") is None
