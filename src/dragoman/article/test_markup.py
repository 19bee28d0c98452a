from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article.markup import read_markup
from dragoman.errors import InputError
from dragoman.model import RawPage, Report

_PARAGRAPHS = [
    "The presidents of Turkey and Russia agreed on Thursday to halt the fighting in Idlib, after six hours of talks.",
    "Recep Tayyip Erdogan said that the ceasefire would begin at midnight and that patrols would follow in ten days.",
    '"We express our condolences," Vladimir Putin said of the soldiers killed in an air strike the week before.',
    "The United Nations welcomed the step.",
]
_STATED = {
    "@type": "NewsArticle",
    "headline": "Turkey and Russia agree ceasefire",
    "datePublished": "2020-03-05T19:04:00+03:00",
    "author": {"name": "Ada Moreau"},
    "publisher": {"name": "The Meridian"},
}


def _html(
    head: str = "", above: str = "", below: str = "", *, heading: str = "Turkey and Russia agree ceasefire"
) -> str:
    story = "".join(f"<p>{text}</p>" for text in _PARAGRAPHS)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    article = f"<article><h1>{heading}</h1>{above}{story}{below}</article>"
    foot = "<footer>© 2020 The Meridian. All rights reserved.</footer>"
    return f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{menu}{article}{foot}</body></html>"


def _report(html: str) -> Report:
    return read_markup(RawPage("a.html", "html", html, "ff"))


def test_the_story_is_kept_and_the_page_around_it_cut() -> None:
    above = "<p class='byline'>By Ada Moreau</p><figure><img src='a.jpg'><figcaption>Photo: Pool</figcaption></figure>"
    report = _report(_html(above=above, below="<div>Advertisement</div><p>Read more: Storm hits the coast.</p>"))
    assert report.text == "\n\n".join(["Turkey and Russia agree ceasefire", *_PARAGRAPHS])
    assert report.text[report.body_start :].startswith("The presidents")


def test_what_the_page_states_of_itself_is_read() -> None:
    head = f"<script type='application/ld+json'>{json.dumps(_STATED)}</script>"
    report = _report(_html(head + "<link rel='canonical' href='https://m.example/a'>"))
    assert report.published.interval == (dt.date(2020, 3, 5), dt.date(2020, 3, 5))
    assert (report.published.basis, report.published.stated) == ("stated", "2020-03-05T19:04:00+03:00")
    assert report.source.byline == "Ada Moreau"
    assert report.source.outlet == "The Meridian"
    assert report.source.url == "https://m.example/a"
    assert report.language == "en-GB"


@pytest.mark.parametrize(
    "mark",
    [
        "<meta property='article:published_time' content='2020-03-05T10:00:00Z'>",
        "<meta name='DC.date.issued' content='2020-03-05'>",
        "<meta itemprop='datePublished' content='5 March 2020'>",
    ],
)
def test_dates_of_other_vocabularies_are_read(mark: str) -> None:
    assert _report(_html(mark)).published.interval == (dt.date(2020, 3, 5), dt.date(2020, 3, 5))


def test_a_time_element_in_the_article_is_a_date() -> None:
    report = _report(_html(above="<time datetime='2020-03-05T10:00'>5 March</time>"))
    assert report.published.stated == "2020-03-05T10:00"


def test_a_year_in_the_footer_is_no_date() -> None:
    assert _report(_html()).published.basis == "unknown"


def test_the_title_loses_the_outlets_name() -> None:
    head = (
        "<title>Ceasefire for Idlib agreed | The Meridian</title><meta property='og:site_name' content='The Meridian'>"
    )
    assert _report(_html(head, heading="The Meridian")).title == "Ceasefire for Idlib agreed"


def test_pages_without_a_story_are_an_error() -> None:
    script = "<html><script>draw()</script><noscript>Please enable JavaScript to view this website.</noscript></html>"
    for html in ("<!doctype html>", "<html><body></body></html>", script, "<div>" * 100_000, "<p><![CDATA[", "<"):
        with pytest.raises(InputError, match="no article found"):
            _report(html)


def test_broken_html_is_read_as_browsers_would() -> None:
    broken = _html().replace("</p>", "").replace("</article>", "<b><i></p></div>").replace("<head>", "")
    assert "The United Nations welcomed the step." in _report(broken).text


_MADE = "".join(f"<p>{text}</p>" for text in _PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body>{'<div>' * 200}{_MADE}",
        f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><body>{_MADE}<p>&b;</p></body></html>",
        f"<html><body>\0<h1>Cease\0fire</h1>{_MADE}</body></html>",
        f"<?xml version='1.0' encoding='UTF-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{_MADE}</body></html>",
        f"<html><frameset><frame src='a'></frameset><noframes><p>No frames.</p></noframes><body>{_MADE}</body></html>",
        f"<html><script type='application/ld+json'>{'[' * 9999}</script><body>{_MADE}</body></html>",
        f"<html><meta property='article:published_time' content='99999999999999'><body>{_MADE}</body></html>",
    ],
)
def test_odd_pages_still_give_their_story_and_no_date(html: str) -> None:
    report = _report(html)
    assert report.text[report.body_start :].startswith("The presidents of Turkey")
    assert report.published.basis == "unknown"


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<font>"])
def test_depth_without_end_is_an_error_or_a_report(tag: str) -> None:
    with pytest.raises(InputError, match="no article found"):
        _report(f"<html><body>{tag * 200_000}{_MADE}")


def test_a_headline_that_nothing_marks_is_found_above_the_story() -> None:
    head = "<title>The Meridian</title>"
    line = "<td><font size='5'><b>Ceasefire agreed for Idlib</b></font><br><i>By Ada Moreau</i>"
    html = f"<html><head>{head}</head><body><img alt='The Meridian' src='logo.gif'><table><tr>{line}{_MADE}</table>"
    report = _report(html)
    assert (report.title, report.source.byline, report.source.outlet) == (
        "Ceasefire agreed for Idlib",
        "Ada Moreau",
        "The Meridian",
    )


def test_who_the_writer_is_stands_in_the_byline_and_not_in_the_story() -> None:
    about = "<p>Ada Moreau is a reporter in Ankara and covers the ministry of foreign affairs.</p>"
    head = f"<script type='application/ld+json'>{json.dumps(_STATED)}</script>"
    assert _report(_html(head, below=about)).text == _report(_html(head)).text


def test_a_headline_without_an_element_of_its_own_is_known_by_the_page_s_title() -> None:
    line = "<td><font size='5'>Ceasefire agreed for Idlib</font><br>"
    html = f"<html><title>TM: Ceasefire agreed for Idlib</title><body><table><tr>{line}{_MADE}</table>"
    assert _report(html).title == "Ceasefire agreed for Idlib"


def test_a_page_too_large_to_look_at_is_refused() -> None:
    with pytest.raises(InputError, match="million characters"):
        _report("<p>" + "x" * (17 << 20))


_PIECES = st.sampled_from(["<p>", "</p>", "<div>", "<article>", "<h1>", "<!--", "<script>", "&#0;", "&nbsp;", "<html>"])


@settings(deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(), st.sampled_from(_PARAGRAPHS)), max_size=30))
def test_any_page_is_a_report_or_has_none(pieces: list[str]) -> None:
    try:
        report = _report("<html>" + "".join(pieces))
    except InputError:
        return
    assert report.text.encode().decode() == report.text
    assert report.text[report.body_start :].strip()
