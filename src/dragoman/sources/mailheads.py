"""What a mail's headers say about it: its subject and the day on which it was sent."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_tz
from typing import TYPE_CHECKING

from dragoman.model import Metadata
from dragoman.sources.dates import days_of
from dragoman.sources.decode import NOT_TEXT, as_seven_bit

if TYPE_CHECKING:
    from email.message import Message

_PREFIX = re.compile(r"(re|aw|sv|antw|fwd?|wg|tr|rv)(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
_FORWARDING = frozenset({"fw", "fwd", "wg", "tr", "rv"})
_HEADER_LIMIT = 8192
_TITLE_LIMIT = 1000
_NO_DATES = frozenset({"1970-01-01"})  # what a program without a clock writes


def metadata_of(message: Message) -> Metadata:
    """Subject and Date of a message; no date for a forwarded one, for that is the day of the forwarding.

    Who wrote it is a person, so there is no outlet.
    """
    title, forwarded = _header(message, "subject"), False
    while prefix := _PREFIX.match(title):
        title, forwarded = title[prefix.end() :], forwarded or prefix[1].lower() in _FORWARDING
    return Metadata(title=title or None, date=None if forwarded else _date(_header(message, "date")))


def _header(message: Message, name: str) -> str:
    """A header as one line, its encoded words decoded; "" where there is none or it can't be told what it says."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
    data = str(raw).encode("ascii", "surrogateescape")[:_HEADER_LIMIT]
    value = _decoded(data, None if data.isascii() else message.get_content_charset())
    try:
        pieces = decode_header(value)
    except HeaderParseError:
        pieces = [(value, None)]
    words = (piece if isinstance(piece, str) else _piece(piece, charset) for piece, charset in pieces)
    line = " ".join("".join(words).split())[:_TITLE_LIMIT]
    return "" if line.count("\ufffd") * 20 > len(line) else line


def _piece(data: bytes, charset: str | None) -> str:
    if charset is None:  # words between encoded ones: what is beyond Latin-1 in them was written out
        return data.decode("raw-unicode-escape", "replace")
    return _decoded(data, charset)


def _decoded(data: bytes, charset: str | None) -> str:
    """A few words in UTF-8 or else in the charset that is named. So few are not enough to find out another."""
    if charset and (seven := as_seven_bit(data, charset)):
        return seven
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(charset or "utf-8", "replace")
    except NOT_TEXT:
        return data.decode("utf-8", "replace")


def _date(words: str) -> str | None:
    """The day as the sender's clock had it, in ISO 8601; None for none or an impossible one."""
    if parts := parsedate_tz(words):
        words = f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}"
    days = days_of(words)
    if days is None or days.first != days.last:
        return None
    day = days.first.isoformat()
    return None if day in _NO_DATES else day
