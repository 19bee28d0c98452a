from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Interval
from dragoman.times.calendar_days import day_of, interval_of, shift, value_at

UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"])


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2013-03-21", "2013-03-21", "2013-03-21"),
        ("2013-03-21T09:00", "2013-03-21", "2013-03-21"),
        ("2013-W12", "2013-03-18", "2013-03-24"),
        ("2013-W12-WE", "2013-03-23", "2013-03-24"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013-Q2", "2013-04-01", "2013-06-30"),
        ("2013-H2", "2013-07-01", "2013-12-31"),
        ("1996", "1996-01-01", "1996-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("1950/1953", "1950-01-01", "1953-12-31"),
        ("2013-WI", "2013-12-01", "2014-03-21"),
    ],
)
def test_a_value_names_its_first_and_last_day(value: str, first: str, last: str) -> None:
    assert interval_of(value) == Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["XXXX-07", "PAST_REF", "2013-02-31", "2013-W60", "2013-13", "0000", "1953/1950", ""])
def test_a_value_without_certain_days_has_none(value: str) -> None:
    assert interval_of(value) is None


def test_a_month_on_from_its_last_day_stays_within_the_next() -> None:
    assert shift(date(2013, 1, 31), "M", 1) == date(2013, 2, 28)
    assert shift(date(2012, 2, 29), "Y", -1) == date(2011, 2, 28)


def test_beyond_the_calendar_there_is_no_day() -> None:
    assert shift(date(9999, 12, 31), "D", 1) is None
    assert shift(date(1, 1, 1), "Y", -1) is None
    assert shift(date(2013, 1, 1), "D", 10**12) is None
    assert day_of(2013, 2, 30) is None


@given(st.dates(min_value=date(100, 1, 2), max_value=date(9980, 12, 31)), UNITS)
def test_a_day_lies_in_its_own_week_month_and_year(day: date, unit: str) -> None:
    days = interval_of(value_at(day, unit))
    assert days is not None
    assert days.first <= (day if unit != "WE" else day + timedelta(days=6))
    assert day <= days.last


@given(st.dates(), UNITS, st.integers(-500, 500))
def test_shifting_never_crashes_and_keeps_the_direction(day: date, unit: str, count: int) -> None:
    moved = shift(day, unit, count)
    assert moved is None or (moved - day).days * count >= 0
