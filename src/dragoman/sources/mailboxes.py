"""Mailboxes (.mbox): one message after another, each behind an envelope line, streamed whatever the file's size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.sources.envelopes import ENVELOPE
from dragoman.sources.mail import mail_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage

_NEXT = re.compile(rb"(?:(?<=\n\n)|(?<=\n\r\n))" + ENVELOPE.pattern)
_LONGEST_ENVELOPE = 1200  # bytes, with the beginning of the header that must follow
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def mailbox_pages(chunks: Iterator[bytes], name: str, limit: int) -> Iterator[RawPage | InputError]:
    """The pages of all messages in a mailbox, "box.mbox:3" for those of the third; one of over `limit` is an error."""
    for number, message in enumerate(split_mailbox(chunks, limit), start=1):
        where = f"{name}:{number}"
        if message is None:
            yield InputError(f"a mail of more than {limit >> 20} MiB", where=where, do="leave it out")
        else:
            yield from mail_pages(message, where)


def split_mailbox(chunks: Iterator[bytes], limit: int) -> Iterator[bytes | None]:
    """The messages of a mailbox without their envelope lines; None for one of more than `limit` bytes.

    No more than one message and a chunk is held.
    """
    held, dropped = bytearray(), False
    for chunk in chunks:
        seen = max(1, len(held) - _LONGEST_ENVELOPE)
        held += chunk
        if not held.lstrip(b"\r\n"):
            held.clear()
            continue
        while found := _NEXT.search(held, seen):
            yield None if dropped or found.start() > limit else _message(held[: found.start()])
            del held[: found.start()]
            seen, dropped = 1, False
        if len(held) > limit + _LONGEST_ENVELOPE:
            dropped = True
            del held[:-_LONGEST_ENVELOPE]
    if held or dropped:
        yield None if dropped or len(held) > limit else _message(held)


def _message(held: bytearray) -> bytes:
    """A message as it was before it went into the mailbox, which puts ">" before lines that look like envelopes."""
    message = bytes(held).lstrip(b"\r\n")
    return _QUOTED.sub(b"", ENVELOPE.sub(b"", message, count=1) if ENVELOPE.match(message) else message)
