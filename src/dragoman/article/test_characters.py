from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.characters import tidy, verbatim

_ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates, too


def test_a_tidied_line_has_plain_spaces_and_no_invisible_characters() -> None:
    assert tidy("\u00a0The\u2009envoys\u200b met\u00ad.\u202e \ufeff") == "The envoys met."
    assert tidy("a\0b\x07c") == "abc"
    assert tidy("\u00a0\u200b\u3164") == ""


def test_joiners_that_scripts_need_are_left() -> None:
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"


def test_a_given_text_keeps_every_place() -> None:
    text = "a\0b\u2028c\u202ed\ud800e\r\nf\u00a0g\u200bh"
    assert verbatim(text) == "a b\nc d\ufffde\r\nf\u00a0g\u200bh"


@given(_ANY)
def test_any_text_can_be_written_out(text: str) -> None:
    assert len(verbatim(text)) == len(text)
    for clean in (verbatim(text), tidy(text)):
        assert clean.encode().decode() == clean
        assert not any(char in clean for char in "\0\x1b\x85\u2028\u202e\u2066")


@given(_ANY)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert "\n" not in tidy(text)
