from __future__ import annotations

import re

from dragoman.article.lists import MARKS, any_of, chosen, keyed, read_list

_KEYED = ("furniture_lines", "furniture_sentences", "notices", "afterwords")


def test_comments_and_blank_lines_are_no_entries() -> None:
    assert not any(entry.startswith("# ") or not entry.strip() for entry in read_list("furniture_sentences"))


def test_every_pattern_stands_alone() -> None:
    patterns = [entry.partition(" :: ")[2] for name in _KEYED for entry in read_list(name)]
    for pattern in [*patterns, *read_list("endings"), *read_list("talk")]:
        assert pattern
        assert not re.compile(pattern, re.IGNORECASE).fullmatch(""), pattern
    assert any_of("talk")


def test_patterns_are_written_in_small_letters_as_they_are_asked() -> None:
    names = (*_KEYED, "endings", "talk")
    upper = [entry for name in names for entry in read_list(name) if re.search(r"(?<!\\)[A-Z]", entry)]
    assert upper == []


def test_keys_are_single_casefolded_words_or_marks() -> None:
    for name in _KEYED:
        for key in keyed(name):
            assert key in MARKS or (key == key.casefold() and re.fullmatch(r"[^\W_]+", key)), (name, key)


def test_only_the_patterns_with_a_key_in_the_line_are_chosen() -> None:
    patterns = keyed("notices")
    assert chosen(patterns, {"envoys", "meet"}) == []
    assert chosen(patterns, {"envoys", "cookies"}) == [patterns["cookies"]]


def test_phrases_are_written_as_they_are_compared() -> None:
    for name in ("furniture", "interface_words", "sections", "stamp_words", "foreign_words"):
        assert all(entry == entry.casefold().strip() for entry in read_list(name))
        assert len(set(read_list(name))) == len(read_list(name))
