from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("Christmas Eve", "2012-12-24"),
        ("2013-W12", "2013-W12"),
    ],
)
def test_the_calendar_says_the_value(words: str, value: str) -> None:
    assert read(words).value == value


@pytest.mark.parametrize(
    "words", ["February 30", "2013-02-31", "13/13/2013", "31 June 2013", "2013-W60", "March 3, 99999", "0000-01-01"]
)
def test_a_day_that_the_calendar_lacks_is_dropped_whole(words: str) -> None:
    assert read_or_drop(words) is None


def test_the_tense_decides_the_year_of_a_bare_month_or_day() -> None:
    assert read("July", direction="past").value == "2012-07"
    assert read("July", direction="future").value == "2013-07"
    assert read("November 5", direction="past").value == "2012-11-05"
    assert read("November 5", direction="future").value == "2013-11-05"


def test_a_day_most_of_a_year_away_is_not_meant_without_its_year() -> None:
    assert read("April 2", direction="past").value == "2013-04-02"


def test_a_weekday_must_agree_with_the_day_of_the_month() -> None:
    assert read("Friday, March 22").value == "2013-03-22"
    assert read("Monday, March 22").value == "2010-03-22"


def test_without_the_reports_day_the_year_stays_open() -> None:
    assert read("July 27", today=None).value == "XXXX-07-27"
    assert read("July", today=None).interval is None
    assert read("21 March 2013", today=None).value == "2013-03-21"


def test_the_report_settles_which_number_is_the_month() -> None:
    assert read("4/3/2013", today=date(2013, 3, 4)).value == "2013-03-04"


def test_the_days_of_a_fiscal_year_are_unknown() -> None:
    assert read("fiscal 1989").interval is None


@given(st.dates(min_value=date(1000, 1, 1)), st.dates())
def test_an_iso_date_comes_back_unchanged(day: date, today: date) -> None:
    reading = read(day.isoformat(), today=today)
    assert reading.value == day.isoformat()
    assert reading.interval == (day, day)
