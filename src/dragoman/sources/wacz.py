"""WACZ: web archives with their indexes in one zip file; the archives in it are read where they lie."""

from __future__ import annotations

import re
import struct
import zlib
from typing import IO, TYPE_CHECKING, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from dragoman.errors import InputError
from dragoman.sources.chunks import (
    FREE_UNPACKED,
    HEAD,
    MOST_UNPACKED,
    DamagedError,
    TooLargeError,
    peek,
    read_chunks,
)
from dragoman.sources.find import printable
from dragoman.sources.kinds import recognise
from dragoman.sources.members import unpack
from dragoman.sources.warc import warc_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage

_ARCHIVE = re.compile(r"archive/[^/\0]+\.warc(?:\.gz)?", re.IGNORECASE)
_LONGEST_LIST = 4 << 20  # bytes of the list of contents: room for 50,000 entries, where collections have some dozens

# zipfile's ways to say that a file is damaged, encrypted or packed by a method it doesn't have.
_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError)


def is_wacz(handle: BinaryIO) -> bool:
    """Whether an open file is a zip file with web archives in it; the file is left at its beginning.

    A damaged one counts, if it begins with an archive. False for what can't be searched, such as a pipe.
    """
    if not handle.seekable():
        return False
    head = handle.read(HEAD)
    try:
        if not head.startswith(b"PK\x03\x04"):
            return False
        return bool(_archives(_opened(handle)))
    except _DAMAGE:
        return bool(_ARCHIVE.search(head.decode("latin-1")))
    except TooLargeError:
        return False
    finally:
        handle.seek(0)


def wacz_pages(handle: BinaryIO, name: str, limit: int) -> Iterator[RawPage | InputError]:
    """The pages of all archives in a WACZ file, in the order of its list; their paths go through the archive's name.

    An archive that is damaged, encrypted or a bomb is an error; the others are read.
    """
    try:
        wacz = _opened(handle)
    except _DAMAGE:
        yield InputError("a WACZ file that is damaged or cut short", where=name, do="fetch it again")
        return
    for archive in _archives(wacz):
        where = f"{name}/{printable(archive.filename)}"
        try:
            yield from _of_archive(wacz, archive, where, limit)
        except DamagedError:
            do = "fetch the WACZ file again; what could be unpacked was read"
            yield InputError("damaged, encrypted or packed in an unknown way", where=where, do=do)
        except TooLargeError:
            yield InputError("a packed bomb", where=where, do="leave it out")


def _archives(wacz: ZipFile) -> list[ZipInfo]:
    return [entry for entry in wacz.infolist() if _ARCHIVE.fullmatch(entry.filename)]


def _of_archive(wacz: ZipFile, archive: ZipInfo, where: str, limit: int) -> Iterator[RawPage | InputError]:
    if archive.file_size > MOST_UNPACKED * archive.compress_size + FREE_UNPACKED:
        raise TooLargeError
    head, chunks = peek(_chunks(wacz, archive))
    match recognise(head, where).kind:
        case "warc":
            yield from warc_pages(chunks, where, limit)
        case "warc.gz":
            yield from warc_pages(unpack(chunks), where, limit)
        case "empty":
            return
        case _:
            yield InputError("not a web archive, whatever its name says", where=where, do="leave it out")


def _chunks(wacz: ZipFile, archive: ZipInfo) -> Iterator[bytes]:
    try:
        with wacz.open(archive) as packed:
            yield from read_chunks(cast("BinaryIO", packed))
    except _DAMAGE as error:
        raise DamagedError("damaged") from error


def _opened(handle: BinaryIO) -> ZipFile:
    """The zip file with its list of contents read; raises TooLargeError where the list is far longer than it can be."""
    return ZipFile(cast("IO[bytes]", _Bounded(handle)))


class _Bounded:
    """A file of which no more is read at once than a list of contents takes: zipfile reads as much as the file says."""

    def __init__(self, handle: BinaryIO) -> None:
        self.tell, self.seek, self.seekable = handle.tell, handle.seek, handle.seekable
        self._handle = handle

    def read(self, size: int = _LONGEST_LIST) -> bytes:
        """So many bytes, or raise TooLargeError where they are too many."""
        if size > _LONGEST_LIST:
            raise TooLargeError
        return self._handle.read(size)
