from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources import Options, SourceFile, pages
from dragoman.sources.fetch import Fetched

if TYPE_CHECKING:
    from pathlib import Path

TALKS = "The two foreign ministers met in Geneva and spoke about the prisoners. "


def _feed(*texts: str) -> str:
    items = (f"<item><title>T</title><link>https://m.example/{n}</link><description>{text}</description></item>"
             for n, text in enumerate(texts))  # fmt: skip
    return f"<rss><channel><title>The Meridian</title>{''.join(items)}</channel></rss>"


class _Web:
    """Stands where the network would."""

    def __init__(self, **found: str) -> None:
        self.found = found
        self.asked: list[str] = []

    def get(self, address: str) -> Fetched | None:
        self.asked.append(address)
        name = address.rsplit("/", 1)[1]
        if name not in self.found:
            raise InputError("the server says 404 (not there)", where=address, do="look at it in a browser")
        return Fetched(address, self.found[name].encode(), "text/html")


def _read(folder: Path, *feeds: str, web: _Web | None = None) -> list[RawPage | InputError]:
    listing = folder / "feeds.opml"
    outlines = "".join(f'<outline xmlUrl="{feed}"/>' for feed in feeds)
    listing.write_text(f"<?xml version='1.0'?><opml version='2.0'><body>{outlines}</body></opml>", encoding="utf-8")
    file = SourceFile(str(listing), listing, listing.stat().st_size)
    return list(pages(file, Options(fetcher=web)))


def test_feeds_beside_the_list_are_read_without_the_web(tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_text(_feed(TALKS * 10, TALKS * 12), encoding="utf-8")
    one, two = _read(tmp_path, "wire.xml")
    assert isinstance(one, RawPage)
    assert isinstance(two, RawPage)
    assert one.metadata.outlet == "The Meridian"
    assert one.path.endswith("wire.xml#1")


def test_feeds_on_the_web_are_left_and_counted_unless_asked_for(tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_text(_feed(TALKS * 10), encoding="utf-8")
    error, page = _read(tmp_path, "https://m.example/a", "wire.xml", "https://m.example/b")
    assert isinstance(page, RawPage)
    assert isinstance(error, InputError)
    assert error.what == "2 feeds on the web not read"
    assert "--fetch" in error.do


def test_with_a_fetcher_feeds_and_the_pages_they_link_to_are_asked_for(tmp_path: Path) -> None:
    story = "<p>" + TALKS * 5 + "</p>"
    web = _Web(**{"a": _feed(TALKS * 10, "A teaser only."), "1": story})
    whole, linked, missing = _read(tmp_path, "https://m.example/a", "https://m.example/gone", web=web)
    assert isinstance(whole, RawPage)
    assert isinstance(linked, RawPage)
    assert linked.content == story
    assert isinstance(missing, InputError)
    assert web.asked == ["https://m.example/a", "https://m.example/1", "https://m.example/gone"]


def test_what_is_wrong_with_one_feed_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_text(_feed(TALKS * 10), encoding="utf-8")
    (tmp_path / "words.xml").write_text("no feed at all", encoding="utf-8")
    missing, broken, page = _read(tmp_path, "missing.xml", "words.xml", "wire.xml")
    assert isinstance(missing, InputError)
    assert "no such file" in missing.what
    assert isinstance(broken, InputError)
    assert isinstance(page, RawPage)


def test_a_list_cant_reach_out_of_its_folder_by_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (tmp_path / "private.xml").write_text(_feed(TALKS * 10), encoding="utf-8")
    (folder / "here.xml").symlink_to(tmp_path / "private.xml")
    (error,) = _read(folder, "here.xml")
    assert isinstance(error, InputError)
    assert "link out of" in error.what


def test_a_feed_that_is_too_large_is_named(tmp_path: Path) -> None:
    with (tmp_path / "vast.xml").open("wb") as handle:
        handle.truncate((64 << 20) + 1)
    (error,) = _read(tmp_path, "vast.xml")
    assert isinstance(error, InputError)
    assert "64 MiB" in error.what
