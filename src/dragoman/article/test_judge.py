from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.article.captions import is_caption
from dragoman.article.chrome import is_chrome_line
from dragoman.article.judge import judge
from dragoman.article.stamps import is_stamp

if TYPE_CHECKING:
    from dragoman.article.labels import Label

_LONG = "The envoys of both governments came back to the table in Geneva, and nobody smiled"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("", "blank"),
        ("* * *", "chrome"),
        ("05.04.2013", "dateline"),
        ("Published: 5 May 2014", "dateline"),
        ("By Jane Roe", "byline"),
        ("(Reporting by Jane Roe; Editing by Tom Ash)", "byline"),
        ("The Associated Press", "agency"),
        ("Photo: Jane Roe", "caption"),
        ("Privacy policy", "chrome"),
        ("Envoys meet in Geneva", None),
        (f"{_LONG}.", None),
        (f"{_LONG}. (AP Photo/Jane Roe)", "caption"),
        (f"{_LONG}. Photo: Reuters", "caption"),
        ("Sign up for our free newsletter to receive the best of our journalism every single morning.", "chrome"),
    ],
)
def test_a_lines_own_words_tell_what_it_is(line: str, label: Label | None) -> None:
    assert judge(line)[1] == label


def test_the_name_of_a_field_is_taken_off_a_headline() -> None:
    assert judge("Subject: Envoys meet again in Geneva")[0].text == "Envoys meet again in Geneva"


@given(
    st.lists(
        st.sampled_from(
            [
                "The envoys met",
                "photo",
                "our",
                "(AP)",
                "—",
                "/",
                "5 May 2014",
                "reporter",
                "©",
                "a map",
                "privacy policy",
            ]
        ),
        min_size=4,
        max_size=9,
    )
)
@example(["The envoys met in Geneva on Tuesday and went on to the lake, where a boat was waiting"])
def test_the_quick_answer_for_prose_is_the_one_that_all_the_patterns_give(parts: list[str]) -> None:
    text = " ".join(parts) + "."
    line, label = judge(text)
    if label is None:
        assert not is_chrome_line(line)
        assert not is_caption(line)
        assert not is_stamp(text)
