from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.letters import letters_of, letters_shown

_PARTS = (
    "<p>",
    "</p>",
    "<br/>",
    "a",
    "Ü",
    "字",
    "𝔸",
    "½",
    "_",
    " ",
    "&amp;",
    "&eacute;",
    "&copy;",
    "&nosuch;",
    "<",
    ">",
    "!",
)


@given(st.text(max_size=60))
def test_letters_and_digits_are_found_where_they_stand(text: str) -> None:
    found = letters_of(text)
    assert found.text == "".join(char for char in text if char.isalnum())
    assert "".join(text[at] for at in found.at) == found.text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p class='x'>One <b>two</b></p>", "Onetwo"),
        ("a<script>var b = '<p>c</p>'</script>d", "ad"),
        ("a<STYLE>b{}</STYLE >c<!-- d > e -->f", "acf"),
        ("a<svg><title>b</title></svg>c", "ac"),
        ("1 < 2 and 3 > 2", "12and32"),
        ("caf&eacute; &amp; t&#233;", "cafété"),
        ("<a href='?a&amp;b'>c</a>", "c"),
        ("a<script>b", "ab"),
        ("&nosuch;", "nosuch"),
        ("", ""),
    ],
)
def test_only_what_a_reader_sees_is_taken_of_html(source: str, shown: str) -> None:
    found = letters_shown(source)
    assert found.text == shown
    assert all(source[at] in {"&", letter} for at, letter in zip(found.at.tolist(), shown, strict=True))


@given(st.lists(st.sampled_from(_PARTS), max_size=30).map("".join))
def test_tags_fall_away_and_entities_stand_for_their_characters(source: str) -> None:
    bare = re.sub(r"<[a-zA-Z/!?][^<>]*>", " ", source)
    expected = "".join(char for char in html.unescape(bare) if char.isalnum())
    assert letters_shown(source).text == expected


def test_many_scripts_that_are_never_closed_are_read_soon() -> None:
    assert letters_shown("<script>" * 20_000 + "a").text == "a"
