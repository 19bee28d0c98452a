from datetime import date
from typing import Any

import pytest


@pytest.fixture(scope="module")
def today() -> date:
    return date(1997, 10, 26)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the third quarter", "1997-Q3"),
        ("fourth-quarter", "1997-Q4"),
        ("first quarter", "1998-Q1"),
        ("this year's third quarter", "1997-Q3"),
        ("the third quarter of 1984", "1984-Q3"),
        ("the first half of 1990", "1990-H1"),
        ("the last half of 1989", "1989-H2"),
        ("last quarter", "1997-Q3"),
        ("the 1988 second quarter", "1988-Q2"),
        ("the second quarter of last year", "1996-Q2"),
        ("last summer", "1997-SU"),
        ("next spring", "1998-SP"),
        ("this fall", "1997-FA"),
        ("the winter of 1994", "1994-WI"),
        ("year-end", "1997-12"),
        ("Q3 2012", "2012-Q3"),
        ("Q4", "1997-Q4"),
        ("H1 2015", "2015-H1"),
    ],
)
def test_quarters_halves_and_seasons_get_their_year(read: Any, words: str, value: str) -> None:
    assert read(words).value == value


def test_the_latest_quarter_is_the_one_spoken_of(read: Any) -> None:
    assert read("the latest quarter", period="1997-Q2").value == "1997-Q2"
    assert read("the latest quarter").value == "1997-Q3"
    assert read("the year-earlier period", period="1997-Q2").value == "1996-Q2"


def test_the_days_of_a_fiscal_quarter_are_unknown(read: Any) -> None:
    reading = read("the fiscal fourth quarter")
    assert (reading.value, reading.interval) == ("1997-Q4", None)


def test_a_half_without_a_year_may_be_of_a_match(read_or_drop: Any) -> None:
    assert read_or_drop("the first half") is None


def test_without_the_reports_day_the_year_stays_open(read: Any) -> None:
    assert read("the third quarter", today=None).value == "XXXX-Q3"
    assert read("last summer", today=None).value == "XXXX-SU"


def test_a_stated_winter_may_be_of_either_end_of_its_year(read: Any) -> None:
    assert read("the winter of 1994").interval is None
    assert read("the winter of 1994-95").interval == (date(1994, 12, 1), date(1995, 3, 21))
