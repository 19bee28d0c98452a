"""What a web server sent, as archives keep it: status, type and charset of its answer, and the body unpacked."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from fastwarc.stream_io import BrotliReader, ZstdReader

from dragoman.sources.chunks import CHUNK, DamagedError, unzip, whole
from dragoman.sources.heads import read_head
from dragoman.sources.kinds import marked_encoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,15})[ \t]{0,16}(?:;[^\r\n]{0,4096})?\r?\n")
_MOST_CODINGS = 3


class Response(NamedTuple):
    """The head of an answer: its status (0 where it has none), media type, charset, how the body is packed, its size.

    `codings` are in the order in which they were applied. Type and charset are "" where they are not given.
    """

    status: int
    media_type: str
    charset: str
    codings: tuple[str, ...]
    chunked: bool
    size: int


def read_response(data: bytes) -> Response | None:
    """The head of the answer at the beginning of `data`; None where there is none."""
    head = read_head(data)
    if head is None or not head.first_line.startswith("HTTP/"):
        return None
    media_type, _, parameters = head.get("Content-Type").partition(";")
    charset = _CHARSET.search(parameters)
    codings = (coding.strip() for coding in head.get("Content-Encoding").lower().split(","))
    return Response(
        head.fields.status_code or 0,
        media_type.strip().lower(),
        charset[1] if charset else "",
        tuple(coding for coding in codings if coding not in {"", "identity"}),
        "chunked" in head.get("Transfer-Encoding").lower(),
        head.size,
    )


def body(data: bytes, response: Response, limit: int) -> bytes:
    """The body of an answer without chunks and packing.

    Many archives keep the body unpacked under a head that says it is packed; such a body is taken as it is. Raises
    TooLargeError where it has more than `limit` bytes, DamagedError where it can't be unpacked.
    """
    content = data[response.size :]
    if response.chunked and _CHUNK_SIZE.match(content):
        content = _joined(content)
    if len(response.codings) > _MOST_CODINGS:
        raise DamagedError("its body is packed too often")
    for coding in reversed(response.codings):
        content = _unpacked(content, coding, limit)
    return content


def _joined(content: bytes) -> bytes:
    """The chunks of a body put together. Archives may cut the last one off, with the rest of the body."""
    parts, at = [], 0
    while size := _CHUNK_SIZE.match(content, at):
        at = size.end() + int(size[1], 16)
        parts.append(content[size.end() : at])
        if not parts[-1]:
            return b"".join(parts)
        if len(content) < at:
            raise DamagedError("its body ends within a chunk")
    if content[at:].strip():
        raise DamagedError("its body is not cut into chunks as it says")
    return b"".join(parts)


def _unpacked(content: bytes, coding: str, limit: int) -> bytes:
    if coding not in _READERS:
        raise DamagedError(f"its body is packed as {coding[:20]!r}")
    try:
        return whole(_READERS[coding](content), limit)
    except DamagedError as error:
        if _is_text(content):
            return content
        raise DamagedError(f"its body can't be unpacked ({coding})") from error


def _is_text(content: bytes) -> bool:
    if marked_encoding(content) or content.lstrip().startswith(b"<"):
        return True
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _slices(content: bytes) -> Iterator[bytes]:
    return (content[at : at + CHUNK] for at in range(0, len(content), CHUNK))


def _gzip(content: bytes) -> Iterator[bytes]:
    return unzip(_slices(content))


def _deflate(content: bytes) -> Iterator[bytes]:
    """With zlib's wrapping, as the standard has it, or bare, as some servers send it."""
    wrapped = len(content) > 1 and content[0] & 0x0F == zlib.DEFLATED and (content[0] << 8 | content[1]) % 31 == 0
    unpacker = zlib.decompressobj(wbits=15 if wrapped else -15)
    try:
        for piece in _slices(content):
            rest = piece
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, CHUNK)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise DamagedError("broken") from error
    if not unpacker.eof:
        raise DamagedError("ends early")


def _by_library(reader: Callable[[BytesIO], BrotliReader | ZstdReader]) -> Callable[[bytes], Iterator[bytes]]:
    def unpack(content: bytes) -> Iterator[bytes]:
        unpacked = reader(BytesIO(content))
        try:
            while piece := unpacked.read(CHUNK):
                yield piece
        except OSError as error:  # the library's word for broken bytes
            raise DamagedError("broken") from error

    return unpack


_READERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _by_library(BrotliReader),
    "zstd": _by_library(ZstdReader),
}
