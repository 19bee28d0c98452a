from __future__ import annotations

import pytest
from lxml.html import fromstring

from dragoman.article.html_outlet import outlet_of


def _outlet(
    body: str = "", *, publisher: str | None = None, title: str | None = None, head: str = "", **tags: str
) -> str | None:
    return outlet_of(fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>"), tags, publisher, title)


def test_what_a_page_calls_its_site_is_taken_at_its_word() -> None:
    assert _outlet(**{"og:site_name": "The Meridian"}, publisher="Meridian Media Ltd") == "The Meridian"
    assert _outlet(**{"og:site_name": "the Meridian"}, publisher="The Meridian") == "The Meridian"
    assert _outlet(publisher="The Meridian") == "The Meridian"
    assert _outlet("<div itemprop='publisher'><meta itemprop='name' content='The Meridian'></div>") == "The Meridian"


@pytest.mark.parametrize(
    "frame",
    [
        "<a href='/'><img src='x.gif' alt='The Meridian'></a>",
        "<a href='https://m.example/'>The Meridian</a>",
        "<img src='/logo.png' alt='The Meridian - since 1874'>",
        "<p>Copyright 2013 The Meridian. All rights reserved.</p>",
    ],
)
def test_a_name_in_the_frame_and_in_the_title_is_the_outlet(frame: str) -> None:
    assert _outlet(frame, title="Talks resume - The Meridian") == "The Meridian"


def test_the_domain_and_a_part_of_the_title_that_nothing_bears_out_are_none() -> None:
    assert _outlet(title="Talks resume - at last") is None
    assert _outlet(**{"og:site_name": "www.meridian.example"}) is None
    assert _outlet("<a href='/'>Home</a>") is None
