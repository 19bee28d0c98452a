"""The feeds that an OPML list names: those beside it are read, those on the web fetched where that is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.sources.chunks import TooLargeError, read_chunks, whole
from dragoman.sources.feeds import feed_pages
from dragoman.sources.find import cause
from dragoman.sources.links import linked_pages
from dragoman.sources.opml import is_address, opml_feeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage
    from dragoman.sources.links import Fetching


def listed_pages(data: bytes, name: str, fetcher: Fetching | None, limit: int) -> Iterator[RawPage | InputError]:
    """The pages of all feeds in an OPML list, in its order; what is wrong with one is yielded, and the rest go on.

    A feed's file may have `limit` bytes. Without a `fetcher` the feeds on the web are counted in one error. A list
    beside which a link leads elsewhere can't make the program read that.
    """
    feeds = opml_feeds(data, name)
    if isinstance(feeds, InputError):
        yield feeds
        return
    away = [feed for feed in feeds if is_address(feed)]
    if away and fetcher is None:
        plural = "feeds" if len(away) > 1 else "feed"
        yield InputError(f"{len(away)} {plural} on the web not read", where=name, do="ask for them with --fetch")
    for feed in feeds:
        if not is_address(feed):
            yield from _of_file(feed, name, fetcher, limit)
        elif fetcher is not None:
            yield from _of_web(feed, fetcher)


def feed_or_linked(data: bytes, name: str, fetcher: Fetching | None) -> Iterator[RawPage | InputError]:
    """The pages of one feed: with a `fetcher`, those that it only links to as well."""
    return feed_pages(data, name) if fetcher is None else linked_pages(data, name, fetcher)


def _of_file(path: str, name: str, fetcher: Fetching | None, limit: int) -> Iterator[RawPage | InputError]:
    try:
        data = _beside(Path(path), Path(name), limit)
    except OSError as error:
        yield InputError(f"can't be read ({cause(error)})", where=path, do=f"mend it in {name}")
    except TooLargeError:
        yield InputError(f"a feed of more than {limit >> 20} MiB", where=path, do="split it")
    else:
        yield from feed_or_linked(data, path, fetcher)


def _beside(path: Path, listing: Path, limit: int) -> bytes:
    """The bytes of a feed that really lies beside the list or below; raises OSError where it doesn't."""
    if not path.resolve().is_relative_to(listing.resolve().parent):
        raise OSError(0, "a link out of the list's folder")
    if not path.is_file():
        raise FileNotFoundError(2, "no such file")
    with path.open("rb") as handle:
        return whole(read_chunks(handle), limit)


def _of_web(address: str, fetcher: Fetching) -> Iterator[RawPage | InputError]:
    try:
        found = fetcher.get(address)
    except InputError as error:
        yield error
        return
    if found is not None:
        yield from linked_pages(found.data, found.url, fetcher)
