from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from dragoman.article.html_dates import Sources, day_in_address, in_words, order_in, published_on, read_day

_NONE = Sources(None, {}, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "2013-03-21T10:00:00Z",
        "2013/03/21 23:05:33",
        "20130321",
        "1363860000",
        "1363860000000",
        "Thu, 21 Mar 2013 10:00:00 GMT",
        "Thu Mar 21 10:00:00 CET 2013",
        "March 21, 2013",
        "21 de marzo de 2013",
        "Published: 21 March 2013",
    ],
)
def test_a_day_is_read_in_every_way_that_machines_are_told_it(words: str) -> None:
    days = read_day(words)
    assert days is not None
    assert days.first.isoformat() == days.last.isoformat() == "2013-03-21"


@pytest.mark.parametrize("words", ["", "2013", "2013-03", "1970-01-01T00:00:00Z", "0001-01-01", "12345678901", "soon"])
def test_years_and_makeshift_dates_are_no_days(words: str) -> None:
    assert read_day(words) is None


def test_the_language_settles_which_number_is_the_day() -> None:
    assert [order_in(tag) for tag in ("es", "en-GB", "en_US", "en", None)] == ["day", "day", "month", None, None]
    assert read_day("05/04/2013") is None
    assert str(read_day("05/04/2013", "fr-FR")[0]) == "2013-04-05"  # type: ignore[index]  # it is there


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://m.example/2013/03/21/talks", "2013-03-21"),
        ("https://m.example/world/2013/mar/21/talks", "2013-03-21"),
        ("https://m.example/talks-20130321.html", "2013-03-21"),
        ("https://m.example/2013/3/1/talks", "2013-03-01"),
        ("https://m.example/2013/21/talks-17147201", None),
        (None, None),
    ],
)
def test_addresses_hold_days(address: str | None, day: str | None) -> None:
    assert day_in_address(address) == day


def _published(body: str, sources: Sources = _NONE, head: str = "") -> str | None:
    tree = fromstring(f"<html><head>{head}</head><body>{body}<p>The ministers met in Velm.</p></body></html>")
    days = published_on(tree, sources, ()).interval
    return days.first.isoformat() if days else None


_OWN = (
    "<div itemscope itemtype='http://schema.org/NewsArticle'>"
    "<time itemprop='datePublished' datetime='2013-03-21'>x</time>{}</div>"
)


def test_the_surest_source_wins() -> None:
    tags = {"article:published_time": "2013-03-21", "date": "2013-03-25"}
    times = "<time class='published' datetime='2013-03-23'>x</time>"
    assert _published(times, Sources("2013-03-20", tags, "https://m.example/2013/03/24/a", None)) == "2013-03-20"
    assert _published(times, Sources(None, tags, "https://m.example/2013/03/24/a", None)) == "2013-03-21"
    tags.pop("article:published_time")
    assert _published(times, Sources(None, tags, "https://m.example/2013/03/24/a", None)) == "2013-03-23"
    assert _published("", Sources(None, tags, "https://m.example/2013/03/24/a", None)) == "2013-03-24"
    assert _published("", Sources(None, tags, None, None)) == "2013-03-25"


def test_microdata_of_teasers_and_comments_is_none_of_the_story() -> None:
    teaser = (
        "<div itemscope itemtype='http://schema.org/Article'><meta itemprop='datePublished' content='2001-01-02'></div>"
    )
    comment = (
        "<div itemscope itemtype='http://schema.org/Comment'><meta itemprop='datePublished' content='2014-01-02'></div>"
    )
    assert _published(comment + _OWN.format(teaser)) == "2013-03-21"


def test_a_time_of_change_is_no_publication_if_another_is_there() -> None:
    both = "<time class='updated' datetime='2013-03-25'>x</time><time class='entry-date' datetime='2013-03-21'>y</time>"
    assert _published(both) == "2013-03-21"


def test_visible_lines_are_told_apart_by_what_they_call_the_date() -> None:
    lines = ["Last updated 22 March 2013", "20 March 2013", "Published 21 March 2013"]
    found = [in_words(lines[:end], "en") for end in (1, 2, 3)]
    assert [one.stated if one else None for one in found] == ["22 March 2013", "20 March 2013", "21 March 2013"]
    assert in_words(["The treaty of 21 March 2013 was signed by six ministers in a hall by the sea"], "en") is None
    assert in_words(["Zuletzt am 18. 4. 2021"], "de") is not None


def test_the_state_in_scripts_counts_where_it_is_of_one_day() -> None:
    one = ('{"publishedAt":"2024-02-19T17:01:00Z","updatedAt":"2024-02-20"}',)
    assert _published("", _NONE._replace(scripts=one)) == "2024-02-19"
    assert _published("", _NONE._replace(scripts=(*one, '{"publishedAt":"2024-01-01T00:00:00Z"}'))) is None


def test_a_year_alone_and_the_address_of_a_vocabulary_are_no_date() -> None:
    assert _published("<p>Copyright 2013</p>") is None
    page = "<html><head profile='http://v.example/2008/08/04/terms'></head><body><p>Talks resume.</p></body></html>"
    assert published_on(fromstring(page), _NONE, ()).interval is None


@given(st.text())
def test_any_words_are_a_day_or_none(words: str) -> None:
    days = read_day(words, "es")
    assert days is None or days.first == days.last
