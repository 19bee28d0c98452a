"""Opens each file and hands on its pages; what can't be read is handed on as an error in its place."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.chunks import DamagedError, TooLargeError, as_utf8, peek, read_chunks, unzip, whole
from dragoman.sources.decode import decode
from dragoman.sources.documents import document_pages
from dragoman.sources.find import cause
from dragoman.sources.kinds import marked_encoding, recognise
from dragoman.sources.mail import mail_pages
from dragoman.sources.mailboxes import mailbox_pages
from dragoman.sources.members import unpack
from dragoman.sources.office import office_pages
from dragoman.sources.options import PLAIN
from dragoman.sources.parquet import is_parquet, parquet_pages
from dragoman.sources.records import records
from dragoman.sources.subscriptions import feed_or_linked, listed_pages
from dragoman.sources.tables import csv_pages, is_csv
from dragoman.sources.wacz import is_wacz, wacz_pages
from dragoman.sources.warc import warc_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.find import SourceFile
    from dragoman.sources.kinds import Kind
    from dragoman.sources.options import Options

PAGE_LIMIT = 64 << 20
_ARCHIVED_LIMIT = 16 << 20  # HTML of more is refused later anyway, and a hostile page of 64 MiB takes up 900 MB
_MAIL_LIMIT = 40 << 20  # a mail with all that is attached takes up ten times its size while it is read
_TOO_DEEP = 2  # a gzip file in a gzip file is no dump that anyone keeps


def pages(file: SourceFile, options: Options = PLAIN) -> Iterator[RawPage | InputError]:
    """The pages in a file in their order; what is wrong with it or with one record is yielded, not raised.

    Records and web archives stream in bounded memory whatever the file's size; a file that is one page is held whole
    and may have 64 MiB, an archived page 16 MiB. `sha256` is of the page's bytes: of the file or the archived body,
    unpacked, or of the record's line.
    """
    try:
        with _opened(file) as handle:
            yield from of_handle(handle, file.name, options)
    except OSError as error:
        do = "check its rights, or leave it out"
        yield InputError(f"can't be read ({cause(error)})", where=file.name, do=do)
    except DamagedError as error:
        yield InputError(str(error), where=file.name, do="fetch it again; what could be unpacked was read")
    except TooLargeError:
        do = "split it into reports, or write them as JSON Lines"
        yield InputError(f"a page of more than {PAGE_LIMIT >> 20} MiB or a packed bomb", where=file.name, do=do)


@contextmanager
def _opened(file: SourceFile) -> Iterator[BinaryIO]:
    """The file, open for reading; standard input is the caller's and stays open."""
    if file.path is None:
        yield sys.stdin.buffer
    else:
        with file.path.open("rb") as handle:
            yield handle


def of_handle(handle: BinaryIO, name: str, options: Options) -> Iterator[RawPage | InputError]:
    """The pages of an open file; raises OSError, DamagedError and TooLargeError, of which `pages` makes errors.

    Formats whose contents are listed at their end need the file itself, not a stream.
    """
    if is_wacz(handle):
        yield from wacz_pages(handle, name, _ARCHIVED_LIMIT)
    elif is_parquet(handle):
        yield from parquet_pages(handle, name, options.columns)
    else:
        yield from _of_stream(read_chunks(handle), name, options)


def _of_stream(chunks: Iterator[bytes], name: str, options: Options, depth: int = 0) -> Iterator[RawPage | InputError]:
    """The pages of a stream, unpacked where it is packed."""
    head, chunks = peek(chunks)
    verdict = recognise(head, name)
    match verdict.kind:
        case "gzip" if depth < _TOO_DEEP:
            yield from _of_stream(unzip(chunks), name, options, depth + 1)
        case "gzip":
            yield InputError("gzip within gzip", where=name, do="unpack it")
        case "refused":
            yield InputError(verdict.what, where=name, do=verdict.do)
        case "text" if is_csv(head):
            yield from csv_pages(chunks, name, options.columns)
        case kind:
            yield from _of_kind(kind, chunks, head, name, options)


def _of_kind(
    kind: Kind, chunks: Iterator[bytes], head: bytes, name: str, options: Options
) -> Iterator[RawPage | InputError]:
    """The pages of a kind: kinds with many pages stream, the others are held whole."""
    match kind:
        case "warc":
            yield from warc_pages(chunks, name, _ARCHIVED_LIMIT)
        case "warc.gz":
            yield from warc_pages(unpack(chunks), name, _ARCHIVED_LIMIT)
        case "jsonl":
            encoding = marked_encoding(head)
            yield from records(as_utf8(chunks, encoding) if encoding else chunks, name, options.columns)
        case "csv":
            yield from csv_pages(chunks, name, options.columns)
        case "mbox":
            yield from mailbox_pages(chunks, name, _MAIL_LIMIT)
        case _:
            data = whole(chunks, _MAIL_LIMIT if kind == "eml" else PAGE_LIMIT)
            yield from _of_bytes(kind, data, name, options)


def _of_bytes(kind: Kind, data: bytes, name: str, options: Options) -> Iterator[RawPage | InputError]:
    """The pages of what is read as a whole."""
    match kind:
        case "feed":
            yield from feed_or_linked(data, name, options.fetcher)
        case "opml":
            yield from listed_pages(data, name, options.fetcher, PAGE_LIMIT)
        case "pdf":
            yield from document_pages("pdf", data, name)
        case "zip":
            yield from office_pages(data, name)
        case "eml":
            yield from mail_pages(data, name)
        case _:
            yield _page(data, name, markup=kind == "html")


def _page(data: bytes, name: str, *, markup: bool) -> RawPage | InputError:
    decoded = decode(data, markup=markup)
    if decoded.text is None:
        return InputError(decoded.what, where=name, do=decoded.do)
    if not decoded.text.strip():
        return InputError("an empty file", where=name, do="leave it out")
    return RawPage(name, "html" if markup else "text", decoded.text, sha256(data).hexdigest())
