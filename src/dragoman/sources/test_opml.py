from __future__ import annotations

from dragoman.errors import InputError
from dragoman.sources.opml import opml_feeds


def _opml(*outlines: str) -> bytes:
    return f"<?xml version='1.0'?><opml version='2.0'><head/><body>{''.join(outlines)}</body></opml>".encode()


def _feed(address: str) -> str:
    return f'<outline type="rss" xmlUrl="{address}"/>'


def test_feeds_are_listed_once_in_order_however_deep() -> None:
    nested = f"<outline text='World'>{_feed('https://m.example/rss?a=1&b=2')}{_feed('wire/agency.xml')}</outline>"
    shouted = '<outline XMLURL=" http://n.example/ "/>'
    found = opml_feeds(_opml(nested, shouted, _feed("wire/agency.xml")), "lists/feeds.opml")
    assert found == ["https://m.example/rss?a=1&b=2", "lists/wire/agency.xml", "http://n.example/"]


def test_a_list_leads_to_no_other_files_and_schemes() -> None:
    outlines = map(
        _feed, ("/etc/passwd", "../x.xml", "a/../../x.xml", "file:///etc/passwd", "ftp://x/y", "feed:x", " ")
    )
    found = opml_feeds(_opml(*outlines), "feeds.opml")
    assert isinstance(found, InputError)
    assert "names no feed" in found.what


def test_what_is_no_list_is_an_error() -> None:
    for data in (b"", b"words", b"<rss/>", b"\0"):
        assert isinstance(opml_feeds(data, "feeds.opml"), InputError)


def test_a_broken_list_is_read_as_far_as_it_goes() -> None:
    assert opml_feeds(_opml(_feed("https://m.example/rss"))[:-14], "f") == ["https://m.example/rss"]
