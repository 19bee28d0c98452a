from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.inert import inert, json_line, one_line

anything = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "live",
    ["\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\r", "\x08", "\u202e", "\u2066", "\u200f", "\ufeff", "\U000e0041"],
)
def test_no_character_that_steers_a_terminal_is_left(live: str) -> None:
    shown = inert(f"before {live} after")
    assert "\ufffd" in shown
    assert not any(mark in shown for mark in "\x1b\x07\x9b\r\x08\u202e\u2066\u200f\ufeff\U000e0041")


def test_letters_quotation_marks_and_line_ends_stay() -> None:
    text = "“Ankara”\tsaid – 국 ۱ می\u200cخواهم\nnext"
    assert inert(text) == text


@given(anything)
def test_offsets_hold_in_inert_text(text: str) -> None:
    assert len(inert(text)) == len(text)


@given(anything)
def test_inert_text_has_no_control_character_and_can_be_written(text: str) -> None:
    shown = inert(text)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in shown if letter not in "\t\n")
    shown.encode()


def test_one_line_has_no_line_end_and_no_doubled_space() -> None:
    assert one_line(" Seoul\n\n said\tso ") == "Seoul said so"


@given(anything)
def test_a_json_line_says_the_same_and_stays_one_line(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == json.loads(json.dumps({"text": text}))
    assert len(line.splitlines()) == 1
    assert inert(line) == line


def test_json_keeps_other_scripts_readable() -> None:
    assert json_line({"name": "朴槿惠"}) == '{"name": "朴槿惠"}'
