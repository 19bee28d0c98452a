"""Text of strangers made harmless to a terminal, and rows made harmless as JSON.

A report may carry escape sequences that recolour, retitle or answer for a terminal, and marks of direction that show
words in another order than they stand in. Nothing of that reaches a screen.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIVE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # zero width, direction, line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear notes
    "\ud800-\udfff"  # halves of a pair: no terminal and no UTF-8 takes them
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)
_SHOWN = "\ufffd"


def inert(text: str) -> str:
    """The text with each character that steers a terminal shown as U+FFFD; of the same length, so offsets still hold.

    Tabs and newlines stay. Joiners (U+200C, U+200D) stay too: Persian and emoji need them and they move nothing.
    """
    return _LIVE.sub(_SHOWN, text)


def one_line(text: str) -> str:
    """The text inert and on one line, runs of white space as one space."""
    return " ".join(inert(text).split())


def json_line(row: Mapping[str, object]) -> str:
    r"""One JSON object on one line, the same data for every reader.

    Characters that steer a terminal are written as JSON escapes (\u202e), as are U+2028 and U+0085, at which some
    readers end a line.
    """
    return _LIVE.sub(_escaped, json.dumps(row, ensure_ascii=False, allow_nan=False, default=str))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
