from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.times.feasts import easter, feast_day
from dragoman.times.vocabulary import EASTER, HOLIDAYS, MOVABLE


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Christmas Eve", "2012-12-24"),
        ("Christmas 2010", "2010-12-25"),
        ("Thanksgiving Day", "2012-11-22"),
        ("last Thanksgiving", "2012-11-22"),
        ("Memorial Day", "2013-05-27"),
        ("Labor Day", "2013-09-02"),
        ("Easter Monday", "2013-04-01"),
        ("Good Friday", "2013-03-29"),
        ("Christmas week", "2012-W52"),
        ("Easter weekend", "2013-W13-WE"),
        ("Labor Day weekend", "2013-W35-WE"),
        ("St. Patrick’s Day", "2013-03-17"),
    ],
)
def test_a_feast_is_the_nearest_one(read: Any, words: str, value: str) -> None:
    assert read(words).value == value


def test_the_tense_decides_which_years(read: Any) -> None:
    assert read("Thanksgiving", direction="past").value == "2012-11-22"
    assert read("Thanksgiving", direction="future").value == "2013-11-28"


def test_without_the_reports_day_only_a_fixed_feast_has_a_value(read_or_drop: Any) -> None:
    assert read_or_drop("Christmas", today=None).value == "XXXX-12-25"
    assert read_or_drop("Easter", today=None) is None


@pytest.mark.parametrize(
    ("year", "day"), [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2013, (3, 31)), (2038, (4, 25))]
)
def test_easter_falls_where_the_tables_have_it(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@given(st.sampled_from([*HOLIDAYS, *MOVABLE, *EASTER]), st.integers(1583, 9998))
def test_every_feast_has_a_day_near_its_year(name: str, year: int) -> None:
    day = feast_day(name, year)
    assert day is not None
    assert day.year == year


def test_beyond_the_calendar_there_is_no_easter() -> None:
    assert feast_day("easter", 0) is None
    assert feast_day("christmas", 10_000) is None
