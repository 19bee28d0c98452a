"""A year or a month alone stands for all its days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.spans import earliest, latest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-02-07", date(2004, 2, 7), date(2004, 2, 7)),
        ("", None, None),
    ],
)
def test_the_first_and_last_day_that_a_date_may_mean(text: str, first: date | None, last: date | None) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize("text", ["soon", "2003-13", "2003-00", "2003-02-30", "03-02-2004", "2003-1"])
def test_what_is_no_date_is_refused(text: str) -> None:
    for reading in (earliest, latest):
        with pytest.raises(ValueError, match=r"date|day|month"):
            reading(text)


@given(st.dates())
def test_a_whole_date_is_itself(day: date) -> None:
    assert earliest(day.isoformat()) == latest(day.isoformat()) == day
