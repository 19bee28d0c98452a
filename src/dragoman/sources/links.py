"""The pages that a feed's entries link to, for those whose text the feed doesn't carry."""

from __future__ import annotations

import codecs
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.decode import Decoded, decode
from dragoman.sources.feeds import entry_page, read_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import PageKind
    from dragoman.sources.feeds import Entry
    from dragoman.sources.fetch import Fetched

_KINDS: dict[str, PageKind] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "": "html"}


class Fetching(Protocol):
    """What `linked_pages` asks of a Fetcher."""

    def get(self, address: str) -> Fetched | None:
        """The page at an address, None where it hasn't changed; raises InputError where it can't be had."""


def linked_pages(data: bytes, name: str, fetcher: Fetching) -> Iterator[RawPage | InputError]:
    """All pages of a feed as `feed_pages` gives them, but fetched from their sites where the feed has not the text.

    In place of feed_pages, not beside it. A page that hasn't changed since an earlier run is passed over; where one
    can't be fetched, an error says why and the entry's teaser stands in for it. What the feed says about an entry goes
    with its page, the address being the one at which the page was found.
    """
    feed = read_feed(data, name)
    if isinstance(feed, InputError):
        yield feed
        return
    fetched: set[str] = set()
    for entry in feed.entries:
        link = entry.metadata.url
        if entry.whole or link is None:
            if page := entry_page(entry, name):
                yield page
        elif link not in fetched:
            fetched.add(link)
            yield from _linked(entry, link, name, fetcher)
    if feed.error:
        yield feed.error


def _linked(entry: Entry, link: str, name: str, fetcher: Fetching) -> Iterator[RawPage | InputError]:
    try:
        found = fetcher.get(link)
        if found is not None:
            yield _page(entry, found, name)
    except InputError as error:
        if teaser := entry_page(entry, name):
            yield teaser
        yield error


def _page(entry: Entry, found: Fetched, name: str) -> RawPage:
    """A fetched page as a RawPage; raises InputError where it is no page."""
    kind = _KINDS.get(found.content_type.partition(";")[0].strip().lower())
    if kind is None:
        do = "download it and read the file"
        raise InputError(f"not a page but {found.content_type[:40]!r}", where=found.url, do=do)
    decoded = _decoded(found, markup=kind == "html")
    if decoded.text is None or not decoded.text.strip():
        raise InputError(decoded.what or "an empty page", where=found.url, do=decoded.do or "look at it in a browser")
    metadata = entry.metadata
    given = type(metadata)(title=metadata.title, date=metadata.date, url=found.url, outlet=metadata.outlet)
    return RawPage(f"{name}#{entry.number}", kind, decoded.text, sha256(found.data).hexdigest(), given)


def _decoded(found: Fetched, *, markup: bool) -> Decoded:
    """The page's text: as UTF-8 where it is that, for many servers announce another; else as announced."""
    charset = found.content_type.lower().partition("charset=")[2].strip("\"' ;").split(";")[0]
    for encoding in ("utf-8-sig", _wider(charset)):
        try:
            return Decoded(str(found.data, encoding))
        except (LookupError, UnicodeError, ValueError):
            continue
    return decode(found.data, markup=markup)


def _wider(charset: str) -> str:
    """Latin-1 is Windows' on the web, by the Encoding Standard; strictly read it would decode just anything."""
    try:
        name = codecs.lookup(charset).name if charset else "none"
    except (LookupError, ValueError):
        return "none"
    return "cp1252" if name in {"iso8859-1", "ascii"} else name
