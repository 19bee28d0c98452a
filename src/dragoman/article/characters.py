"""Characters that must not reach a text: controls, lone surrogates, invisible marks, odd spaces."""

from __future__ import annotations

import re

# Bidirectional controls reorder what a reader sees, so the words shown could differ from the words coded.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_BREAKS = "\x0b\x0c\x1c-\x1e\x85\u2028\u2029"

_SPACES = re.compile(r"[\s\u2800\u3164]+")
_UNWANTED = re.compile(f"[{_CONTROLS}{_BIDI}\u00ad\u180e\u200b\u2060\ufeff\ufff9-\ufffb]")
_LONE = re.compile("[\ud800-\udfff]")
_HELD = re.compile(f"[{_BREAKS}]|[{_CONTROLS}{_BIDI}]|[\ud800-\udfff]")


def verbatim(text: str) -> str:
    """A given text with each harmful character replaced by one harmless one, so that every offset holds.

    Line and paragraph separators become line feeds, controls become spaces, lone surrogates U+FFFD.
    """
    return _HELD.sub(_substitute, text)


def _substitute(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return "\n" if char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" else " "


def tidy(line: str) -> str:
    """One line of a page with its odd spaces made plain, invisible characters gone and ends stripped."""
    if not line:
        return line
    # Of the characters to be replaced only the two blanks that count as letters or signs are printable.
    if line.isprintable() and "  " not in line and "\u2800" not in line and "\u3164" not in line:
        return line.strip(" ")
    line = _UNWANTED.sub("", _SPACES.sub(" ", line))
    line = _SPACES.sub(" ", line)  # what went may have parted two spaces
    return line.encode("utf-8", "replace").decode().strip() if _LONE.search(line) else line.strip()
