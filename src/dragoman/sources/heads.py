"""The head of a WARC record or of a web server's answer: a first line, then named fields, then a blank line."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple

from fastwarc.warc import HeaderMap

HEAD_LIMIT = 1 << 15

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


class Head(NamedTuple):
    """A head's first line, its fields (names in any case) and its size in bytes with the blank line."""

    first_line: str
    fields: HeaderMap
    size: int

    def get(self, name: str) -> str:
        """A field's value, "" where it is not given."""
        return (self.fields.get(name) or "").strip()


def read_head(data: bytes | bytearray) -> Head | None:
    """The head at the very beginning of `data`; None where none ends within 32 KiB."""
    end = _BLANK_LINE.search(data, 0, HEAD_LIMIT)
    if end is None:
        return None
    lines = bytes(memoryview(data)[: end.end()]).splitlines()
    fields = HeaderMap()
    try:
        fields.parse(BytesIO(b"\r\n".join(lines) + b"\r\n"))
    except OSError:  # its reader knows no other way to say that this is no head
        return None
    return Head(fields.status_line or "", fields, end.end())
