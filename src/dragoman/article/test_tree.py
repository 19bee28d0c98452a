from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fromstring

from dragoman.article.tree import cut, marked, text_of, within


def _one(markup: str) -> HtmlElement:
    return fromstring(markup)


def test_text_is_one_line_with_gaps_where_blocks_and_breaks_are() -> None:
    page = "<div>Talks<br>resume <p>in <b>Ge</b>neva</p><script>x()</script><!-- y --> today</div>"
    assert text_of(_one(page)) == "Talks resume in Geneva today"


@pytest.mark.parametrize(
    "names", ["c-related-list", "relatedStories", "story__related", "foo related bar", "related_box"]
)
def test_a_word_counts_wherever_it_stands_in_a_name(names: str) -> None:
    assert marked(_one(f"<div class='{names}'>x</div>"), "aside_marks")


@pytest.mark.parametrize("names", ["unrelated", "has-related-list", "tag-newsletter", "correlated", "x" * 100_000, ""])
def test_parts_of_words_and_names_of_topics_do_not_count(names: str) -> None:
    assert not marked(_one(f"<div class='{names}'>x</div>"), "aside_marks")


def test_an_element_is_within_what_is_around_it() -> None:
    page = _one("<div class='comments'><div><p>x</p></div></div>")
    assert within(page.find(".//p"), "talk_marks")
    assert not within(page.find(".//p"), "talk_marks", depth=2)


def test_what_is_cut_leaves_the_text_behind_it() -> None:
    page = _one("<p>Talks <b>soon</b> resume</p>")
    cut(page.find("b"))
    assert text_of(page) == "Talks resume"


def test_depth_without_end_does_no_harm() -> None:
    assert text_of(_one("<div>" + "<b>" * 50_000 + "x")) in {"x", ""}
