from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.prose import could_head, ends_sentence, overlap, read_line, share, topics


@pytest.mark.parametrize(
    "line",
    [
        "He left.",
        'He said: "No."',
        "“No.”",
        "Was it?",
        "He left. (Reuters)",
        "He “left”.",
        "그는 떠났다.",
        "他走了。",
        'He left." [AFP]',
    ],
)
def test_sentences_end_as_sentences_do(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["Envoys meet", "Market report:", "Minister says talks 'over'", "Home >", ""])
def test_headlines_and_menus_do_not(line: str) -> None:
    assert not ends_sentence(line)


def test_a_headline_may_end_with_an_abbreviation_or_ask() -> None:
    assert could_head(read_line("Seoul in talks with U.S."))
    assert could_head(read_line("Will the envoys ever meet again?"))
    assert not could_head(read_line("The envoys met in Geneva."))
    assert not could_head(read_line("Word"))


def test_scripts_without_spaces_have_words_too() -> None:
    assert read_line("朝鲜外务省发言人星期二发表谈话表示反对。").strong


def test_topics_leave_common_words_out() -> None:
    assert topics("They said that UN envoys would meet") == {"envoys", "un", "meet"}
    assert share(topics("Envoys in Geneva"), topics("The envoys came to Geneva")) == 1
    assert share(frozenset(), topics("Envoys")) == 0


def test_overlap_counts_words_of_the_first_in_the_second() -> None:
    line, other = read_line("The envoys met in Geneva"), read_line("The envoys, it said, met in Geneva on Monday.")
    assert overlap(line, other) == 1
    assert overlap(other, line) == 0


@given(st.text())
def test_any_line_can_be_read(text: str) -> None:
    line = read_line(text)
    assert line.words >= 0
    assert overlap(line, line) in {0, 1}
