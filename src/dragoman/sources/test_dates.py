from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.dates import days_of, find_days

_DAY = dt.date(2015, 5, 31)


@pytest.mark.parametrize(
    "words",
    [
        "2015-05-31",
        "20150531",
        "2015-05-31T23:30:00Z",
        "2015-05-31 23:30:00+09:00",
        "2015-05-31T23:30:00.000+0900",
        "31 May 2015",
        "Sunday, 31 May, 2015, 12:00am",
        "May 31, 2015",
        "May 31st, 2015",
        "31st of May 2015",
        "31-May-2015",
        "9:55 AM ET, Sun May 31, 2015",
        "2015 May 31",
        "2015-May-31",
        "2015.05.31",
        "2015/5/31",
        "2015. 5. 31",
        "31.05.2015",
        "31/05/2015",
        "05/31/2015",
        "Sun, 31 May 2015 10:00:00 GMT",
        "  2015-05-31\n",
    ],
)
def test_a_day_is_read_as_people_write_it(words: str) -> None:
    assert days_of(words) == (_DAY, _DAY)


@pytest.mark.parametrize(
    "words",
    [
        "2013-02-31",
        "31 June 2015",
        "05/04/2015",
        "31/05/15",
        "yesterday",
        "",
        "2015-13-01",
        "soon after 31 May 2015",
        "0000-01-01",
        "123456",
        "May 2015 31 2",
        "99999-01-01",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(words: str) -> None:
    assert days_of(words) is None


def test_a_month_and_a_year_are_all_their_days() -> None:
    assert days_of("2016-02") == (dt.date(2016, 2, 1), dt.date(2016, 2, 29))
    assert days_of("2016") == (dt.date(2016, 1, 1), dt.date(2016, 12, 31))


@given(st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_comes_back(day: dt.date) -> None:
    for words in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}"):
        assert days_of(words) == (day, day)


def test_dates_are_found_within_a_line() -> None:
    line = "Posted 5 May 2015, updated May 6, 2015 and not 31 June 2015"
    found = [(line[start:end], day) for start, end, day in find_days(line)]
    assert found == [("5 May 2015", dt.date(2015, 5, 5)), ("May 6, 2015", dt.date(2015, 5, 6))]


@given(st.text())
def test_any_text_can_be_asked(words: str) -> None:
    days = days_of(words)
    assert days is None or days.first <= days.last
    assert all(0 <= start < end <= len(words) for start, end, _ in find_days(words))
