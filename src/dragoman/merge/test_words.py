from __future__ import annotations

import pytest

from dragoman.merge.words import content_words, packed_shingles, plain_words, shingles


def test_content_words_are_stems_without_function_words() -> None:
    assert list(content_words("The envoys negotiated; a negotiation!")) == ["envoys", "negoti", "negoti"]


def test_words_of_other_scripts_count() -> None:
    assert plain_words("Встреча в Москве, 会谈") == ["встреча", "в", "москве", "会谈"]


def test_shingles_are_runs_of_words() -> None:
    assert len(shingles(list("abcdef"), 5)) == 2
    assert shingles(["a", "b"], 5) == shingles(["a", "b"], 2)
    assert shingles([], 5) == frozenset()


@pytest.mark.parametrize("words", [[], ["a", "b"], list("abcdef"), list("abcabcabc"), [str(n) for n in range(500)]])
def test_packed_shingles_are_as_many_as_the_others(words: list[str]) -> None:
    packed = packed_shingles(words, 3).tolist()
    assert len(packed) == len(shingles(words, 3))
    assert packed == sorted(set(packed))


def test_packed_shingles_know_the_order_of_words() -> None:
    assert packed_shingles(["a", "b", "c"], 3).tolist() != packed_shingles(["c", "b", "a"], 3).tolist()
