"""Zip files: which of the many formats that come as one a file is, told from its list of contents."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from dragoman.errors import InputError
from dragoman.sources.documents import document_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import RawPage

UNPACKED_LIMIT = 64 << 20
"""Bytes that all contents together may unpack to."""

XML_LIMIT = 16 << 20
"""Bytes that one XML part may unpack to: parsed it takes up twenty times as much. A novel's has 5 MiB."""

_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 10_000
_UNPACK = "unpack it, or save it as text or HTML"

# zipfile's ways to say that a file is damaged, encrypted or packed by a method it doesn't have (NotImplementedError).
ZIP_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError, OSError)
"""What reading a damaged zip file from memory may raise."""


class _Format(NamedTuple):
    """A format that isn't read: how its contents' names begin or its mimetype goes on, what it is, what to do."""

    sign: str
    what: str
    do: str


_FORMATS = (
    _Format("xl/", "a spreadsheet", "save it as CSV"),
    _Format("ppt/", "slides", "save them as PDF or text"),
    _Format("application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet", "save it as CSV"),
    _Format("application/vnd.oasis.opendocument", "an OpenDocument file", "save it as .docx, PDF or text"),
    _Format("application/epub+zip", "an e-book", "save its reports as text or HTML"),
    _Format("Index/Document.iwa", "a Pages, Numbers or Keynote document", "save it as .docx, PDF or text"),
    _Format("META-INF/", "a program", "leave it out"),
)


def office_pages(data: bytes, name: str) -> Iterator[RawPage | InputError]:
    """The page in a Word document; one line for any other zip file, or one that is damaged, encrypted or a bomb."""
    problem = _problem(data, name)
    if problem:
        yield problem
    else:
        yield from document_pages("docx", data, name)


def _problem(data: bytes, name: str) -> InputError | None:
    if data.count(_ENTRY) > _MOST_ENTRIES:
        return InputError("a zip file with far too much in it", where=name, do="unpack it")
    try:
        with ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
            names = [entry.filename for entry in entries]
            if not _is_word(names):
                return _refusal(names, _mimetype(packed), name)
    except ZIP_DAMAGE:
        return InputError("a zip file that is damaged or cut short", where=name, do="fetch it again")
    sizes = [entry.file_size for entry in entries]
    markup = [entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
    # zipfile unpacks no more of an entry than the list says, so the list may be believed.
    if sum(sizes) > UNPACKED_LIMIT or max(markup, default=0) > XML_LIMIT:
        what = f"a Word document that unpacks to more than {UNPACKED_LIMIT >> 20} MiB, or a packed bomb"
        return InputError(what, where=name, do="split it into reports, or save it as text")
    return None


def _is_word(names: list[str]) -> bool:
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def _mimetype(packed: ZipFile) -> str:
    """What the first entry of an OpenDocument file or an e-book says that it is."""
    entry = next((entry for entry in packed.infolist() if entry.filename == "mimetype"), None)
    return packed.read(entry).decode("ascii", "replace") if entry and entry.file_size < 200 else ""


def _refusal(names: list[str], mimetype: str, where: str) -> InputError:
    for known in _FORMATS:
        if mimetype.startswith(known.sign) or any(name.startswith(known.sign) for name in names):
            return InputError(f"{known.what}, which isn't read", where=where, do=known.do)
    return InputError("a zip file", where=where, do=_UNPACK)
