from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.stamps import byline_beside, is_stamp, role_named, stamps_in

if TYPE_CHECKING:
    from dragoman.article.days import Order


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
        ("First published on May 5, 2015 • 3 min read", "May 5, 2015", "first"),
        ("Tue May 5 14:03:11 EST 2015", "Tue May 5 14:03:11 EST 2015", "bare"),
        ("May 5, 5:02 pm EDT, 2015", "May 5, 5:02 pm EDT, 2015", "bare"),
        ("5 May 15", "5 May 15", "bare"),
        ("5-May-15 at 18:00", "5-May-15 at 18:00", "bare"),
        ("Publicado: 5 de mayo de 2015", "5 de mayo de 2015", "published"),
        ("Publisert 5. mai 2015 kl. 18:30", "5. mai 2015", "published"),
        ("2015年5月5日 18:30", "2015年5月5日 18:30", "bare"),
        ("5.V.2015", "5.V.2015", "bare"),
        ("Published: 11:30pm, 5 May, 2015", "5 May, 2015", "published"),
        ("Web posted at 7:54 p.m. EDT (2354 GMT), May 5, 2015", "May 5, 2015", "published"),
        ("Retrieved 5 May 2015", "5 May 2015", "seen"),
        ("Today is Tuesday, May 5, 2015", "Tuesday, May 5, 2015", "seen"),
        ("Tuesday 05/05/2015", "Tuesday 05/05/2015", "bare"),
    ],
)
def test_a_stamp_gives_its_exact_words_and_what_they_date(line: str, words: str, role: str) -> None:
    (stamp,) = stamps_in(line)
    assert (stamp.words, stamp.day, stamp.role) == (words, dt.date(2015, 5, 5), role)
    assert line[stamp.start :].startswith(words)


@pytest.mark.parametrize(
    ("line", "order", "sure", "day"),
    [
        ("Published 04/05/2015", None, [], None),
        ("Published 04/05/2015", "day", [], dt.date(2015, 5, 4)),
        ("Published 04/05/2015", "month", [], dt.date(2015, 4, 5)),
        ("Published Monday 04/05/2015", None, [], dt.date(2015, 5, 4)),
        ("Published 04/05/2015", None, [dt.date(2015, 5, 6)], dt.date(2015, 5, 4)),
        ("Published 04/05/2015", None, [dt.date(2014, 5, 6)], None),
    ],
)
def test_a_date_with_an_open_order_is_read_only_where_something_settles_it(
    line: str, order: Order | None, sure: list[dt.date], day: dt.date | None
) -> None:
    assert is_stamp(line)
    assert [stamp.day for stamp in stamps_in(line, order, sure)] == ([day] if day else [])


def test_glued_dates_are_told_apart() -> None:
    first, second = stamps_in("Published Sept. 4, 2015Updated Sept. 6, 2015")
    assert (first.role, first.day.day, second.role, second.day.day) == ("published", 4, "updated", 6)


def test_a_label_on_a_line_of_its_own_says_what_the_next_dates() -> None:
    assert role_named("Originally published") == "first"
    assert role_named("Posted") == "published"
    assert role_named("Last updated:") == "updated"
    assert role_named("Published works of the year") is None


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
        "Copyright 2015",
        "21 May 13:05 meeting of envoys",
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
