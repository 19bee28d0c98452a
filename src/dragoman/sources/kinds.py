"""What a file is, told from its first bytes: the ending of its name is asked only where the content leaves it open."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from dragoman.sources.envelopes import mail_kind
from dragoman.sources.members import begins_archive

Kind = Literal[
    "html",
    "jsonl",
    "csv",
    "text",
    "feed",
    "opml",
    "warc",
    "warc.gz",
    "gzip",
    "pdf",
    "zip",
    "eml",
    "mbox",
    "empty",
    "refused",
]


class Verdict(NamedTuple):
    """The kind of a file; for a refused one what it is, and what the user can do."""

    kind: Kind
    what: str = ""
    do: str = ""


_TO_TEXT = "save it as text or HTML"
_PAGES = "extract its pages as text, HTML or JSON Lines"
_RECORDS = 'write one {"id": ..., "text": ...} a line as JSON Lines'
_NOT_YET = "which this version doesn't read yet"

_UNZSTD = "unpack it, an archive with: fastwarc recompress IN.warc.zst OUT.warc.gz"

_READ: tuple[tuple[bytes, Kind], ...] = ((b"WARC/", "warc"), (b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"))
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"PAR1", "a Parquet file in a pipe or packed", "give it as a file of its own"),
    (b"SQLite format 3\0", "a database", _RECORDS),
    (b"\xd0\xcf\x11\xe0", f"an old or encrypted Office document, {_NOT_YET}", _TO_TEXT),
    (b"{\\rtf", f"a rich text document, {_NOT_YET}", _TO_TEXT),
    (b"BZh", f"a bzip2 file, {_NOT_YET}", "unpack it"),
    (b"\xfd7zXZ\0", f"an xz file, {_NOT_YET}", "unpack it"),
    (b"7z\xbc\xaf", f"a 7-zip file, {_NOT_YET}", "unpack it"),
    (b"\x28\xb5\x2f\xfd", f"a Zstandard file, {_NOT_YET}", _UNZSTD),
    (b"\x5d\x2a\x4d\x18", f"a Zstandard file with a dictionary, {_NOT_YET}", _UNZSTD),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"\x7fELF", "a program", "leave it out"),
)
_TABLES = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
_SHEETS = (".xls", ".xlsx")
_JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_ROOT = re.compile(r"<(!doctype\s+html|html|rss|rdf:rdf|feed|opml)(?=[\s>])", re.IGNORECASE)
_PIECE = re.compile(r"<(?:head|body|title|meta|div|article|main|section|p|h1)\b", re.IGNORECASE)
_LATE_ROOT = re.compile(r"^\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.MULTILINE)
_FEEDS = frozenset({"rss", "rdf:rdf", "feed"})
_COMMENTS = re.compile(r"\A(?:\s*<!--.*?-->)+", re.DOTALL)
_DOCUMENT = re.compile(r"\[\s*\{|\[\s*$|\{[ \t]*\r?\n\s*\"", re.MULTILINE)
_RECORD = re.compile(r'\{\s*(?:"|\}|$)')


def marked_encoding(head: bytes) -> str | None:
    """The Unicode encoding that a byte order mark at the very beginning announces."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)


def recognise(head: bytes, name: str) -> Verdict:
    """What a file is that begins with `head`; `name` settles only what its content leaves open."""
    if not head.strip(b" \t\r\n\f\xef\xbb\xbf"):
        return Verdict("empty")
    if head.startswith(b"\x1f\x8b"):
        return Verdict("warc.gz" if begins_archive(head) else "gzip")
    if verdict := _of_magic(head):
        return verdict
    encoding = marked_encoding(head)
    if encoding is None and (mail := mail_kind(head)):
        return Verdict(mail)
    return _of_text(head.decode(encoding or "utf-8", "replace").lstrip("\ufeff"), name)


def _of_magic(head: bytes) -> Verdict | None:
    for magic, kind in _READ:
        if head.startswith(magic):
            return Verdict(kind)
    return next((Verdict("refused", what, do) for magic, what, do in _MAGIC if head.startswith(magic)), None)


def _of_text(text: str, name: str) -> Verdict:
    begin = _COMMENTS.sub("", text, count=1).lstrip()
    if begin.startswith("<"):
        return _of_markup(begin)
    if _LATE_ROOT.search(begin, 0, 4096):
        return Verdict("html")
    document = _DOCUMENT.match(begin)
    if not document and _is_records(begin):
        return Verdict("jsonl")
    if document:
        return Verdict("refused", "a JSON document, not JSON Lines", _RECORDS)
    return _by_ending(name.lower())


def _by_ending(name: str) -> Verdict:
    if name.endswith(_JSON_LINES):
        return Verdict("jsonl")
    if name.endswith(_TABLES):
        return Verdict("csv")
    if name.endswith(_SHEETS):
        return Verdict("refused", f"a table, {_NOT_YET}", _RECORDS)
    return Verdict("text")


def _of_markup(begin: str) -> Verdict:
    root = _ROOT.search(begin, 0, 4096)
    if root and root[1].lower() == "opml":
        return Verdict("opml")
    if root and root[1].lower() in _FEEDS:
        return Verdict("feed")
    if root or _PIECE.match(begin):
        return Verdict("html")
    if begin.startswith("<?xml"):
        return Verdict("refused", f"an XML document, {_NOT_YET}", _PAGES)
    return Verdict("text")


def _is_records(begin: str) -> bool:
    """Whether most lines open a JSON object of their own; a pretty-printed document's lines don't."""
    lines = [line for line in begin.split("\n", 200)[:200] if line.strip()]
    opened = sum(bool(_RECORD.match(line.lstrip())) and len(line.strip()) > 1 for line in lines)
    return opened * 2 >= len(lines) > 0
