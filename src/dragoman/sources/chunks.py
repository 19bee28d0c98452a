"""A file as a stream of byte chunks: its first bytes, its lines and its whole, each within bounds."""

from __future__ import annotations

import codecs
import zlib
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 16
HEAD = 1 << 16

# A text packs to a tenth, a repetitive dump to a fiftieth of its size; gzip can go to a thousandth, bombs do.
MOST_UNPACKED = 200
FREE_UNPACKED = 64 << 20


class Line(NamedTuple):
    """One line of a stream: its number from 1 and its bytes without the line end, None where it was too long."""

    number: int
    content: bytes | None


class TooLargeError(Exception):
    """A stream holds more bytes than may be read from it."""


class DamagedError(Exception):
    """A packed stream ends early or isn't what it says it is."""


def read_chunks(handle: BinaryIO) -> Iterator[bytes]:
    """All bytes of an open file, a chunk at a time."""
    while chunk := handle.read(CHUNK):
        yield chunk


def peek(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes of a stream (64 KiB unless it is shorter), and the stream again from its beginning."""
    taken: list[bytes] = []
    size = 0
    for chunk in chunks:
        taken.append(chunk)
        size += len(chunk)
        if size >= HEAD:
            break
    return b"".join(taken), chain(taken, chunks)


def whole(chunks: Iterator[bytes], limit: int) -> bytes:
    """All bytes of a stream; raises TooLargeError when there are more than `limit`."""
    taken: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise TooLargeError
        taken.append(chunk)
    return b"".join(taken)


def split_lines(chunks: Iterator[bytes], limit: int) -> Iterator[Line]:
    """The lines of a stream; of one longer than `limit` bytes only the number is kept, and the next is read."""
    number, held, size = 1, list[bytes](), 0
    for chunk in chunks:
        for place, piece in enumerate(chunk.split(b"\n")):
            if place:
                yield _line(number, held, size, limit)
                number, held, size = number + 1, [], 0
            size += len(piece)
            if size <= limit:
                held.append(piece)
            else:
                held.clear()
    if size:
        yield _line(number, held, size, limit)


def _line(number: int, held: list[bytes], size: int, limit: int) -> Line:
    return Line(number, b"".join(held).removesuffix(b"\r") if size <= limit else None)


def unzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The unpacked bytes of a gzip stream of one or more members.

    Raises DamagedError where it is cut short or broken, TooLargeError where it unpacks to far more than text does.
    """
    unpacker = zlib.decompressobj(wbits=31)
    packed = unpacked = 0
    for chunk in chunks:
        packed += len(chunk)
        rest = chunk
        while rest:
            if unpacker.eof:
                if not rest.strip(b"\0"):  # members may be padded with zeros
                    break
                unpacker = zlib.decompressobj(wbits=31)
            piece, rest = _inflate(unpacker, rest)
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED * packed + FREE_UNPACKED:
                raise TooLargeError
            if piece:
                yield piece
    if not unpacker.eof:
        raise DamagedError("the packed file ends early")


def _inflate(unpacker: zlib._Decompress, packed: bytes) -> tuple[bytes, bytes]:
    """One chunk of unpacked bytes, and the packed bytes left over."""
    try:
        piece = unpacker.decompress(packed, CHUNK)
    except zlib.error as error:
        raise DamagedError("the packed file is broken") from error
    return piece, unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail


def as_utf8(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """A stream in another encoding as a stream of UTF-8; what can't be decoded becomes U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()
