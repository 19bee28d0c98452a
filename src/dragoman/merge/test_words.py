from __future__ import annotations

from dragoman.merge.words import content_words, plain_words, shingles


def test_content_words_are_stems_without_function_words() -> None:
    assert list(content_words("The envoys negotiated; a negotiation!")) == ["envoys", "negoti", "negoti"]


def test_words_of_other_scripts_count() -> None:
    assert plain_words("Встреча в Москве, 会谈") == ["встреча", "в", "москве", "会谈"]


def test_shingles_are_runs_of_words() -> None:
    assert len(shingles(list("abcdef"), 5)) == 2
    assert shingles(["a", "b"], 5) == shingles(["a", "b"], 2)
    assert shingles([], 5) == frozenset()
