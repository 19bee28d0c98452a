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
from dragoman.sources.find import cause
from dragoman.sources.kinds import marked_encoding, recognise
from dragoman.sources.records import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.find import SourceFile

PAGE_LIMIT = 64 << 20
_TOO_DEEP = 2  # a gzip file in a gzip file is no dump that anyone keeps


def pages(file: SourceFile) -> Iterator[RawPage | InputError]:
    """The pages in a file in their order; what is wrong with it or with one record is yielded, not raised.

    Records stream in bounded memory whatever the file's size; a file that is one page is held whole and may have
    64 MiB. `sha256` is of the page's bytes: of the file, unpacked, or of the record's line.
    """
    try:
        with _opened(file) as handle:
            yield from _of_stream(read_chunks(handle), file.name)
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


def _of_stream(chunks: Iterator[bytes], name: str, depth: int = 0) -> Iterator[RawPage | InputError]:
    head, chunks = peek(chunks)
    verdict = recognise(head, name)
    if verdict.kind == "empty" and len(head) < 1 << 16:
        yield InputError("an empty file", where=name, do="leave it out")
    elif verdict.kind == "gzip" and depth < _TOO_DEEP:
        yield from _of_stream(unzip(chunks), name, depth + 1)
    elif verdict.kind in {"refused", "gzip"}:
        what = verdict.what or "gzip within gzip"
        yield InputError(what, where=name, do=verdict.do or "unpack it")
    elif verdict.kind == "jsonl":
        encoding = marked_encoding(head)
        yield from records(as_utf8(chunks, encoding) if encoding else chunks, name)
    else:
        yield _page(whole(chunks, PAGE_LIMIT), name, markup=verdict.kind == "html")


def _page(data: bytes, name: str, *, markup: bool) -> RawPage | InputError:
    decoded = decode(data, markup=markup)
    if decoded.text is None:
        return InputError(decoded.what, where=name, do=decoded.do)
    if not decoded.text.strip():
        return InputError("an empty file", where=name, do="leave it out")
    return RawPage(name, "html" if markup else "text", decoded.text, sha256(data).hexdigest())
