from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.fragments import is_markup, words_of


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("The envoys met.", "The envoys met."),
        ("Trade &amp; aid", "Trade & aid"),
        ("<p>One <b>and</b>\n two.</p><p>Three.</p>", "One and two.\n\nThree."),
        ("One.<br/>Two.", "One.\n\nTwo."),
        ("<script>alert('x')</script><p>One.</p><style>p {}</style>", "One."),
        ("<figure><img src='x'><figcaption>A street.</figcaption></figure>One.", "One."),
        ("<?xml version='1.0' encoding='latin-1'?><p>Orbán</p>", "Orbán"),
        ("<p></p>", ""),
        ("", ""),
        ("3 < 4 > 2", "3 < 4 > 2"),
    ],
)
def test_words_are_those_that_are_read(content: str, words: str) -> None:
    assert words_of(content) == words


def test_markup_is_told_from_plain_text() -> None:
    assert is_markup("one<br>two")
    assert not is_markup("if a < b and c > d")


@given(st.text(alphabet="<>/pbr!-&;#xscript= \n\0é", max_size=100))
def test_any_content_has_words_without_blank_paragraphs(content: str) -> None:
    text = words_of(content)
    assert all(paragraph.strip() for paragraph in text.split("\n\n")) or not text


def test_characters_that_xml_has_not_become_spaces() -> None:
    assert words_of("<p>The envoys&#1; met&#12; in<br>Oslo.\x02</p>") == "The envoys met in\n\nOslo."
