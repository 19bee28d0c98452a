from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.days import dates_in, order_of, settle, told


@pytest.mark.parametrize(
    "line",
    ["21 Mar 13", "21-Mar-2013", "21 mars 2013", "21. März 2013", "21 марта 2013", "2013년 3월 21일", "21 III 2013"],
)
def test_a_day_is_read_in_many_forms(line: str) -> None:
    (found,) = dates_in(line)
    assert (found.start, found.end, found.days) == (0, len(line), (dt.date(2013, 3, 21),))


@pytest.mark.parametrize("line", ["21 Mar 13:05", "21 Mar 10 am", "Mar 2013", "31 June 2013", "21 Mar 45", "3/21"])
def test_what_is_no_full_date_gives_none(line: str) -> None:
    assert not dates_in(line)


def test_an_open_order_keeps_both_readings_until_something_settles_it() -> None:
    (found,) = dates_in("04/05/2013")
    assert found.days == (dt.date(2013, 5, 4), dt.date(2013, 4, 5))
    assert settle(found, "04/05/2013", None, ()) is None
    assert settle(found, "Sat 04/05/2013", None, ()) == dt.date(2013, 5, 4)
    assert settle(found, "Sun 04/05/2013", None, ()) is None


def test_the_pages_order_is_told_by_dates_with_one_reading() -> None:
    assert order_of(["Home", "14/05/2013", "04/05/2013"]) == "day"
    assert order_of(["05/14/2013"]) == "month"
    assert order_of(["05/14/2013", "14/05/2013"]) is None
    assert order_of(["04/05/2013"]) is None


def test_a_paragraph_may_name_the_day() -> None:
    assert told(dt.date(2013, 3, 21), "GENEVA, March 21 (Wire) - The envoys met.")
    assert told(dt.date(2013, 3, 21), "The envoys met on 21 March.")
    assert not told(dt.date(2013, 3, 21), "The envoys met on March 22.")


@given(st.text(alphabet="0123456789/-. MayDecIV,年月日'", max_size=60))
def test_dates_stand_in_order_and_apart_in_any_line(line: str) -> None:
    found = dates_in(line)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(line[one.start : one.end].strip() for one in found)
