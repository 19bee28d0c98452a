from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from dragoman.merge.test_made import any_report
from dragoman.model import Report, Source, Span
from dragoman.web.inert import plain, shown
from dragoman.web.marking import Mark, marks_of, paragraphs

if TYPE_CHECKING:
    from dragoman.web.marking import Piece


def report(text: str, body_start: int = 0) -> Report:
    return Report("r", Source("r.txt", "0" * 64), None, text, body_start)


def pieces(text: str, *marks: Mark) -> list[Piece]:
    [one] = paragraphs(report(text), marks)
    return list(one.pieces)


def test_words_know_all_that_they_are_part_of() -> None:
    found = pieces("Xi met Park.", Mark(Span(0, 12), "sentence", "e1"), Mark(Span(3, 6), "event", "e1"))
    assert [(one.words, one.kinds, one.card) for one in found] == [
        ("Xi ", ("sentence",), None),
        ("met", ("sentence", "event"), "e1"),
        (" Park.", ("sentence",), None),
    ]


def test_marks_may_overlap_and_the_event_is_what_a_click_leads_to() -> None:
    found = pieces("abcdef", Mark(Span(0, 4), "quote", "q0"), Mark(Span(2, 6), "event", "e1"))
    assert [(one.words, one.card, one.cards) for one in found] == [
        ("ab", "q0", ("q0",)),
        ("cd", "e1", ("q0", "e1")),
        ("ef", "e1", ("e1",)),
    ]
    assert [one.first for one in found] == [True, True, False]


def test_offsets_hold_whatever_the_text_carries() -> None:
    text = "\u202e\x1b🕊 Xi met \u202cPark"
    at = text.index("met")
    found = pieces(text, Mark(Span(at, at + 3), "event", "e1"))
    assert [one.words for one in found if one.card] == ["met"]


def test_a_quotation_is_one_stop_for_the_tab_key_and_no_blank_is_one() -> None:
    marks = [Mark(Span(0, 9), "quote", "q0"), Mark(Span(3, 4), "actor", "a0")]
    found = pieces("ab c d ef", *marks)
    assert [(one.words, one.link) for one in found] == [("ab ", True), ("c", True), (" d ef", False)]
    assert [one.link for one in pieces("a b", Mark(Span(1, 2), "actor", "a0"))] == [False, False, False]


def test_the_headline_is_told_from_the_body() -> None:
    first, second = paragraphs(report("Head\n\nBody", 6), ())
    assert (first.heading, second.heading) == (True, False)


@settings(max_examples=40, deadline=None)
@given(any_report())
def test_nothing_of_any_text_is_lost_or_moved(one: Report) -> None:
    for paragraph in paragraphs(one, marks_of(one)):
        assert "".join(piece.words for piece in paragraph.pieces) == paragraph.span.of(one.text)


@given(st.text())
def test_any_text_is_inert_and_of_its_length(text: str) -> None:
    assert len(plain(text)) == len(text)
    made = shown(text)
    assert isinstance(made, Markup)
    assert not any(char in made for char in "\x1b\u202e\u2066\ud800")
    assert "<" not in made.replace('<span class="inert" title="', "").replace("</span>", "")
