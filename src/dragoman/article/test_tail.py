from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.article.tail import is_about

_STORY = [("the", "envoys", "met", "ann", "low", "in", "geneva")]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a senior correspondent in Geneva.",
        "Jane Roe is a professor of history at a college in Bern.",
        "Dr Jane Roe is currently a fellow at the Institute for Peace.",
        "Jane Roe reported from Geneva, and Tom Ash from Bern.",
        "The Meridian is a nonprofit newsroom that covers borders.",
        "We publish news that matters to readers in the hills.",
        "Help us keep the lamps lit with a small sum each month.",
        "Tom Ash teaches history and has a book on surveyors coming out.",
        "Border Wire publishes some 400 reports a day from its partners.",
    ],
)
def test_lines_about_the_writer_and_the_outlet_are_known(line: str) -> None:
    assert is_about(line, {"tom ash", "border wire"}, _STORY)


@pytest.mark.parametrize(
    "line",
    [
        "The envoys met a reporter.",
        "Ann Low is a professor of law who advised the envoys.",
        "Neither side would say when the talks go on.",
        "He was a fellow of his college for forty years.",
        "Tom Ash was hurt when the bridge fell.",
    ],
)
def test_a_storys_last_paragraph_stays(line: str) -> None:
    assert not is_about(line, {"tom ash"}, _STORY)


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_any_line_can_be_asked(line: str, names: list[str]) -> None:
    assert is_about(line, names, _STORY) in {True, False}
