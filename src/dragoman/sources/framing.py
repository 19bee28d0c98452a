"""WARC records cut out of a stream: each with its number, and what can't be cut out as an error in its place.

The library's own iterator ends at the first damaged record and hands out a cut one as whole; so records are cut out
here, and the library reads heads and bodies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.sources.heads import HEAD_LIMIT, read_head
from dragoman.sources.members import Gap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dragoman.sources.heads import Head

_VERSION = re.compile(rb"WARC/[01]\.\d+\r?\n")
_START = re.compile(rb"(?<=\n)" + _VERSION.pattern)
_LONGEST_START = 16
_LENGTH = re.compile(r"\d{1,18}")
_CUT_SHORT = Gap("cut short", "fetch the archive again; what came before was read", begun=True)
_DAMAGED = Gap(
    "damaged: it doesn't end where it says", "fetch the archive again; its other records were read", begun=True
)


class Record(NamedTuple):
    """A record that was asked for: its number from 1, its head, and its block, None where that is too long."""

    number: int
    head: Head
    block: bytes | None


class Broken(NamedTuple):
    """A record that can't be read: its number, its head where that could be read, why, and what to do."""

    number: int
    head: Head | None
    why: str
    do: str


def cut_records(
    pieces: Iterator[bytes | Gap], wanted: Callable[[Head, bytes], bool], limit: int
) -> Iterator[Record | Broken]:
    """The wanted records of a stream of WARC, in order and counted with the unwanted; a broken one costs itself only.

    `wanted` is asked with the record's head and the first 32 KiB of its block; of others nothing is held. At most
    `limit` bytes are held of a block. A record is handed on only if it ends where its head says that it does.
    """
    buffer, number = _Buffer(pieces), 0
    while buffer.more():
        number += 1
        if found := _next_record(buffer, number, wanted, limit):
            yield found


def _next_record(
    buffer: _Buffer, number: int, wanted: Callable[[Head, bytes], bool], limit: int
) -> Record | Broken | None:
    buffer.fill(HEAD_LIMIT)
    head = read_head(buffer.held) if _VERSION.match(buffer.held) else None
    if head is None or not _LENGTH.fullmatch(head.get("Content-Length")):
        gap = buffer.seek()
        return Broken(number, head, gap.why, gap.do)
    buffer.take(head.size)
    length, block = int(head.get("Content-Length")), None
    asked = wanted(head, buffer.first(min(length, HEAD_LIMIT)))
    if asked and length <= limit:
        block = buffer.take(length)
        complete = len(block) == length
    else:
        complete = buffer.skip(length)
    if complete and buffer.at_end_of_record():
        return Record(number, head, block) if asked else None
    buffer.put_back(block or b"")
    gap = buffer.seek()
    return Broken(number, head, gap.why, gap.do)


class _Buffer:
    """The bytes `held`: taken in and not yet used. They reach up to the next gap, which is crossed by `seek` only."""

    def __init__(self, pieces: Iterator[bytes | Gap]) -> None:
        self._pieces = pieces
        self._gap: Gap | None = None
        self.held = bytearray()

    def fill(self, size: int) -> bool:
        """Take in until `size` bytes are held; false where there are fewer before the gap or the end."""
        while len(self.held) < size and self._gap is None:
            piece = next(self._pieces, None)
            if piece is None:
                break
            if isinstance(piece, Gap):
                self._gap = piece
            else:
                self.held += piece
        return len(self.held) >= size

    def more(self) -> bool:
        """Whether another record follows, whole or not; blank lines before it are passed over."""
        while self.fill(1):
            blank = len(self.held) - len(self.held.lstrip(b"\r\n"))
            del self.held[:blank]
            if self.held:
                return True
        return self._gap is not None

    def first(self, size: int) -> bytes:
        """The first bytes, which stay held; fewer than `size` before a gap or the end."""
        self.fill(size)
        return bytes(memoryview(self.held)[:size])

    def take(self, size: int) -> bytes:
        """The first bytes, which are used up; fewer than `size` before a gap or the end."""
        taken = self.first(size)
        del self.held[:size]
        return taken

    def skip(self, size: int) -> bool:
        """Use up so many bytes unseen; false where there are fewer before the gap or the end."""
        while size > len(self.held):
            size -= len(self.held)
            self.held.clear()
            if not self.fill(1):
                return False
        del self.held[:size]
        return True

    def put_back(self, block: bytes) -> None:
        """Undo the last `take`."""
        self.held[:0] = block

    def at_end_of_record(self) -> bool:
        """Whether two line ends follow, the next record or the end: what stands before is a whole record."""
        self.fill(2 * len("\r\n") + len("WARC/"))
        after = bytes(self.held[:9])
        if self._gap and self._gap.begun and not after.strip(b"\r\n"):
            return False
        return after.startswith((b"\r\n\r\n", b"\n\n")) or after.lstrip(b"\r\n")[:5] in {b"WARC/", b""}

    def seek(self) -> Gap:
        """Go on to the beginning of the next record, or to the end; why what lies before it was broken."""
        while True:
            if start := _START.search(self.held, 1):
                del self.held[: start.start()]
                return _DAMAGED
            del self.held[:-_LONGEST_START]
            if self._gap:
                self.held.clear()
                gap, self._gap = self._gap, None
                return gap
            if not self.fill(len(self.held) + 1) and not self._gap:
                self.held.clear()
                return _CUT_SHORT
