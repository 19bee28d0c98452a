from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.times.resolve import resolve
from dragoman.times.tagging import tag

TODAY = date(2013, 3, 21)


def read_values(text: str) -> list[str]:
    hits = tag(text)
    return [reading.value for reading in resolve(hits, [None] * len(hits), TODAY) if reading]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("21 March 2013", "2013-03-21"),
        ("March 21st, 2013", "2013-03-21"),
        ("Monday, 4 March, 2013, 12:05am", "2013-03-04T00:05"),
        ("the 21st of March 2013", "2013-03-21"),
        ("Feb. 11", "2013-02-11"),
        ("June last year", "2012-06"),
        ("March of 1996", "1996-03"),
        ("March 4-6, 2013", "2013-03-04/2013-03-06"),
        ("4 to 6 March 2013", "2013-03-04/2013-03-06"),
        ("21.3.2013", "2013-03-21"),
        ("21/3/2013", "2013-03-21"),
        ("3/4/2013", "2013-XX-XX"),
        ("2013/3/21", "2013-03-21"),
        ("1950-53", "1950/1953"),
        ("2012-03", "2012-03"),
        ("2003-04", "2003/2004"),
        ("fiscal 1989", "1989"),
        ("nineteen ninety-six", "1996"),
        ("the 1980s", "198"),
        ("the '80s", "198"),
        ("the nineties", "199"),
        ("the late 1970s", "197"),
        ("the 20th century", "19"),
        ("the 70s", "197"),
        ("FY2014", "2014"),
        ("2011/12", "2011/2012"),
        ("the years 1999-2003", "1999/2003"),
        ("21-Mar-2013", "2013-03-21"),
        ("21-03-2013", "2013-03-21"),
        ("last Nov. 9", "2012-11-09"),
        ("this coming Friday, March 22", "2013-03-22"),
        ("2013-W12", "2013-W12"),
    ],
)
def test_the_calendar_says_the_value(read: Any, words: str, value: str) -> None:
    assert read(words).value == value


@pytest.mark.parametrize(
    "words", ["February 30", "2013-02-31", "13/13/2013", "31 June 2013", "2013-W60", "March 3, 99999", "0000-01-01"]
)
def test_a_day_that_the_calendar_lacks_is_dropped_whole(read_or_drop: Any, words: str) -> None:
    assert read_or_drop(words) is None


def test_the_tense_decides_the_year_of_a_bare_month_or_day(read: Any) -> None:
    assert read("July", direction="past").value == "2012-07"
    assert read("July", direction="future").value == "2013-07"
    assert read("November 5", direction="past").value == "2012-11-05"
    assert read("November 5", direction="future").value == "2013-11-05"


def test_a_day_most_of_a_year_away_is_not_meant_without_its_year(read: Any) -> None:
    assert read("April 2", direction="past").value == "2013-04-02"


def test_a_weekday_must_agree_with_the_day_of_the_month(read: Any) -> None:
    assert read("Friday, March 22").value == "2013-03-22"
    assert read("Monday, March 22").value == "2010-03-22"


def test_without_the_reports_day_the_year_stays_open(read: Any) -> None:
    assert read("July 27", today=None).value == "XXXX-07-27"
    assert read("July", today=None).interval is None
    assert read("21 March 2013", today=None).value == "2013-03-21"


def test_the_report_settles_which_number_is_the_month(read: Any) -> None:
    assert read("4/3/2013", today=date(2013, 3, 4)).value == "2013-03-04"


def test_the_reports_other_dates_settle_which_number_is_the_month(read: Any) -> None:
    assert read("4/3/2012", order="day").value == "2012-03-04"
    assert read("4/3/2012", order="month").value == "2012-04-03"
    assert read_values("On 3/21/2012 and 4/3/2012.") == ["2012-03-21", "2012-04-03"]
    assert read_values("On 3/21/2012, 21/3/2012 and 4/3/2012.") == ["2012-03-21", "2012-03-21", "2012-XX-XX"]


def test_the_year_behind_the_second_of_two_is_that_of_the_first_too() -> None:
    assert read_values("from March 30 to April 2, 2012") == ["2012-03-30", "2012-04-02"]
    assert read_values("between March and June 2010") == ["2010-03", "2010-06"]
    assert read_values("between December and January 2010") == ["2009-12", "2010-01"]


def test_a_month_told_as_past_in_the_month_before_it_is_not_a_year_back(read: Any) -> None:
    assert read("May", direction="past").value == "2012-05"
    assert read("April", direction="past").value == "2013-04"


def test_the_days_of_a_fiscal_year_are_unknown(read: Any) -> None:
    assert read("fiscal 1989").interval is None


@given(st.dates(min_value=date(1000, 1, 1)), st.dates())
def test_an_iso_date_comes_back_unchanged(read: Any, day: date, today: date) -> None:
    reading = read(day.isoformat(), today=today)
    assert reading.value == day.isoformat()
    assert reading.interval == (day, day)
