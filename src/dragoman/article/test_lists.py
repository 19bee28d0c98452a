import re

from dragoman.article.lists import any_of, read_list


def test_comments_and_blank_lines_are_no_entries() -> None:
    assert not any(entry.startswith("# ") or not entry.strip() for entry in read_list("furniture_lines"))


def test_every_pattern_stands_alone() -> None:
    for name in ("furniture_lines", "furniture_sentences", "notices", "endings", "talk"):
        for entry in read_list(name):
            assert not re.compile(entry, re.IGNORECASE).fullmatch(""), entry
        assert any_of(name)


def test_phrases_are_written_as_they_are_compared() -> None:
    for name in ("furniture", "interface_words"):
        assert all(entry == entry.casefold().strip() for entry in read_list(name))
        assert len(set(read_list(name))) == len(read_list(name))
