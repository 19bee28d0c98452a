from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.vectors import tfidf


def test_a_shared_word_weighs_less_than_a_rare_one() -> None:
    one, *_ = tfidf(["summit Helsinki", *["summit elsewhere"] * 200])
    assert one["helsin"] > one["summit"]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_vectors_have_length_one_or_nothing(texts: list[str]) -> None:
    for vector in tfidf(texts):
        assert not vector or sum(weight * weight for weight in vector.values()) == pytest.approx(1)
