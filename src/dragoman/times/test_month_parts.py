from datetime import date
from typing import Any

import pytest

from dragoman.model import Interval
from dragoman.times.resolve import resolve
from dragoman.times.tagging import tag

TODAY = date(2013, 3, 21)


def values(text: str, today: date | None = TODAY) -> list[tuple[str, str]]:
    hits = tag(text)
    readings = resolve(hits, [None] * len(hits), today)
    return [(hit.span.of(text), one.value) for hit, one in zip(hits, readings, strict=True) if one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on June 8 and 9.", [("June 8", "2013-06-08"), ("9", "2013-06-09")]),
        ("on May 3, 4 and 5 in Oslo", [("May 3", "2013-05-03"), ("4", "2013-05-04"), ("5", "2013-05-05")]),
        ("on 5 and 6 May", [("5", "2013-05-05"), ("6 May", "2013-05-06")]),
        ("on June 8 and 9, 2010", [("June 8", "2010-06-08"), ("9, 2010", "2010-06-09")]),
        ("on May 3, 12 of the men fled", [("May 3", "2013-05-03")]),
        ("on May 3 and 40 people fled", [("May 3", "2013-05-03")]),
        ("on February 27 and 30.", [("February 27", "2013-02-27")]),
    ],
)
def test_days_in_a_list_share_their_month(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("words", "value", "first", "last"),
    [
        ("the week of March 25", "2013-W13", (2013, 3, 25), (2013, 3, 31)),
        ("the week ending 15 March", "2013-W11", (2013, 3, 9), (2013, 3, 15)),
        ("the last week of February", "2013-W09", (2013, 2, 22), (2013, 2, 28)),
        ("the first week of April 2012", "2012-W14", (2012, 4, 1), (2012, 4, 7)),
        ("the third week of next month", "2013-W16", (2013, 4, 15), (2013, 4, 21)),
        ("the 15th of last month", "2013-02-15", (2013, 2, 15), (2013, 2, 15)),
        ("the eve of May 1", "2013-04-30", (2013, 4, 30), (2013, 4, 30)),
        ("the eve of Easter", "2013-03-30", (2013, 3, 30), (2013, 3, 30)),
        ("March 30-April 2", "2013-03-30/2013-04-02", (2013, 3, 30), (2013, 4, 2)),
        ("30 December - 2 January 2012", "2011-12-30/2012-01-02", (2011, 12, 30), (2012, 1, 2)),
        ("the turn of the year", "2012-12/2013-01", (2012, 12, 1), (2013, 1, 31)),
    ],
)
def test_parts_of_months_have_their_days(
    read: Any, words: str, value: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    reading = read(words)
    assert (reading.value, reading.interval) == (value, Interval(date(*first), date(*last)))


def test_a_bare_ordinal_is_a_day_only_at_the_end_of_its_clause() -> None:
    assert values("It ends on the 25th.") == [("the 25th", "2013-03-25")]
    assert values("It ends on the 25th floor.") == []
    assert values("It ends on the 99th.") == []


def test_without_the_reports_day_they_stay_open() -> None:
    assert values("the week of March 25", today=None) == [("the week of March 25", "XXXX-WXX")]
    assert values("the last week of May", today=None) == [("the last week of May", "XXXX-WXX")]
    assert values("March 30-April 2", today=None) == [("March 30-April 2", "XXXX-03-30/XXXX-04-02")]
    assert values("on June 8 and 9.", today=None) == [("June 8", "XXXX-06-08"), ("9", "XXXX-06-09")]
    assert values("the eve of May 1", today=None) == [("the eve of May 1", "XXXX-XX-XX")]
