"""PDF: the words of its pages with their places, put back into paragraphs."""

from __future__ import annotations

import logging
import math
from hashlib import sha256
from io import BytesIO
from itertools import chain
from time import thread_time
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from dragoman.errors import InputError
from dragoman.model import Metadata, RawPage
from dragoman.sources.documents import title_in
from dragoman.sources.typeset import Line, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE_LIMIT = 2000
TEXT_LIMIT = 1_000_000
"""Characters; a report may have 300,000."""

SECONDS = 120.0
"""Of work on one file. A page of news takes a fiftieth; a hostile one, some pages that repeat each other for hours."""

# pypdf's own limits are made for books of maps; these still pass any page of words.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 32 << 20,
    "lzw_maximum_output_length": 32 << 20,
    "run_length_maximum_output_length": 32 << 20,
    "array_based_stream_maximum_output_length": 32 << 20,
    "stream_parsing_work_maximum_count": 1_000_000,
}

# Broken files raise far more than pypdf's own errors, as its documentation says; these are what fuzzing met, with
# their nearest kin. MemoryError is none of them.
_DAMAGE = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, AssertionError),
    *(NotImplementedError, ArithmeticError, RecursionError, OSError),
)

_FEWEST_LETTERS = 20  # fewer are a stamp on a picture of a page
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": None, "\u00a0": " "}
)

# Else each oddity of a file that pypdf gets over is a line on standard error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


class _TooMuchError(Exception):
    """A file has more pages or words, or takes more work, than one document may."""


class _Read(NamedTuple):
    """The lines of each page, the title that the file's properties give, the numbers of pages that can't be read."""

    pages: list[list[Line]]
    title: str | None
    broken: list[int]


def pages_of(data: bytes, name: str) -> Iterator[RawPage | InputError]:
    """The page that a PDF makes, or the error in its place; one error more where some of its pages can't be read."""
    try:
        with apply_configuration(**_LIMITS):
            read = _read(data)
    except _TooMuchError as error:
        yield InputError(f"a PDF {error}", where=name, do="split it into reports, or save it as text")
    except (FileNotDecryptedError, DependencyError):
        yield InputError("an encrypted PDF", where=name, do="print it into a new PDF without a password")
    except _DAMAGE:
        yield InputError("a PDF that is damaged or cut short", where=name, do="fetch it again, or save it as text")
    else:
        yield from _found(read, data, name)


def _found(read: _Read, data: bytes, name: str) -> Iterator[RawPage | InputError]:
    text = "\n\n".join(paragraphs_of(read.pages))
    if problem := _problem(text, read):
        yield InputError(problem[0], where=name, do=problem[1])
        return
    about = Metadata(title=title_in(read.title, text))
    yield RawPage(name, "text", text, sha256(data).hexdigest(), about, made=True)
    if read.broken:
        numbers = ", ".join(map(str, read.broken[:5])) + (" and others" if len(read.broken) > 5 else "")
        what = f"of its {len(read.pages)} pages {len(read.broken)} can't be read ({numbers})"
        yield InputError(what, where=name, do="fetch it again; the others were read")


def _problem(text: str, read: _Read) -> tuple[str, str] | None:
    """Why the text of a PDF can't be used, and what to do."""
    letters = sum(map(str.isalnum, text))
    unread = text.count("\ufffd") + sum("\ue000" <= char <= "\uf8ff" for char in text)
    if unread * 10 > letters and unread > _FEWEST_LETTERS:
        return (
            "a PDF whose fonts don't say which letters they show",
            "run it through OCR (ocrmypdf --force-ocr)",
        )
    if letters < _FEWEST_LETTERS and read.broken:
        return "a PDF that is damaged", "fetch it again, or save it as text"
    if letters < _FEWEST_LETTERS:
        return "a PDF with no text in it", "scanned pages need OCR first (ocrmypdf)"
    return None


def _read(data: bytes) -> _Read:
    reader = PdfReader(BytesIO(data))
    count = len(reader.pages)
    if count > PAGE_LIMIT:
        raise _TooMuchError(f"of {count:,} pages, more than {PAGE_LIMIT:,}")
    deadline = thread_time() + SECONDS
    found: list[list[Line]] = []
    broken: list[int] = []
    size = 0
    for number in range(count):
        try:
            found.append(_lines(reader, number, deadline))
        except (FileNotDecryptedError, DependencyError):
            raise
        except _DAMAGE:
            found.append([])
            broken.append(number + 1)
        size += sum(len(line.text) for line in found[-1])
        if size > TEXT_LIMIT:
            raise _TooMuchError(f"of more than {TEXT_LIMIT:,} characters")
    return _Read(found, _title(reader), broken)


def _title(reader: PdfReader) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except _DAMAGE:
        return None
    return title.translate(_LIGATURES) if isinstance(title, str) else None


def _lines(reader: PdfReader, number: int, deadline: float) -> list[Line]:
    """The lines of a page in the order in which they were set, which is the order of reading in most files."""
    pieces: list[_Piece] = []

    def take(text: str, to_page: Sequence[float], to_line: Sequence[float], _font: object, size: float) -> None:
        pieces.append(_placed(text, to_page, to_line, size))

    def watch(*_operation: Any) -> None:  # noqa: ANN401 - four values of pypdf's own
        if thread_time() > deadline:
            raise _TooMuchError(f"that takes more than {SECONDS / 60:.0f} minutes to read")

    watch()  # a page may be work without an operation
    reader.pages[number].extract_text(visitor_text=take, visitor_operand_before=watch)
    return _joined(pieces)


class _Piece(NamedTuple):
    """Words set at once: where they begin along their line and above the page's foot, and their height, in points."""

    text: str
    x: float
    y: float
    size: float


def _placed(text: str, to_page: Sequence[float], to_line: Sequence[float], size: float) -> _Piece:
    """A piece in its reader's eyes: on a page that lies on its side, "above" is along the page."""
    (a, b, c, d, e, f), (g, h, i, j, k, m) = to_line, to_page
    right, over = (a * g + b * i, a * h + b * j), (c * g + d * i, c * h + d * j)
    x, y = e * g + f * i + k, e * h + f * j + m
    width, height = math.hypot(*right) or 1.0, math.hypot(*over) or 1.0
    return _Piece(
        text.translate(_LIGATURES),
        (x * right[0] + y * right[1]) / width,
        (x * over[0] + y * over[1]) / height,
        size * height,
    )


def _joined(pieces: Sequence[_Piece]) -> list[Line]:
    lines: list[Line] = []
    held: list[_Piece] = []
    for piece in chain.from_iterable(map(_cut, pieces)):
        held.append(piece)
        if piece.text.endswith("\n"):
            lines += _line(held)
            held.clear()
    return lines + _line(held)


def _cut(piece: _Piece) -> Iterator[_Piece]:
    return (piece._replace(text=line) for line in piece.text.splitlines(keepends=True))


def _line(held: Sequence[_Piece]) -> list[Line]:
    text = " ".join("".join(piece.text for piece in held).split())
    if not text:
        return []
    first = next(piece for piece in held if piece.text.strip())
    # A bullet or an initial may be of a size of its own.
    size = max(held, key=lambda piece: len(piece.text.strip())).size
    return [Line(text, first.x, first.y, size)]
