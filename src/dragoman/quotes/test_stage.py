from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import parse
from dragoman.model import Quotation, Report, Source, Span
from dragoman.quotes import add_quotes
from dragoman.quotes.marks import marked
from dragoman.quotes.stage import quotations

if TYPE_CHECKING:
    from dragoman.quotes.conftest import Quoted


PIECES = st.sampled_from(
    ["Lindqvist", "said", "told", "urged", "Peru", "that", "the talks failed", "to leave", "according to", "he", ",",
     ".", '"', "“", "”", "'", "’", " ", " ", "\n\n", "Q:", "adding", "was", "by", "who", "called", "—", "🙂"]
)  # fmt: skip


def checked(report: Report) -> tuple[Quotation, ...]:
    """The report's quotations, each found sound."""
    text, units = report.text, {unit.outer for unit in marked(report.text)}
    for one in report.quotes:
        assert Span(0, len(text)).holds(one.span)
        assert one.span.of(text) == one.span.of(text).strip() != ""
        assert one.span not in units
    return report.quotes


def sound(report: Report) -> None:
    """Holds the parts of each quotation against what is promised of them."""
    assert report.parse is not None
    for one in quotations(report, report.parse):
        assert one.span == (one.parts[0].start, one.parts[-1].end)
        assert all(first.end <= second.start for first, second in pairwise(one.parts))
        for beside in (one.cue, one.speaker_span):
            assert beside is None or not any(beside.overlaps(part) for part in one.parts)


def test_the_speaker_is_linked_to_the_actor_whose_name_it_is(quoted: Quoted) -> None:
    text = "Foreign Minister Anna Lindqvist said the talks failed. Peru denied the charge."
    report = quoted(text, "Anna Lindqvist", "Peru")
    assert [one.speaker for one in report.quotes] == ["Anna Lindqvist", "Peru"]


def test_a_speaker_nobody_knows_keeps_the_words_that_name_them(quoted: Quoted) -> None:
    (one,) = quoted("A witness said the talks failed.", "Peru").quotes
    assert (one.speaker, one.speaker_span) == (None, Span(0, 9))


def test_whom_the_words_are_about_is_not_what_was_said(quoted: Quoted) -> None:
    text = "Peru accused Chilean troops."
    assert quoted(text, "Peru", "Chilean troops").quotes == ()
    assert len(quoted('Peru accused "Chilean troops".', "Peru", "Chilean troops").quotes) <= 1


def test_a_report_without_a_parse_comes_back_unchanged() -> None:
    report = Report("r", Source("-", "0"), None, "He said it rained.", 0)
    assert add_quotes(report) is report


@pytest.mark.parametrize("text", ["", " ", '"', "“”", "said", "Q: Why?\n\nA: Because.\n\nQ: When?\n\nA: Soon."])
def test_a_text_without_speech_has_no_quotations(quoted: Quoted, text: str) -> None:
    assert quoted(text).quotes == ()


def test_unbalanced_marks_swallow_no_more_than_their_paragraph(quoted: Quoted) -> None:
    paragraphs = [f'"The talks of day {day} have failed, the envoy said.' for day in range(200)]
    for one in checked(quoted("\n\n".join(paragraphs))):
        assert one.span.end - one.span.start <= max(map(len, paragraphs))


def test_a_very_long_quotation_is_one_quotation(quoted: Quoted) -> None:
    text = '"' + "We will go on and on. " * 4_000 + 'So we will," Lindqvist said.'
    quotes = checked(quoted(text))
    assert [one.speaker_span and one.speaker_span.of(text) for one in quotes] == ["Lindqvist"]
    assert quotes[0].span == Span(1, text.index(',"'))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_gives_sound_quotations_and_the_same_ones_twice(text: str) -> None:
    report = parse(Report("r", Source("-", "0"), None, text, 0))
    first = add_quotes(report)
    checked(first)
    sound(report)
    assert add_quotes(replace(report)).quotes == first.quotes
