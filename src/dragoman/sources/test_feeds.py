from __future__ import annotations

import html
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.feeds import feed_pages

_PARAGRAPHS = [
    f"The ministers of the two states met in the lake city on the {day} day of the talks and spoke for two hours about "
    f"the border, the fishing grounds and the exchange of prisoners, the {day} of the points that they had agreed on."
    for day in ("first", "second", "third", "fourth")
]
_BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in _PARAGRAPHS)
_HEAD = (
    "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>The Meridian &amp; Post</title>"
    "<language>en-gb</language>"
)


def _read(*items: str) -> list[RawPage | InputError]:
    feed = _HEAD + "".join(f"<item>{item}</item>" for item in items) + "</channel></rss>"
    return list(feed_pages(feed.encode(), "feed.xml"))


def _page(*items: str) -> RawPage:
    (page,) = _read(*items)
    assert isinstance(page, RawPage), page
    return page


def test_an_entry_with_its_full_text_becomes_a_page_of_html() -> None:
    page = _page(
        "<title>Ministers meet</title><link>https://m.example/1?a=1&amp;b=2</link><description>Short.</description>"
        "<pubDate>Mon, 04 May 2015 23:30:00 -0500</pubDate>"
        f"<content:encoded><![CDATA[{_BODY}]]></content:encoded>"
    )
    assert (page.path, page.kind) == ("feed.xml#1", "html")
    assert page.metadata == Metadata(
        None, "Ministers meet", "2015-05-04", "https://m.example/1?a=1&b=2", "The Meridian & Post", "en-gb"
    )
    assert page.sha256 == sha256(_BODY.strip().encode()).hexdigest()


def test_such_a_page_has_the_headline_the_entrys_text_and_no_credit() -> None:
    credit = '<p>The post <a href="/1">Ministers meet</a> appeared first on <a href="/">The Meridian</a>.</p>'
    page = _page(f"<title>Aid &amp; trade</title><description>{html.escape(_BODY + credit)}</description>")
    assert "<title>Aid &amp; trade</title>" in page.content
    assert f"<article>\n<h1>Aid &amp; trade</h1>\n{_BODY}\n</article>" in page.content


def test_a_long_plain_description_is_an_article() -> None:
    page = _page(f"<title>Ministers meet</title><description>{' '.join(_PARAGRAPHS)}</description>")
    assert (page.kind, page.content) == ("article", " ".join(_PARAGRAPHS))


@pytest.mark.parametrize(
    ("teaser", "text"),
    [
        ("The envoy left the city.", "The envoy left the city."),
        ("The envoy left. He said that he would [&amp;#8230;]", "The envoy left."),
        ("The envoy left. He said that he would...", "The envoy left."),
        ("The envoy &lt;b&gt;left&lt;/b&gt;.&lt;br&gt;Continue reading the story", "The envoy left."),
        ("The envoy left. &lt;a href='x'&gt;Read more »&lt;/a&gt;", "The envoy left."),
        ("He said: “We agree.”", "He said: “We agree.”"),
    ],
)
def test_a_teaser_is_read_up_to_its_last_whole_sentence(teaser: str, text: str) -> None:
    page = _page(f"<title>Talks</title><description>{teaser}</description>")
    assert (page.kind, page.content, page.metadata.title) == ("article", text, "Talks")


def test_a_long_text_that_is_cut_off_is_a_teaser() -> None:
    page = _page(f"<description>{' '.join(_PARAGRAPHS)} The minister said that […]</description>")
    assert (page.kind, page.content) == ("article", " ".join(_PARAGRAPHS))


def test_an_entry_without_a_sentence_is_passed_over_and_keeps_its_number() -> None:
    page = _page("<title>Envoys meet</title>", "<title>B</title><description>They met.</description>")
    assert page.path == "feed.xml#2"
    (error,) = _read("<title>Envoys meet</title><description>Envoys […]</description>")
    assert "no text" in str(error)
    assert "--fetch" in str(error)
    assert "without entries" in str(_read()[0])


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("<pubDate>Mon, 04 May 2015 00:10:00 +0900</pubDate>", "2015-05-04"),
        ("<pubDate>04 May 15 10:00 EST</pubDate>", "2015-05-04"),
        ("<pubDate>Mon May  4 10:00:00 UTC 2015</pubDate>", "2015-05-04"),
        ("<dc:date>2015-05-04T23:00:00-08:00</dc:date>", "2015-05-04"),
        ("<dc:date>2015-05</dc:date>", "2015-05"),
        ("<dc:date>2015-02-31</dc:date>", None),
        ("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", None),
        ("<pubDate>yesterday</pubDate>", None),
        ("", None),
    ],
)
def test_the_date_is_the_day_as_written_or_none(field: str, date: str | None) -> None:
    assert _page(f"<description>They met.</description>{field}").metadata.date == date


def test_atom_is_read_with_its_own_language_and_markup() -> None:
    entry = (
        "<entry><title type='html'>Talks &amp;amp; &lt;b&gt;trade&lt;/b&gt;</title><link href='https://m.example/a'/>"
        "<published>2015-05-04T10:00:00Z</published><updated>2016-01-01T10:00:00Z</updated><author><name>X</name></author>"
        f"<content type='xhtml' xml:lang='fr'><div xmlns='http://www.w3.org/1999/xhtml'>{_BODY}</div></content></entry>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Meridian</title>{entry}</feed>"
    (page,) = feed_pages(feed.encode(), "a.xml")
    assert isinstance(page, RawPage)
    assert page.metadata == Metadata(None, "Talks & trade", "2015-05-04", "https://m.example/a", "The Meridian", "fr")
    assert page.kind == "html"
    assert _PARAGRAPHS[3] in page.content


def test_rss_1_with_its_entries_beside_the_channel_is_read() -> None:
    feed = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel><title>The Meridian</title></channel>"
        "<item><title>A</title><description>They met.</description></item></rdf:RDF>"
    )
    (page,) = feed_pages(feed.encode(), "a.xml")
    assert isinstance(page, RawPage)
    assert (page.content, page.metadata.outlet) == ("They met.", "The Meridian")


def test_of_a_broken_feed_what_can_be_read_is_read_then_comes_one_error() -> None:
    feed = f"{_HEAD}<item><description>They met.</description></item><item><description>They left. They ret"
    first, second, error = feed_pages(feed.encode(), "feed.xml")
    assert isinstance(first, RawPage)
    assert isinstance(second, RawPage)
    assert second.content == "They left."
    assert isinstance(error, InputError)
    assert "broken XML (line 1" in str(error)


def test_scripts_and_addresses_that_are_none_come_to_nothing() -> None:
    page = _page(
        "<title>A</title><link>javascript:alert(1)</link>"
        "<description>&lt;script&gt;x.&lt;/script&gt;They met.</description>"
    )
    assert (page.content, page.metadata.url) == ("They met.", None)


@pytest.mark.parametrize(
    "item",
    [
        "<author>" + "a" * 500_000 + "</author>",
        "<description><![CDATA[" + "<div>" * 100_000 + "]]></description>",
        "<description><![CDATA[" + "<p>The post " * 50_000 + "]]></description>",
        "<description>" + "Continue reading " * 50_000 + "</description>",
        "<title>" + "&amp;" * 200_000 + "</title>",
    ],
)
def test_a_hostile_entry_leaves_the_others_alone(item: str) -> None:
    *_, last = _read(item, "<description>They met.</description>")
    assert isinstance(last, RawPage)
    assert last.path == "feed.xml#2"


_PIECES = st.sampled_from(
    [
        *("<title>", "</title>", "<link>", "</link>", "<description>", "</description>", "<![CDATA[", "]]>", "&", "."),
        *("<pubDate>", "</pubDate>", "<item>", "</item>", "<content:encoded>", "&lt;p&gt;", "They met. ", "http://[x"),
        *("2015-05-04", " […]", "\0"),
    ]
)


@given(st.lists(_PIECES, max_size=14), st.text(max_size=10))
def test_any_entry_is_pages_or_errors(pieces: list[str], text: str) -> None:
    for found in _read("".join(pieces) + text):
        assert isinstance(found, (RawPage, InputError))
        assert "\n" not in str(getattr(found, "what", ""))


def test_elements_in_elements_that_cant_hold_them_are_one_error() -> None:
    found = list(feed_pages(b"<?xml ><channel><item><e></<description><title></<link><item", "feed.xml"))
    assert [type(one) for one in found] == [InputError]
