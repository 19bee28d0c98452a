from __future__ import annotations

import pytest
from lxml.html import fromstring

from dragoman.article.asides import cut_asides
from dragoman.article.tree import text_of

_STORY = (
    "<p>The ministers met in Velm on Monday and agreed to open the bridge in May, three years after the flood.</p>" * 5
)


def _left(beside: str, story: str = _STORY) -> str:
    tree = fromstring(f"<html><body><div><h1>Bridge to open</h1>{story}{beside}</div></body></html>")
    cut_asides(tree)
    return text_of(tree)


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><a href='/a'>World</a></nav>",
        "<div class='related-stories'><p>Storm closes the pass for a third day.</p></div>",
        "<aside><p>Storm closes the pass for a third day.</p></aside>",
        "<section id='comments'><p>They should have built it of stone, as I have always said.</p></section>",
        "<div><h3>You may also like</h3><p>Storm closes the pass for a third day.</p></div>",
        "<h3>Related stories</h3><ul><li>Storm closes the pass</li></ul>",
        "<ul><li><a href='/a'>Storm closes the pass</a> 91 shares</li></ul>",
        "<div>"
        + "<div class='k'><h3><a href='/a'>Storm closes the pass</a></h3><p>For a third day.</p></div>" * 3
        + "</div>",
    ],
)
def test_what_stands_beside_a_story_is_cut(beside: str) -> None:
    assert _left(beside) == _left("")


@pytest.mark.parametrize(
    "beside",
    [
        "<ul><li>The bridge opens in May.</li><li>Its toll is to be two crowns.</li></ul>",
        "<ul><li><a href='/a'>The treaty</a> is to be signed in June by both.</li></ul>",
        "<blockquote><p>We have waited long enough.</p></blockquote>",
        "<h2>Three years after the flood</h2>",
        "<p>More from the ministers is expected on Friday, when they meet the mayors of both towns.</p>",
    ],
)
def test_what_belongs_to_a_story_stays(beside: str) -> None:
    assert _left(beside) != _left("")


@pytest.mark.parametrize("name", ["related", "comments", "newsletter", "popular"])
def test_a_box_that_holds_the_story_stays_whatever_its_name(name: str) -> None:
    assert "agreed to open" in _left("", f"<div class='{name}'>{_STORY}</div>")
