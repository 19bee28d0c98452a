from __future__ import annotations

import pytest
from lxml.html import fromstring

from dragoman.article.html_titles import headings_of


def _words(body: str) -> list[str]:
    return [heading.words for heading in headings_of(fromstring(f"<html><body>{body}</body></html>"))]


def test_headlines_by_markup_come_before_other_headings() -> None:
    headings = "<h2>World</h2><h1>News of the day</h1><h1 class='entry-title'>Talks resume</h1>"
    assert _words(headings + "<div itemprop='headline'>Talks</div>") == [
        "Talks resume",
        "News of the day",
        "Talks",
        "World",
    ]


@pytest.mark.parametrize(
    "site",
    [
        "<h1 class='logo'>The Meridian</h1>",
        "<h1><a href='/'>The Meridian</a></h1>",
        "<a href='https://m.example/'><h1>The Meridian</h1></a>",
        "<h1 id='site-title'><a href='/news'>The Meridian</a></h1>",
    ],
)
def test_the_sites_name_is_no_headline(site: str) -> None:
    assert _words(f"{site}<h2>Talks resume</h2>") == ["Talks resume"]


def test_a_headline_may_be_a_link_to_its_own_page() -> None:
    assert _words("<h1><a href='https://m.example/2013/talks'>Talks resume</a></h1>") == ["Talks resume"]


def test_a_kicker_marked_so_is_taken_off_and_kept_in_full() -> None:
    page = "<h1><span class='kicker'>Harbour</span> Talks <em>resume</em></h1>"
    [heading] = headings_of(fromstring(f"<html><body>{page}</body></html>"))
    assert (heading.words, heading.full) == ("Talks resume", "Harbour Talks resume")
    assert _words("<h1><span class='c-main'>Harbour:</span> talks resume</h1>") == ["Harbour: talks resume"]


def test_small_print_below_the_headline_is_taken_off() -> None:
    assert _words("<h1>Talks resume <small>Six ministers expected</small></h1>") == ["Talks resume"]
