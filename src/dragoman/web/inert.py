"""Text of strangers made harmless on a page: what can't be seen but steers what is seen is shown.

A report may carry marks of direction that show words in another order than they stand in, escape sequences for
terminals, and tags that nobody sees. Escaping is Jinja's part; this is the rest.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

_LIVE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # zero width, direction, line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear notes
    "\ud800-\udfff"  # halves of a pair
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)
_CONTROLS = 0x20
_PICTURES = 0x2400  # the block in which every C0 character has a picture


def plain(text: str) -> str:
    """The text with each such character as U+FFFD: of the same length, for attributes and titles.

    Tabs, newlines and joiners (U+200C, U+200D) stay: Persian and emoji need these, and they move nothing.
    """
    return _LIVE.sub("\ufffd", text)


def shown(text: str | None) -> Markup:
    """The text escaped, each such character as a small sign that says which it is."""
    if not text:
        return Markup()
    parts, at = [], 0
    for found in _LIVE.finditer(text):
        parts += [escape(text[at : found.start()]), _sign(found[0])]
        at = found.end()
    return Markup().join([*parts, escape(text[at:])])


def _sign(char: str) -> Markup:
    code = ord(char)
    sign = chr(_PICTURES + code) if code < _CONTROLS else f"U+{code:04X}"
    name = unicodedata.name(char, "control character").lower()
    return Markup('<span class="inert" title="U+{:04X} {}">{}</span>').format(code, name, sign)
