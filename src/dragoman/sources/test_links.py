from __future__ import annotations

import pytest

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.fetch import Fetched
from dragoman.sources.links import linked_pages

_LONG = "<p>The ministers met in the lake city and spoke for two hours about the border and the prisoners.</p>" * 8


class _Pages:
    """Stands where the network would: pages by address; None for one that hasn't changed."""

    def __init__(self, pages: dict[str, Fetched | None]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def get(self, address: str) -> Fetched | None:
        self.asked.append(address)
        if address not in self.pages:
            raise InputError("the server says 404 (not there)", where=address, do="look at it in a browser")
        return self.pages[address]


def _item(path: str, text: str) -> str:
    link = f"<link>https://m.example{path}</link>" if path else ""
    return f"<item><title>Talks</title>{link}<description><![CDATA[{text}]]></description></item>"


def _read(site: _Pages, *items: str) -> list[RawPage | InputError]:
    feed = f"<rss><channel><title>The Meridian</title><language>en</language>{''.join(items)}</channel></rss>"
    return list(linked_pages(feed.encode(), "feed.xml", site))


def _fetched(data: bytes, content_type: str = "text/html") -> Fetched:
    return Fetched("https://m.example/found", data, content_type)


def test_a_link_is_read_where_the_feed_lacks_the_text_and_only_there() -> None:
    site = _Pages({"https://m.example/b": _fetched(b"<p>They met.</p>")})
    whole, linked, without = _read(site, _item("/a", _LONG), _item("/b", "Short."), _item("", "They left."))
    assert isinstance(whole, RawPage)
    assert isinstance(linked, RawPage)
    assert isinstance(without, RawPage)
    assert (linked.path, linked.kind, linked.content) == ("feed.xml#2", "html", "<p>They met.</p>")
    assert (linked.metadata.url, linked.metadata.outlet) == ("https://m.example/found", "The Meridian")
    assert without.content == "They left."
    assert site.asked == ["https://m.example/b"]


def test_a_teaser_stands_in_for_a_page_that_cant_be_fetched() -> None:
    teaser, error = _read(_Pages({}), _item("/gone", "They met."))
    assert isinstance(teaser, RawPage)
    assert teaser.content == "They met."
    assert "404" in str(error)


def test_an_unchanged_page_is_passed_over_and_one_link_read_once() -> None:
    site = _Pages({"https://m.example/a": None})
    assert _read(site, _item("/a", "They met."), _item("/a", "They met.")) == []
    assert len(site.asked) == 1


def test_what_is_no_page_is_an_error() -> None:
    (error,) = _read(_Pages({"https://m.example/a": _fetched(b"%PDF-", "application/pdf")}), _item("/a", ""))
    assert "not a page but 'application/pdf'" in str(error)
    (error,) = _read(_Pages({"https://m.example/a": _fetched(b" ")}), _item("/a", ""))
    assert "an empty page" in str(error)


@pytest.mark.parametrize(
    ("content_type", "encoding"),
    [
        ("text/html", "utf-8"),
        ("text/html; charset=ISO-8859-1", "utf-8"),
        ("text/html; charset=ISO-8859-1", "cp1252"),
        ('text/plain; charset="windows-1252"', "cp1252"),
        ("text/html; charset=nonsense", "cp1252"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_the_server_says(content_type: str, encoding: str) -> None:
    words = "<p>Orbán and the envoys “met” them for two hours in the city.</p>"
    (page,) = _read(_Pages({"https://m.example/a": _fetched(words.encode(encoding), content_type)}), _item("/a", ""))
    assert isinstance(page, RawPage)
    assert page.content == words


def test_a_broken_feed_ends_with_its_error() -> None:
    *_, error = linked_pages(b"<rss><channel><item><title>A", "feed.xml", _Pages({}))
    assert isinstance(error, InputError)
    assert "broken XML" in error.what
