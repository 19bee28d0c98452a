"""A packed archive, unpacked member by member: where one is damaged, the stream has a gap and goes on after it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from dragoman.sources.chunks import CHUNK, FREE_UNPACKED, MOST_UNPACKED

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = b"\x1f\x8b\x08"
_FIRST = b"WARC/"
_ENOUGH = 1024  # packed bytes from which the first unpacked ones can be told, whatever the member's header holds

_DO = "fetch the archive again; its other records were read"


class Gap(NamedTuple):
    """Bytes are missing here: why, and what to do; `begun` says that the damaged member gave bytes before it broke.

    A member's checksum stands at its end. So bytes of a member that is `begun` are not known to be right.
    """

    why: str
    do: str
    begun: bool


def begins_archive(packed: bytes) -> bool:
    """Whether these are the first bytes of a gzip member that holds WARC records."""
    try:
        return packed.startswith(_MAGIC) and zlib.decompressobj(wbits=31).decompress(packed, len(_FIRST)) == _FIRST
    except zlib.error:
        return False


def unpack(chunks: Iterator[bytes]) -> Iterator[bytes | Gap]:
    """The unpacked bytes of a .warc.gz in pieces of at most 64 KiB, and a Gap for each member that can't be unpacked.

    After a gap comes the beginning of a record. Members may hold one record each, as they should, or many. A member
    that is damaged, cut short or unpacks to far more than text does costs itself only.
    """
    packed = _Packed(chunks)
    while packed.more():
        unpacker, begun = zlib.decompressobj(wbits=31), False
        while not unpacker.eof:
            if not packed.rest and not packed.add():
                yield Gap("cut short", _DO, begun)
                return
            piece = packed.feed(unpacker)
            if piece is None or packed.allowed < 0:
                yield Gap("damaged", _DO, begun) if piece is None else Gap("a packed bomb", "leave it out", begun)
                packed.seek()
                break
            if piece:
                begun = True
                yield piece


class _Packed:
    """The packed bytes: the `rest` that was not unpacked yet, and how many bytes they are `allowed` to unpack to.

    Of a member's bytes the last are held for a second look: damage is often noticed only in the next member, so the
    search for that one must begin before the place.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._member = b""
        self.rest = b""
        self.allowed = FREE_UNPACKED

    def add(self) -> bool:
        """Take in another chunk; false at the end."""
        chunk = next(self._chunks, b"")
        self.allowed += MOST_UNPACKED * len(chunk)
        self._member = self._member[-2 * CHUNK :] + chunk
        self.rest += chunk
        return bool(chunk)

    def more(self) -> bool:
        """Whether another member follows; members may be padded with zeros."""
        self.rest = self.rest.lstrip(b"\0")
        while not self.rest and self.add():
            self.rest = self.rest.lstrip(b"\0")
        self._member = self.rest
        return bool(self.rest)

    def feed(self, unpacker: zlib._Decompress) -> bytes | None:
        """Some unpacked bytes, perhaps none yet; None where the member is damaged."""
        try:
            piece = unpacker.decompress(self.rest, CHUNK)
        except zlib.error:
            return None
        self.allowed -= len(piece)
        self.rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        return piece

    def seek(self) -> None:
        """Go on to the next member that begins with a record, or to the end."""
        self.allowed = max(self.allowed, MOST_UNPACKED * CHUNK)  # a bomb used up what its neighbours may need
        self.rest, at = self._member[1:], -1
        while (at := _next_member(self.rest)) < 0:
            self.rest = self.rest[-_ENOUGH:]
            if not self.add():
                self.rest = b""
                return
        self.rest = self.rest[at:]


def _next_member(packed: bytes) -> int:
    at = packed.find(_MAGIC)
    while at >= 0 and not begins_archive(packed[at : at + _ENOUGH]):
        at = packed.find(_MAGIC, at + 1)
    return at
