from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article import report
from dragoman.errors import InputError
from dragoman.model import RawPage

LEAD = "The envoys of both governments came back to the table in Geneva on Tuesday."
NEXT = "A second paper, on prisoners, was put aside until the end of the month."


def _places(content: str) -> list[tuple[str, int]]:
    found = report(RawPage("in", "text", content, "0" * 64))
    return [(entry.raw.of(content), entry.line) for entry in found.raw]


def test_of_a_headline_that_the_page_has_twice_the_kept_one_is_shown() -> None:
    twice = f"Talks resume in Geneva\nHome > World\nTalks resume in Geneva\n{LEAD}\n{NEXT}\n"
    assert [line for _, line in _places(twice)] == [1, 4, 5]


def test_the_name_of_a_field_is_no_part_of_the_headline() -> None:
    assert _places(f"Subject: Envoys  meet again in Geneva\n{LEAD}\n{NEXT}")[0] == ("Envoys  meet again in Geneva", 1)


def test_a_paragraph_that_was_broken_spans_its_lines() -> None:
    content = "\n".join(wrap(f"{LEAD} {NEXT} " * 3, 60))
    [(shown, line)] = _places(content)
    assert line == 1
    assert shown == content.rstrip(".")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n\n\n"])
def test_lines_may_end_in_any_way(end: str) -> None:
    content = end.join(["Talks resume in Geneva", LEAD, NEXT])
    assert [words for words, _ in _places(content)] == ["Talks resume in Geneva", LEAD[:-1], NEXT[:-1]]


@given(
    st.lists(st.sampled_from([LEAD, NEXT, "Talks resume", "* * *", "“", "\u200b", "Subject: a b\u00a0c d"]), max_size=9)
)
def test_each_place_holds_its_paragraphs_letters_in_order(lines: list[str]) -> None:
    content = "\n".join(lines)
    try:
        found = report(RawPage("in", "text", content, "0" * 64))
    except InputError:
        return
    starts = [entry.raw.start for entry in found.raw]
    assert starts == sorted(starts)
    for entry in found.raw:
        letters = [
            [char for char in words if char.isalnum()] for words in (entry.raw.of(content), entry.span.of(found.text))
        ]
        assert letters[0] == letters[1]
