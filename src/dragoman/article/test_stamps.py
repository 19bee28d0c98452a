from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.stamps import byline_beside, is_stamp, stamps_in


@pytest.mark.parametrize(
    ("line", "words", "role"),
    [
        ("PUBLISHED : Tuesday, 5 May, 2015, 12:00am", "Tuesday, 5 May, 2015, 12:00am", "published"),
        ("May 5, 2015 - 18:00", "May 5, 2015 - 18:00", "bare"),
        ("5 May 2015", "5 May 2015", "bare"),
        ("2015-05-05", "2015-05-05", "bare"),
        ("2015.05.05 18:30", "2015.05.05 18:30", "bare"),
        ("May 5, 2015 6:30 pm GMT", "May 5, 2015 6:30 pm GMT", "bare"),
        ("Updated: May 05, 2015 11:40:07 am", "May 05, 2015 11:40:07 am", "updated"),
        ("Last modified on Tue 5 May 2015 at 06.30 BST", "Tue 5 May 2015 at 06.30 BST", "updated"),
        ("By Jane Roe | May 5, 2015 | Geneva", "May 5, 2015", "bare"),
        ("Date: 05/05/2015", "05/05/2015", "bare"),
        ("2015-05-05T18:30:00+02:00", "2015-05-05T18:30:00+02:00", "bare"),
        ("First published on May 5, 2015 • 3 min read", "May 5, 2015", "published"),
    ],
)
def test_a_stamp_gives_its_exact_words_and_what_they_date(line: str, words: str, role: str) -> None:
    (stamp,) = stamps_in(line)
    assert (stamp.words, stamp.day, stamp.role) == (words, dt.date(2015, 5, 5), role)
    assert line[stamp.start :].startswith(words)


def test_a_line_with_two_dates_gives_both() -> None:
    first, second = stamps_in("Published 5 May 2015, updated 6 May 2015")
    assert (first.role, second.role) == ("published", "updated")


@pytest.mark.parametrize(
    "line",
    [
        "May 5, 2015 was the day on which talks began.",
        "On 5 May 2015 the envoys met.",
        "5 May 2015 changed everything",
        "The accord of 5 May 2015 in full",
        "Envoys meet again after 20 years",
        "In 2015",
    ],
)
def test_a_line_that_says_more_is_no_stamp(line: str) -> None:
    assert not is_stamp(line)
    assert not stamps_in(line)


def test_ages_and_impossible_dates_are_stamps_without_a_day() -> None:
    assert is_stamp("2 hours ago")
    assert is_stamp("Updated 18:30")
    assert not stamps_in("Published 31 June 2015")


def test_the_writer_beside_a_stamp_is_read() -> None:
    assert byline_beside("May 5, 2015 - 18:00 By Jane Roe") == "Jane Roe"
    assert byline_beside("May 5, 2015 - 18:00") is None


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    assert all(line[stamp.start :].startswith(stamp.words) for stamp in stamps_in(line))
