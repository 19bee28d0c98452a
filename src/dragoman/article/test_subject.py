from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.prose import read_line
from dragoman.article.subject import gist_of, share_of, shared

STORY = gist_of(
    map(
        read_line,
        [
            "The negotiators of both sides met in Bern on 5 May.",
            "A delegation of the UN waited, and US envoys did, too.",
        ],
    )
)


def test_names_long_words_and_figures_are_topics_and_common_words_are_none() -> None:
    assert shared(read_line("Negotiators meet in Bern"), STORY) == (2, 3)
    assert shared(read_line("On 5 of 7 days"), STORY)[0] >= 1
    assert shared(read_line("and then it was"), STORY)[0] == 0


def test_words_of_one_stem_are_the_same_topic() -> None:
    assert share_of(read_line("Negotiations"), STORY) == 1.0
    assert share_of(read_line("Delegations"), STORY) == 1.0
    assert share_of(read_line("Bernese"), STORY) == 0.0


def test_short_names_are_told_from_small_words_by_their_capitals() -> None:
    assert share_of(read_line("US"), STORY) == 1.0
    assert share_of(read_line("EU"), STORY) == 0.0
    assert share_of(read_line("us"), STORY) == 0.0


def test_a_line_without_topics_shares_nothing() -> None:
    assert share_of(read_line(""), STORY) == 0.0
    assert share_of(read_line("Negotiators"), gist_of([])) == 0.0


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=4))
def test_never_more_is_shared_than_there_is(text: str, story: list[str]) -> None:
    found, of = shared(read_line(text), gist_of(map(read_line, story)))
    assert 0 <= found <= of
