import re
import sys
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model import Interval, Published, Report, Source
from dragoman.times import add_times, resolve_times, tag_times
from dragoman.times import vocabulary as words
from dragoman.times.reading import Direction

THAT_DAY = Interval(date(2013, 3, 21), date(2013, 3, 21))
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:[0-9]+(?:\.[0-9]+)?|X)(?:Y|Q|M|W|D|DE|CE)|P[0-9]+Y[0-9]+M"
    r"|PT(?:(?:[0-9]+(?:\.[0-9]+)?|X)[HMS]|[0-9]+H[0-9]+M|[0-9]+M[0-9]+S)"
    r"|(?P<day>[0-9]{4}|XXXX)-(?:[0-9]{2}|XX)-(?:[0-9]{2}|XX)(?:T(?:NI|EV|MO|AF|[0-9]{2}:[0-9]{2}(?::[0-9]{2})?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?))?"
    r"|(?:[0-9]{4}|XXXX)(?:-(?:[0-9]{2}|XX|Q[1-4X]|H[12]|SP|SU|FA|WI|W(?:[0-9]{2}|XX)(?:-WE)?))?"
    r"|XXXX-WXX-[1-7](?:T(?:NI|EV|MO|AF|[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?))?"
    r"|XXXX-XX-XXTNI|XXXX-(?:[0-9]{2}|SP|SU|FA|WI)T(?:NI|EV|MO|AF|12:00|24:00)"
    r"|[0-9]{2,3}"
    r"|(?:[0-9]{4}|XXXX)(?:-[0-9]{2}(?:-[0-9]{2})?)?/(?:[0-9]{4}|XXXX)(?:-[0-9]{2}(?:-[0-9]{2})?)?"
)


def report(text: str, interval: Interval | None = THAT_DAY, parse: Doc | None = None) -> Report:
    published = Published(interval, "given") if interval else Published()
    return Report(id="r", source=Source("-", ""), title=None, text=text, body_start=0, published=published, parse=parse)


def times(text: str, **known: Any) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.value) for time in add_times(report(text, **known)).times]


def test_the_tense_decides_where_a_weekday_lies(nlp: Language) -> None:
    text = "The envoy arrived on Tuesday and will travel to Oslo on Friday."
    assert times(text, parse=nlp(text)) == [("Tuesday", "2013-03-19"), ("Friday", "2013-03-22")]
    text = "The fair was held in July, and the port may reopen as early as July."
    assert times(text, parse=nlp(text)) == [("July", "2012-07"), ("July", "2013-07")]


def test_a_person_called_may_is_no_month(nlp: Language) -> None:
    text = "In London, Mrs May said the vote in April would stand."
    assert [found for found, _ in times(text, parse=nlp(text))] == ["April"]


def test_both_ends_of_a_stretch_bear_its_days() -> None:
    first, last = add_times(report("The museum is closed from late April till the end of June.")).times
    assert (first.value, last.value) == ("2013-04", "2013-06")
    assert first.interval == last.interval
    assert first.interval is not None
    assert date(2013, 4, 15) < first.interval.first
    assert first.interval.last == date(2013, 6, 30)


def test_an_undated_report_keeps_its_times_relative() -> None:
    text = "On Friday, last week, on July 27 and on 4 May 2012."
    found = add_times(report(text, interval=None)).times
    assert [time.value for time in found] == ["XXXX-WXX-5", "PAST_REF", "XXXX-07-27", "2012-05-04"]
    assert [time.interval is None for time in found] == [True, True, True, False]


def test_a_report_of_a_week_resolves_only_what_is_the_same_on_all_its_days() -> None:
    week = Interval(date(2013, 3, 18), date(2013, 3, 24))
    assert times("last month", interval=week) == [("last month", "2013-02")]
    assert times("last week", interval=week) == [("last week", "2013-W11")]
    assert times("yesterday", interval=week) == [("yesterday", "PAST_REF")]


def test_nothing_but_the_times_changes() -> None:
    before = report("They met on Tuesday.")
    after = add_times(before)
    assert after.times
    assert (after.text, after.published, after.id) == (before.text, before.published, before.id)


def test_ten_thousand_dates_in_one_line_are_all_read() -> None:
    text = "4 May 2012, in May, " * 5_000
    assert len(add_times(report(text)).times) == 10_000


@pytest.mark.parametrize(
    "text", ["", "٣ March ٢٠١٣", "３月 ２０１３", "June " + "9" * 6_000, "99999-01-01", "0000", " " * 9_000]
)
def test_digits_of_other_scripts_and_endless_numbers_do_no_harm(text: str) -> None:
    assert all(time.interval is None or time.interval.first.year < 3000 for time in add_times(report(text)).times)


VOCABULARY = st.sampled_from(
    [
        *words.MONTHS,
        *words.WEEKDAYS,
        *words.UNITS,
        *words.SEASONS,
        *words.DAYPARTS,
        *words.HOLIDAYS,
        *words.MOVABLE,
        *words.EASTER,
        *words.FREQUENCIES,
        *words.ROUGHLY,
        *words.VAGUE,
        *words.POWERS,
        *[
            "the",
            "a",
            "last",
            "next",
            "this",
            "that",
            "same",
            "previous",
            "following",
            "early",
            "late",
            "end",
            "of",
            "from",
            "till",
            "and",
            "ago",
            "later",
            "earlier",
        ],
        *[
            "before",
            "after",
            "every",
            "each",
            "mid",
            "-",
            "/",
            ".",
            ",",
            ":",
            "1",
            "2",
            "30",
            "31",
            "99",
            "1950",
            "1994",
            "2013",
            "99999",
            "12:00am",
            "5",
            "p.m.",
            "GMT",
            "'",
            "s",
            "fiscal",
        ],
        *[
            "first",
            "third",
            "fifth",
            "half",
            "quarter",
            "century",
            "1980s",
            "'80s",
            "'13",
            "years",
            "days",
            "months",
            "yesterday",
            "tomorrow",
            "2013-03-21",
        ],
        *[
            "coming",
            "current",
            "latest",
            "year-ago",
            "quarter",
            "period",
            "twice",
            "through",
            "between",
            "on",
            "week",
            "Q3",
            "H1",
            "FY13",
            "70s",
            "long",
            "eve",
            "turn",
            "overnight",
            "day",
            "25th",
            "21/3/2013",
            "3/4/2013",
            "21-Mar-2013",
            "noon",
            "midnight",
            "T18:00",
            "+09:00",
            "\n",
            "\n\n",
            "ſ",
            "ı",
            "٣",
        ],
    ]
)
TEXTS = st.lists(VOCABULARY.flatmap(lambda word: st.sampled_from([word, word.capitalize()])), max_size=25).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.none() | st.dates(), st.integers(0, 40))
def test_every_value_parses_and_every_time_lies_in_the_text(text: str, day: date | None, width: int) -> None:
    last = min(day.toordinal() + width, date.max.toordinal()) if day else 0
    known = report(text, interval=Interval(day, date.fromordinal(last)) if day else None)
    found = add_times(known).times
    assert all(VALUE.fullmatch(time.value) for time in found), [time.value for time in found]
    assert all(time.interval is None or time.interval.first <= time.interval.last for time in found)
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert add_times(known).times == found


DIRECTIONS = st.lists(st.sampled_from(["past", "future", None]), min_size=25, max_size=25)


@settings(max_examples=300, deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)), st.integers(1, 400), TEXTS, DIRECTIONS)
def test_a_wide_report_never_says_what_one_of_its_days_would_deny(
    day: date, width: int, text: str, directions: list[Direction | None]
) -> None:
    tagged = tag_times(report(text))
    tagged = tagged._replace(directions=tuple(directions[: len(tagged.hits)]))
    wide = resolve_times(tagged, Interval(day, day + timedelta(days=width)))
    open_ended = {time.span: time.value for time in resolve_times(tagged, None)}
    for step in range(0, width + 1, max(1, width // 12)):
        narrow = day + timedelta(days=step)
        certain = {time.span: time.value for time in resolve_times(tagged, Interval(narrow, narrow))}
        for time in wide:
            assert certain.get(time.span) == time.value or open_ended.get(time.span) == time.value


def test_times_found_once_are_resolved_for_any_days() -> None:
    text = "The envoy left on Friday and came back on 4 May 2012."
    tagged = tag_times(report(text))
    for interval in (None, THAT_DAY, Interval(date(2013, 3, 18), date(2013, 3, 24))):
        assert resolve_times(tagged, interval) == add_times(report(text, interval=interval)).times


@pytest.mark.parametrize(
    "line",
    [
        "4 May 2012, in May, ",
        "May 3, ",
        "3, 4, 5, ",
        "13/13/2013 ",
        "2013-03-21T14:05:00Z ",
        "from Monday to ",
        "the same day ",
        "twenty-one ",
        "99999 ",
        "12:00am ",
        "the first ",
        "last ",
    ],
)
def test_time_grows_no_faster_than_the_text(line: str) -> None:
    short, long = (_steps(line * count) for count in (200, 1_600))
    assert long < 8 * short * 1.5


def _steps(text: str) -> int:
    """How many lines of this package run for a text: a clock of its own, the same on every machine."""
    count = 0

    def tick(*_: Any) -> Any:
        nonlocal count
        count += 1
        return tick

    before = sys.gettrace()
    sys.settrace(tick)
    try:
        add_times(report(text))
    finally:
        sys.settrace(before)
    return count
