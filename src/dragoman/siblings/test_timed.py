"""A time beside an event says when it was written, once the event's day is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.dating.days import NEVER, between
from dragoman.language import parse
from dragoman.model import Interval, Published
from dragoman.siblings import events
from dragoman.siblings.conftest import DAY, RETOLD, STATED
from dragoman.siblings.events import Both, news_of
from dragoman.siblings.timed import known_day, timed
from dragoman.times import add_times

if TYPE_CHECKING:
    from dragoman.dating.days import Days
    from dragoman.model import Report
    from dragoman.siblings.conftest import Coded

TUESDAY = Interval(date(2014, 10, 14), date(2014, 10, 14))


def told_in_both(here: Report, there: Report) -> list[Both]:
    return events.told_in_both(news_of(here), news_of(there))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on Tuesday", between(date(2014, 10, 14), date(2014, 10, 20))),
        ("yesterday", between(date(2014, 10, 14), date(2014, 10, 16))),
        ("on Friday", NEVER),
        ("in October", None),
        ("with great care", None),
    ],
)
def test_the_days_that_the_words_leave(coded: Coded, words: str, days: Days | None) -> None:
    report = coded("new", RETOLD.replace("on Tuesday", words))
    (both, *_) = told_in_both(report, coded("old", STATED))
    found = timed(add_times(parse(report)), both, TUESDAY)
    assert (found.days if found else None) == days
    if found:
        assert found.span.of(report.text).startswith("met")


def test_a_day_is_known_where_words_of_its_own_give_it_and_it_was_news(coded: Coded) -> None:
    def day(text: str, published: date) -> Interval | None:
        report = coded("old", text, published)
        (both, *_) = told_in_both(coded("new", RETOLD), report)
        return known_day(report, both.there)

    assert day(STATED, DAY) == TUESDAY
    assert day(STATED.replace(" on Tuesday", ""), DAY) is None
    assert day(STATED.replace("on Tuesday", "on 14 October 2014"), date(2014, 10, 16)) == TUESDAY


def test_a_day_told_long_after_is_not_taken(coded: Coded) -> None:
    report = coded("old", STATED, DAY)
    (both, *_) = told_in_both(coded("new", RETOLD), report)
    assert both.there.date is not None
    later = Published(Interval(date(2014, 12, 1), date(2014, 12, 1)), "given")
    assert known_day(type(report)("x", report.source, None, "", 0, published=later), both.there) is None
