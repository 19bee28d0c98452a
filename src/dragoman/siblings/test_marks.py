"""Texts of two years' summits are told apart by their figures; a text that says more contradicts nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.siblings import marks
from dragoman.siblings.marks import figures, figures_and_days, marks_of


def are_of_two_years(one: str, other: str) -> bool:
    return marks.are_of_two_years(marks_of(one), marks_of(other))


def test_years_that_each_names_alone_tell_two_texts_apart() -> None:
    assert are_of_two_years("The 2013 meeting of the bank", "The 2014 meeting of the bank")
    assert not are_of_two_years("The 2013 meeting of the bank", "The meeting, like that of 2013, agreed in 2014")
    assert not are_of_two_years("The 2013 meeting of the bank", "The meeting of the bank")


def test_what_both_count_differently_tells_them_apart_and_what_only_one_counts_does_not() -> None:
    assert are_of_two_years("the 14th ASEAN summit opened", "the 15th summit opened")
    assert are_of_two_years("their third round of talks", "their fourth round of talks")
    assert not are_of_two_years("the 14th summit opened", "the third day of the summit's fourteenth meeting")
    assert not are_of_two_years("the 14th summit opened", "the fourteenth summit opened")
    assert not are_of_two_years("the first time on 3rd May", "the third time on 4th May")


def test_figures_are_read_with_their_separators() -> None:
    assert figures("1,200 men, 3.5 tons, on 4 May") == {"1,200", "3.5", "4"}
    assert figures_and_days("on Monday, 4 May") == {"4", "monday", "may"}


@given(st.text(), st.text())
def test_neither_text_comes_first_and_none_differs_from_itself(one: str, other: str) -> None:
    assert are_of_two_years(one, other) == are_of_two_years(other, one)
    assert not are_of_two_years(one, one)
