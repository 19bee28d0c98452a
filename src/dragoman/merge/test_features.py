from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.features import Rows, feature_rows


def dot(rows: Rows, one: int, other: int) -> float:
    parts = [slice(rows.starts[number], rows.starts[number + 1]) for number in (one, other)]
    mine, theirs = (dict(zip(rows.columns[part].tolist(), rows.weights[part].tolist(), strict=True)) for part in parts)
    return float(sum(weight * theirs.get(column, 0.0) for column, weight in mine.items()))


def test_texts_with_a_rare_word_in_common_are_more_alike() -> None:
    texts = ["summit Helsinki", "bakers Helsinki", "summit elsewhere", *["summit here"] * 200]
    rows = feature_rows(texts, [False] * len(texts))
    assert dot(rows, 0, 1) > dot(rows, 0, 2) > 0


def test_headlines_are_compared_by_parts_of_words_too() -> None:
    texts = ["Nonproliferation talks", "Proliferation worries"]
    assert dot(feature_rows(texts, [True, True]), 0, 1) > 0
    assert dot(feature_rows(texts, [False, False]), 0, 1) == 0


def test_names_count_again_in_full_texts() -> None:
    names = ["Yesterday Marina Kovač spoke.", "Later Marina Kovač slept."]
    words = [text.lower() for text in names]
    assert dot(feature_rows(names, [False] * 2), 0, 1) > dot(feature_rows(words, [False] * 2), 0, 1) > 0


@given(st.lists(st.tuples(st.text(max_size=40), st.booleans()), max_size=6))
def test_no_text_is_longer_than_one(texts: list[tuple[str, bool]]) -> None:
    rows = feature_rows([text for text, _ in texts], [bare for _, bare in texts])
    assert len(rows.starts) == len(texts) + 1
    for number in range(len(texts)):
        assert dot(rows, number, number) <= 1 + 1e-9


@given(st.text(min_size=1, max_size=40), st.booleans())
def test_a_text_is_as_like_its_double_as_can_be(text: str, bare: bool) -> None:
    rows = feature_rows([text, text], [bare, bare])
    assert dot(rows, 0, 1) == pytest.approx(1) or not np.any(rows.weights)
