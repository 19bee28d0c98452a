from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.typeset import Line, paragraphs_of

_WIDE = "The envoys of both states met in the old town hall of Lima on"


def _set(*texts: str, x: float = 72, top: float = 700, gap: float = 14, size: float = 12) -> list[Line]:
    return [Line(text, x, top - gap * i, size) for i, text in enumerate(texts)]


def _read(*pages: list[Line]) -> list[str]:
    return list(paragraphs_of(pages))


def test_lines_become_one_paragraph_and_a_wider_gap_begins_the_next() -> None:
    page = _set(_WIDE, "Tuesday to", "talk.", top=700) + _set(_WIDE, "Friday.", "They agreed.", top=640)
    assert _read(page) == [f"{_WIDE} Tuesday to talk.", f"{_WIDE} Friday.", "They agreed."]
    assert _read(_set(_WIDE, f"{_WIDE} Friday.", _WIDE), _set("Monday.")) == [
        f"{_WIDE} {_WIDE} Friday. {_WIDE} Monday."
    ]


def test_an_indented_line_after_a_sentence_begins_a_paragraph() -> None:
    full = f"{_WIDE} Tuesday."
    assert _read([*_set(full), *_set(full, x=90, top=686), *_set(full, top=672)]) == [full, f"{full} {full}"]


def test_a_headline_is_a_paragraph_though_its_lines_are_centred() -> None:
    head = [Line("Envoys Meet in Lima to", 150, 750, 20), Line("Mend a Treaty", 190, 726, 20)]
    body = _set(_WIDE, _WIDE, _WIDE, "Tuesday.")
    assert _read(head + body)[0] == "Envoys Meet in Lima to Mend a Treaty"


def test_each_item_of_a_list_is_a_paragraph() -> None:
    page = _set(_WIDE, "Tuesday to settle", "• the border,", "• the fisheries and", "what they owe.")
    assert _read(page) == [f"{_WIDE} Tuesday to settle", "• the border,", "• the fisheries and what they owe."]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    left, right = _set(_WIDE, _WIDE), _set(_WIDE, x=300)
    assert _read(left + right, _set("Tuesday.")) == [f"{_WIDE} {_WIDE} {_WIDE} Tuesday."]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("after long negotia-", "tions they signed", "after long negotiations they signed"),
        ("after long negotia\u00ad", "tions they signed", "after long negotiations they signed"),
        ("the Asia-", "Pacific region", "the Asia-Pacific region"),
        ("a long-", "term plan", "a long-term plan"),
        ("from 2014-", "15 on", "from 2014-15 on"),
        ("the minister -", "who left", "the minister - who left"),
        ("a trade-", "off; this trade-off", "a trade-off; this trade-off"),
    ],
)
def test_a_word_broken_at_a_lines_end_is_mended_and_a_hyphen_of_its_own_kept(
    first: str, second: str, joined: str
) -> None:
    assert _read(_set(first, second)) == [joined]


def test_headers_footers_and_page_numbers_are_dropped() -> None:
    texts = ["the border", "the rivers", "the ports", "the debts"]
    pages = [
        [
            Line("MINISTRY OF FOREIGN AFFAIRS", 72, 760, 9),
            *_set(f"They spoke about {text} and", f"agreed on {text}."),
            Line(f"Page {number} of 4", 300, 30, 9),
            Line(f"www.example.org/press?p={number}", 72, 20, 9),
        ]
        for number, text in enumerate(texts, start=1)
    ]
    assert _read(*pages) == [f"They spoke about {text} and agreed on {text}." for text in texts]


def test_a_line_that_only_looks_like_furniture_stays() -> None:
    assert _read(_set("The Ministry", "12")) == ["The Ministry 12"]
    pages = [
        [*_set("Press release"), *_set(f"They spoke of {text}.", top=600 - 30 * i)] for i, text in enumerate("abc")
    ]
    assert [line for line in _read(*pages) if line.startswith("They")] == [f"They spoke of {text}." for text in "abc"]


_LINES = st.builds(
    Line, st.text(min_size=1).filter(str.strip), st.floats(-1e3, 1e3), st.floats(-1e3, 1e3), st.floats(0, 99)
)


@given(st.lists(st.lists(_LINES, max_size=12), max_size=5))
def test_any_lines_become_paragraphs_of_their_words(pages: list[list[Line]]) -> None:
    found = "".join("".join(_read(*pages)).split())
    given_letters = "".join(line.text for page in pages for line in page)
    assert set(found) <= set(given_letters)
    if len(pages) == 1:
        assert sum(map(str.isalnum, found)) == sum(map(str.isalnum, given_letters))
