from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.cells import guarded, unguarded
from dragoman.export.column import tab_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_what_a_spreadsheet_would_reckon_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a = b", "2013", "'quoted'", "«=»", " =1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text().filter(lambda text: not text.startswith("'")))
def test_a_guarded_cell_is_read_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text())
def test_a_tabbed_cell_never_breaks_its_line_nor_starts_a_formula(text: str) -> None:
    cell = tab_cell(text)
    assert len(cell.splitlines()) <= 1
    assert "\t" not in cell
    assert not cell.startswith(("=", "+", "-", "@"))


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    assert [tab_cell(value) for value in (-5.0, 0, 12, None)] == ["-5.0", "0", "12", ""]
