"""Names of the tables are matched in a text, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors.conftest import report_of
from dragoman.actors.gazetteer import known_names

if TYPE_CHECKING:
    from dragoman.actors.conftest import DocOf, PageOf


@pytest.mark.parametrize(
    ("text", "table", "name"),
    [
        ("Equatorial Guinea spoke.", "country", "Equatorial Guinea"),
        ("The United Nations spoke.", "organisation", "United Nations"),
        ("Angela Merkel spoke.", "person", "Angela Merkel"),
        ("They fish in the South China Sea.", "mask", "South China Sea"),
    ],
)
def test_the_longest_name_is_taken(doc: DocOf, text: str, table: str, name: str) -> None:
    assert [(one.table, one.text) for one in known_names(doc(text))] == [(table, name)]


@pytest.mark.parametrize("text", ["They told us who may come.", "the turkey ate", ""])
def test_words_in_lower_case_are_no_names(doc: DocOf, text: str) -> None:
    assert not known_names(doc(text))


def test_the_end_of_a_longer_name_is_not_the_shorter(doc: DocOf) -> None:
    names = [one.text for one in known_names(doc("The National Security Council met on Monday."))]
    assert "Security Council" not in names
    names = [one.text for one in known_names(doc("The Security Council met on Monday."))]
    assert "Security Council" in names


def test_a_page_knows_the_name_at_each_of_its_tokens(page: PageOf) -> None:
    got = page("The United Nations met.")
    assert got.known_at(1) == got.known_at(2)
    assert got.known_at(0) is None
    assert got.known_at(99) is None


@given(st.text(max_size=60))
@settings(max_examples=30, deadline=None)
def test_any_text_is_taken(text: str) -> None:
    parsed = report_of(text).parse
    assert parsed is not None
    assert all(parsed[one.start : one.end].text == one.text for one in known_names(parsed))


def test_blanks_around_a_names_hyphen_do_not_hide_it(doc: DocOf) -> None:
    (known,) = known_names(doc("They bought it at Wal - Mart yesterday."))
    assert known.text == "Wal-Mart"
