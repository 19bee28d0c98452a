"""An undated report is dated by what it tells; one that proves nothing stays undated; a wrong date is pointed out."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.dating import add_date, explain
from dragoman.model import Interval, Published

if TYPE_CHECKING:
    from dragoman.dating.conftest import Undated

HAMBURG = (
    "BRUSSELS - President Donald Trump will meet Chancellor Angela Merkel at the G20 summit in Hamburg next week, "
    "her spokesman said on Thursday. Secretary of State Rex Tillerson will go with him."
)


def test_what_is_ahead_next_week_dates_the_report_to_the_week_before(undated: "Undated") -> None:
    published = add_date(undated(HAMBURG)).published
    assert published.basis == "inferred"
    assert published.interval
    assert date(2017, 6, 25) <= published.interval.first
    assert published.interval.last <= date(2017, 7, 3)


def test_evidence_is_the_exact_words_with_a_readable_constraint(undated: "Undated") -> None:
    report = add_date(undated(HAMBURG))
    told = {one.span.of(report.text): one.constraint for one in report.published.evidence}
    assert any("G20 summit" in words and "2017-07-07" in why for words, why in told.items())
    assert any(words == "Secretary of State Rex Tillerson" and "in office" in why for words, why in told.items())


def test_times_and_offices_follow_from_the_date_found(undated: "Undated") -> None:
    before = undated(HAMBURG)
    after = add_date(before)
    assert before.times != after.times
    tillerson = next(actor for actor in after.actors if "Tillerson" in actor.name)
    assert (tillerson.office or "").lower() == "secretary of state of united states"


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday and agreed to meet again next week.",
        "President Park Chung-hee opened the road in 1970, and the whole town came to see it.",
        "",
        "   \n\n ",
    ],
)
def test_a_report_that_proves_no_date_has_none(undated: "Undated", text: str) -> None:
    report = undated(text)
    assert add_date(report) == report


def test_a_given_date_that_the_text_contradicts_is_kept_and_the_conflict_said(undated: "Undated") -> None:
    day = date(2013, 5, 5)
    report = undated("The truce was signed on 12 February 2015 in Minsk, and both sides left the hall at once.")
    given = add_date(replace(report, published=Published(Interval(day, day), "given")))
    assert given.published.interval == Interval(day, day)
    (conflict,) = given.published.evidence
    assert conflict.constraint.startswith("conflict: ")
    assert conflict.span.of(report.text) == "12 February 2015"
    assert add_date(given) == given


def test_a_given_date_that_nothing_contradicts_is_left_alone(undated: "Undated") -> None:
    day = date(2015, 5, 5)
    report = undated("The truce was signed on 12 February 2015 in Minsk.")
    given = replace(report, published=Published(Interval(day, day), "given"))
    assert add_date(given) is given


def test_the_reasoning_ends_with_what_all_evidence_leaves(undated: "Undated") -> None:
    lines = explain(undated(HAMBURG))
    assert any(line.startswith("in office: ") for line in lines)
    assert lines[-1].startswith("together: 2017-0")
    assert explain(undated("Nothing is said here.")) == ("together: no date",)


_PIECES = st.sampled_from(
    [
        "President Park",
        "the G20 summit",
        "last month",
        "on Sunday",
        "in 2012",
        ",",
        ".",
        "\n\n",
        "will",
        "said",
        "“",
        "5 May",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(_PIECES | st.text(max_size=12), max_size=30).map(" ".join))
def test_no_text_crashes_and_all_evidence_lies_in_it(undated: "Undated", words: str) -> None:
    report = add_date(undated(words))
    assert all(0 <= one.span.start < one.span.end <= len(words) for one in report.published.evidence)
    assert (report.published.interval is None) == (report.published.basis == "unknown")


def test_the_reasoning_tells_what_is_proved_first_and_of_that_the_narrowest(undated: "Undated") -> None:
    lines = explain(undated(HAMBURG))
    at = {line.partition(":")[0]: number for number, line in reversed(list(enumerate(lines)))}
    assert lines[0].startswith("dated occasion: ")
    assert at["dated occasion"] < at["in office"]
    likely = [number for number, line in enumerate(lines) if line.startswith("likely: news of ")]
    assert all(number > at["in office"] for number in likely)
