import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.times.numbers import read_number, read_ordinal, read_year


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty-four", 24),
        ("twenty four", 24),
        ("one hundred and fifty", 150),
        ("two thousand", 2000),
        ("1,200", 1200),
        ("2 1/2", 2.5),
        ("2.5", 2.5),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(words: str, number: float) -> None:
    assert read_number(words) == number


def test_what_is_no_number_is_none() -> None:
    assert read_number("several") is None
    assert read_number("") is None
    assert read_number("1/0") is None
    assert read_number("thirty twenty") is None
    assert read_number("two thousand thousand") is None


@pytest.mark.parametrize(
    ("words", "year"),
    [("1996", 1996), ("nineteen ninety-six", 1996), ("two thousand and three", 2003), ("nineteen oh five", 1905)],
)
def test_years_are_read_in_figures_and_in_words(words: str, year: int) -> None:
    assert read_year(words) == year


@pytest.mark.parametrize(
    ("words", "number"), [("third", 3), ("3rd", 3), ("twenty-first", 21), ("twenty first", 21), ("21", 21)]
)
def test_ordinals_are_read_in_every_spelling(words: str, number: float) -> None:
    assert read_ordinal(words) == number


@given(st.integers(min_value=0, max_value=10**6))
def test_figures_with_commas_are_the_number_itself(number: float) -> None:
    assert read_number(f"{number:,}") == number


@given(st.text(max_size=20))
def test_any_words_are_a_number_or_none(words: str) -> None:
    assert (read_number(words) or 0) >= 0
    assert (read_ordinal(words) or 0) >= 0
