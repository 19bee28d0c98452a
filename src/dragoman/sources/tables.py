"""CSV: one report a row, the first row the columns' names, whatever the delimiter and the encoding."""

from __future__ import annotations

import csv
import io
from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TextIO

from charset_normalizer import from_bytes

from dragoman.errors import InputError, UsageError
from dragoman.sources.chunks import HEAD, TooLargeError, as_utf8, peek
from dragoman.sources.columns import AS_USUAL, columns_in, columns_of, is_known, plain, shown
from dragoman.sources.decode import decode
from dragoman.sources.kinds import marked_encoding
from dragoman.sources.rows import ROW_LIMIT, page_of
from dragoman.sources.textless import without_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from _typeshed import WriteableBuffer

    from dragoman.model import RawPage

# Characters of a row, quoted line ends and all: csv holds four bytes for each, so this is ROW_LIMIT in memory.
CELLS_LIMIT = ROW_LIMIT // 4

# No report has as many lines; a row left open by a quotation mark has.
_LINES_LIMIT = 100_000
_FEW = 2
_FIRST = 4096
_DELIMITERS = (",", ";", "\t", "|")


class _Dialect(NamedTuple):
    """How a file is written: what parts its cells, and what marks a quotation mark in one where it isn't doubled."""

    delimiter: str = ","
    escape: str | None = None


class _Written(NamedTuple):
    """The encoding of a file, None for UTF-8; or what is wrong with its bytes and what to do."""

    encoding: str | None
    what: str = ""
    do: str = ""


class _Row(NamedTuple):
    """One row: the line it begins on, and its cells or what is wrong with it and what to do."""

    line: int
    cells: list[str]
    what: str = ""
    do: str = ""


def is_csv(head: bytes) -> bool:
    """Whether a file that begins with `head` is a table of reports by its content: for one whose name doesn't say so.

    Its first row names a column with text and another known one, and most rows have as many cells.
    """
    encoding = marked_encoding(head)
    sample = _sample(head).decode(encoding or "utf-8", "replace").removeprefix("\ufeff")
    first = next(iter(sample[:_FIRST].splitlines()), "")
    if not any(sum(map(is_known, first.split(delimiter))) >= _FEW for delimiter in _DELIMITERS):
        return False  # spares most texts the trouble
    dialect = _dialect(sample, frozenset())
    known, fitting, _ = _fit(sample, dialect, frozenset())
    if known < _FEW or fitting < _FEW:
        return False
    names = next(_reader(iter(sample.splitlines()), dialect), [])
    return columns_in(names).text is not None


def csv_pages(
    chunks: Iterator[bytes], name: str, given: Mapping[str, str] = AS_USUAL, limit: int = CELLS_LIMIT
) -> Iterator[RawPage | InputError]:
    """A page for each row of a CSV stream, an error for each row that is none; blank rows go by.

    Columns are parted by comma, semicolon, tab or bar, told from the first rows. `given` says which column is the
    text, the date and so on; the others go by their usual names. A row's path is "dump.csv:17" for the line that it
    begins on; a row of more than `limit` characters is an error. Streams: one row is held at a time.
    """
    head, chunks = peek(chunks)
    written = _written(head)
    if written.what:
        yield InputError(written.what, where=name, do=written.do)
        return
    text = as_utf8(chunks, written.encoding) if written.encoding else chunks
    head, text = peek(text)
    dialect = _dialect(_sample(head).decode("utf-8", "replace"), frozenset(map(plain, given.values())))
    with io.TextIOWrapper(io.BufferedReader(_Stream(text)), "utf-8", "surrogateescape", newline="") as handle:
        yield from _pages(_rows(_Lines(handle, limit), dialect), name, given)


def _pages(rows: Iterator[_Row], name: str, given: Mapping[str, str]) -> Iterator[RawPage | InputError]:
    header = next(rows, None)
    if header is None or header.what:
        what, do = (header.what, header.do) if header else ("an empty file", "leave it out")
        yield InputError(what, where=name, do=do)
        return
    names = [shown(" ".join(cell.split())) for cell in header.cells]
    try:
        columns = columns_of(names, given)
    except UsageError as error:
        yield InputError(error.what, where=name, do=error.do)
        return
    if columns.text is None:
        what, do = without_text(names)
        yield InputError(what, where=name, do=do)
        return
    texts: dict[bytes, bytes] = {}
    row = None
    for row in rows:
        where = f"{name}:{row.line}"
        cells = _by_column(row, names, where)
        yield cells if isinstance(cells, InputError) else page_of(cells, columns, where, texts)
    if row is None:
        yield InputError("a table without rows", where=name, do="leave it out")


def _by_column(row: _Row, names: list[str], where: str) -> dict[str, str] | InputError:
    """The cells of a row by column, or what is wrong with it."""
    if row.what:
        return InputError(row.what, where=where, do=row.do)
    if len(row.cells) != len(names):
        what = f"a row of {len(row.cells)} cells in a table of {len(names)} columns"
        return InputError(what, where=where, do='put "" around cells with a delimiter or a line end, or leave it out')
    return dict(zip(names, row.cells, strict=True))


def _rows(lines: _Lines, dialect: _Dialect) -> Iterator[_Row]:
    """The rows that aren't blank, in order.

    A quotation mark out of place can swallow the rows after it: these are read again without it.
    """
    csv.field_size_limit(CELLS_LIMIT)
    reader = _reader(lines, dialect)
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            do = 'double each quotation mark within a cell (""), or leave the row out'
            yield _Row(lines.begun, [], "a quotation mark out of place", do)
            lines.give_back()
        except TooLargeError:
            yield _Row(lines.begun, [], "a row too long to be a report", "mend its quotation marks or leave it out")
            lines.give_back()
        else:
            if any(cells) and not (lines.begun == 1 and _is_delimiter_line(cells)):
                yield _Row(lines.begun, cells)


def _reader(lines: Iterator[str], dialect: _Dialect) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=dialect.delimiter, escapechar=dialect.escape, strict=True)


def _is_delimiter_line(cells: list[str]) -> bool:
    """Excel's "sep=;", which says how the file is written and is no row of it."""
    return cells[0].lower().startswith("sep=") and not any(cells[1:]) and len(cells[0]) <= 5


def _sample(head: bytes) -> bytes:
    """The whole lines of a file's beginning; NULs in one row of it are that row's fault only."""
    whole = head[: head.rfind(b"\n") + 1] or head if len(head) >= HEAD else head
    return whole.replace(b"\0", b" ") if whole.count(b"\0") * 20 < len(whole) else whole


def _written(head: bytes) -> _Written:
    """How a file that begins with `head` is encoded.

    UTF-8 is told by more characters beyond ASCII that hold than break: the rows of a table are of many makes, and of
    those broken each is an error of its own.
    """
    if encoding := marked_encoding(head):
        return _Written(encoding)
    sample = _sample(head)
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    as_it_is = broken * 2 <= sum(not char.isascii() for char in text)
    decoded = decode(text.encode() if as_it_is else sample)
    if decoded.text is None:
        return _Written(None, decoded.what, decoded.do)
    if as_it_is:
        return _Written(None)
    if sample.decode("cp1252", "replace") == decoded.text:
        return _Written("cp1252")
    best = from_bytes(sample, threshold=0.15).best()  # as `decode` asks, which gives the text only
    return _Written(best.encoding if best else None)


def _dialect(sample: str, wanted: frozenset[str]) -> _Dialect:
    """The way of writing in which most columns are known, most rows have as many cells and there are most columns."""
    ways = [_Dialect(delimiter, escape) for escape in (None, "\\") for delimiter in _DELIMITERS]
    return max(ways, key=lambda way: _fit(sample, way, wanted))


def _fit(sample: str, dialect: _Dialect, wanted: frozenset[str]) -> tuple[int, int, int]:
    lines = _Lines(io.StringIO(sample, newline=""), len(sample))
    rows = list(_rows(lines, dialect))
    if len(rows) > _FEW:
        rows.pop()  # the sample may end within it
    if not rows or rows[0].what:
        return 0, 0, 0
    names = rows[0].cells
    known = sum(is_known(name) or plain(name) in wanted for name in names)
    return known, sum(1 if len(row.cells) == len(names) else -1 for row in rows), len(names)


class _Stream(io.RawIOBase):
    """Chunks of bytes as a file, for the standard library to part into lines."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks, self._left = chunks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        room = memoryview(buffer).cast("B")
        size = min(len(room), len(self._left))
        room[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


class _Lines:
    """The lines of a file for csv to read: numbered, a row's length bounded, and a broken row's lines given back."""

    def __init__(self, handle: TextIO, limit: int) -> None:
        self.begun = 1
        self._handle, self._limit = handle, limit
        self._number = 1  # of the line to come
        self._row: list[str] = []
        self._size = 0
        self._returned: deque[str] = deque()
        self._credit = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else self._fresh()
        if not line:
            raise StopIteration
        self._number += 1
        self._size += len(line)
        self._row.append(line)
        if len(line) > self._limit:
            self._pass_over(line)
            self._row.clear()
        if self._size > self._limit or len(self._row) > _LINES_LIMIT:
            raise TooLargeError
        return line

    def begin(self) -> None:
        """The next line opens a new row."""
        self.begun, self._row, self._size = self._number, [], 0

    def give_back(self) -> None:
        """The row is broken: its lines but the first are to be read again, each as a row's beginning.

        A hostile file could have all of it read over and over, so no more is given back than was read.
        """
        again = self._row[1:]
        size = sum(map(len, again))
        if size <= self._credit:
            self._credit -= size
            self._number -= len(again)
            self._returned.extendleft(reversed(again))

    def _fresh(self) -> str:
        line = self._handle.readline(self._limit + 1)
        self._credit += len(line)
        return line

    def _pass_over(self, line: str) -> None:
        """The rest of a line that was too long to be read at once goes by."""
        while len(line) > self._limit and not line.endswith(("\n", "\r")):
            line = self._handle.readline(self._limit + 1)
