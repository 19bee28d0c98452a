"""Copies of a wire text are known by their words, also shortened; the next issue of a series is no copy."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Report, Source
from dragoman.siblings.conftest import RETOLD, STATED
from dragoman.siblings.copied import is_copy, shared_words

SHORT = STATED[: STATED.index("Sanchez praised")]


def a_report(text: str) -> Report:
    return Report("r", Source("-", "0"), None, text, 0)


def test_the_same_and_the_shortened_text_are_copies_and_a_retelling_is_none() -> None:
    assert is_copy(a_report(STATED), a_report(STATED))
    assert is_copy(a_report(SHORT), a_report(STATED))
    assert is_copy(a_report(STATED), a_report(SHORT))
    assert not is_copy(a_report(RETOLD), a_report(STATED))


def test_another_day_or_figure_on_both_sides_makes_another_issue_of_it() -> None:
    assert not is_copy(a_report(STATED), a_report(STATED.replace("Tuesday", "Friday")))
    assert not is_copy(a_report(f"{STATED} They signed 12 pages."), a_report(f"{STATED} They signed 14 pages."))
    assert is_copy(a_report(STATED), a_report(f"{STATED} They signed 14 pages."))


def test_a_brief_within_a_text_many_times_as_long_is_no_copy() -> None:
    brief = SHORT[: SHORT.index("Munoz said that")]
    rest = " ".join(f"On page {word} the author turns to {word} other matters of no weight." for word in brief.split())
    assert not is_copy(a_report(brief), a_report(f"{brief} {rest}"))


def test_the_words_shown_are_the_longest_that_both_have_in_a_row() -> None:
    words = shared_words(a_report(SHORT), a_report(STATED)).of(SHORT)
    assert words in STATED
    assert words.startswith("The ministers agreed")
    assert words.endswith("twice a day")


@given(st.text(), st.text())
def test_the_words_shown_lie_in_the_text(one: str, other: str) -> None:
    report = a_report(one)
    span = shared_words(report, a_report(other))
    assert 0 <= span.start <= span.end <= len(one)
    assert is_copy(report, a_report(other)) == is_copy(a_report(other), report)
