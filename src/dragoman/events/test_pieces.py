from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.pieces import UNKNOWN, pieces, vocabulary


def _shown(word: str) -> list[str]:
    names = {number: piece for piece, number in vocabulary().items()}
    return [names[number] for number in pieces(word)]


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("talks", ["talks"]),
        ("Talks", ["talks"]),
        ("Café", ["cafe"]),
        ("co-operation", ["co", "-", "operation"]),
        ("Pyongyang", ["p", "##yon", "##gy", "##ang"]),
        ("demilitarised", ["demi", "##lita", "##rise", "##d"]),
        ("n't", ["n", "'", "t"]),
        ("北京", ["北", "京"]),
        ("🙂", [UNKNOWN]),
        ("x" * 101, [UNKNOWN]),
    ],
)
def test_words_are_parted_as_the_published_model_expects(word: str, shown: list[str]) -> None:
    assert _shown(word) == shown


@pytest.mark.parametrize("word", ["", " ", "\n\n", "\u200b", "\x00"])
def test_what_has_nothing_to_read_has_no_piece(word: str) -> None:
    assert pieces(word) == ()


@given(st.text(max_size=120))
def test_any_text_has_known_pieces_and_case_makes_no_difference(word: str) -> None:
    assert set(pieces(word)) <= set(vocabulary().values())
    if word.isascii():
        assert pieces(word) == pieces(word.upper())
