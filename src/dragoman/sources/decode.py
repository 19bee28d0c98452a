"""Bytes become text: by their mark, by what the page declares, as UTF-8, or by what a detector makes of them."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from dragoman.sources.kinds import marked_encoding

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
_SAMPLE = 1 << 16

# Pages declare the smaller set and use the larger; the Encoding Standard of the web reads them so, too.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_SEVEN_BIT = ("iso2022", "hz", "utf-7")
NOT_TEXT = (LookupError, UnicodeError, TypeError, AttributeError, ValueError)
"""What Python raises at a charset that it doesn't know, that is none of text, or that the bytes aren't in."""

# What English text in Windows-1252 holds beyond ASCII: curly quotation marks, dashes, a few signs, accented
# letters; not the bytes of Icelandic letters, which are more often Turkish ones.
_WESTERN = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xba\xbb\xbd\xff" + bytes(
    {*range(0xC0, 0xF0), *range(0xF1, 0xFD)} - {0xD0, 0xDD, 0xDE}
)
_ASCII = bytes(range(128))
_CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\v\f\r\x1b"})


class Decoded(NamedTuple):
    """A text, or what is wrong with the bytes and what to do about it."""

    text: str | None
    what: str = ""
    do: str = ""


def decode(data: bytes, *, markup: bool = False, charset: str | None = None) -> Decoded:
    """The text that `data` holds; `markup` says that it may declare its own encoding, `charset` what came beside it.

    Both are asked only where it isn't UTF-8, for they are often wrong and UTF-8 tells itself by its bytes. A wrong
    encoding makes wrong names, so bytes that fit none are refused. A page of UTF-8 with a few broken characters in it
    is read; they become U+FFFD.
    """
    if encoding := marked_encoding(data):
        marked = data.decode(encoding, "replace").lstrip("\ufeff")
        return Decoded(marked) if marked.count("\ufffd") * 20 <= len(marked) else _refusal()
    if b"\0" in data:
        return _binary(data)
    if charset and (seven := as_seven_bit(data, charset)):
        return Decoded(seven)
    if (len(data) - len(data.translate(None, _CONTROLS))) * 100 > len(data):
        return Decoded(None, "not text but binary data", "leave it out")
    text = _as_utf8(data)
    if text is None and charset:
        text = _as_named(data, charset)
    if text is None and markup:
        text = _as_declared(data)
    if text is None:
        text = _as_western(data) or _as_detected(data)
    return Decoded(text) if text is not None else _refusal()


def _refusal() -> Decoded:
    return Decoded(None, "its encoding can't be told", "save it as UTF-8")


def _binary(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    halves = sorted((sample[0::2].count(0), sample[1::2].count(0)))
    if halves[0] * 20 < halves[1] and halves[1] * 5 > len(sample):
        return Decoded(None, "UTF-16 without its mark", "save it as UTF-8")
    return Decoded(None, "not text but binary data", "leave it out")


def _as_utf8(data: bytes) -> str | None:
    """UTF-8, forgiven one broken character in twenty beyond ASCII: pages cut short, one comment pasted wrongly."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        foreign = len(text) - len(text.encode("ascii", "ignore")) - broken
        return text if broken * 20 <= foreign else None


def _as_declared(data: bytes) -> str | None:
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    return _as_named(data, declared[1].decode("ascii", "replace")) if declared else None


def _as_named(data: bytes, charset: str) -> str | None:
    try:
        name = codecs.lookup(charset).name
        text = data.decode(_WIDER.get(name, name), "replace")
    except NOT_TEXT:
        return None
    return text if isinstance(text, str) and text.count("\ufffd") * 200 <= len(text) else None


def as_seven_bit(data: bytes, charset: str) -> str | None:
    """Text in an encoding that writes all its letters with the bytes of ASCII; None where it is in another."""
    try:
        name = codecs.lookup(charset).name
        return data.decode(name) if name.startswith(_SEVEN_BIT) else None
    except NOT_TEXT:
        return None


def _as_western(data: bytes) -> str | None:
    """Windows-1252, the usual legacy encoding of English news: when all its rare bytes are ones that English uses."""
    sample = data[:_SAMPLE]
    high = sample.translate(None, _ASCII)
    if len(high) * 10 > len(sample) or high.translate(None, _WESTERN):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _as_detected(data: bytes) -> str | None:
    best = from_bytes(data[:_SAMPLE], threshold=0.15).best()
    if best is None:
        return None
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
