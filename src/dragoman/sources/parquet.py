"""Parquet: one report a row, read a few rows at a time."""

from __future__ import annotations

from os import SEEK_END
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.errors import InputError, UsageError
from dragoman.sources.chunks import FREE_UNPACKED, MOST_UNPACKED, TooLargeError
from dragoman.sources.columns import AS_USUAL, columns_of, shown
from dragoman.sources.rows import ROW_LIMIT, page_of
from dragoman.sources.textless import without_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.model import RawPage
    from dragoman.sources.columns import Columns

_MARK = b"PAR1"
_BUFFER = 1 << 20
_BATCH = 8  # few, since each may be a long text; 64 would be no faster


class _Table(NamedTuple):
    """A file open for reading, which of its columns is what, and the most bytes that it may unpack to."""

    file: pq.ParquetFile
    columns: Columns
    most: int


def is_parquet(handle: BinaryIO) -> bool:
    """Whether an open file is Parquet and can be read as one, which a pipe can't; it stays at its beginning."""
    if not handle.seekable():
        return False
    begin = handle.read(len(_MARK))
    handle.seek(0)
    return begin == _MARK


def parquet_pages(handle: BinaryIO, name: str, given: Mapping[str, str] = AS_USUAL) -> Iterator[RawPage | InputError]:
    """A page for each row of an open Parquet file, an error for each row that is none.

    `given` says which column is the text, the date and so on; the others go by their usual names. A row's path is
    "dump.parquet:17" for row 17, counted from 1. Text is a string column; an id may be a whole number, a date a whole
    number (20150531), a date or a time, whose day is that of its own zone. A damaged file is one error after the rows
    that could be read. Raises OSError for what the disk has against it.
    """
    number = 0
    try:
        table = _opened(handle, name, given)
        texts: dict[bytes, bytes] = {}
        for number, row in enumerate(_rows(table), start=1):
            yield page_of(row, table.columns, f"{name}:{number}", texts)
    except InputError as error:
        yield error
    except TooLargeError:
        do = f"leave it out; {number} rows were read"
        yield InputError("a packed bomb: it holds far more than its size", where=name, do=do)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        yield InputError("a damaged Parquet file", where=name, do=f"write it again; {number} rows could be read")
    else:
        if not number:
            yield InputError("a table without rows", where=name, do="leave it out")


def _opened(handle: BinaryIO, name: str, given: Mapping[str, str]) -> _Table:
    most = MOST_UNPACKED * handle.seek(0, SEEK_END) + FREE_UNPACKED
    file = pq.ParquetFile(handle, pre_buffer=False, buffer_size=_BUFFER)
    schema: pa.Schema = file.schema_arrow
    try:
        columns = columns_of(schema.names, given)
    except UsageError as error:
        raise InputError(error.what, where=name, do=error.do) from error
    if columns.text is None:
        what, do = without_text(schema.names)
        raise InputError(what, where=name, do=do)
    unfit = {field: column for field, column in columns.named().items() if not _fits(field, schema.field(column).type)}
    for field, column in unfit.items():
        if field == "text" or field not in columns.usual:
            what = f'the column "{shown(column)}" holds {_kind(schema.field(column).type)}, not a {_wanted(field)}'
            raise InputError(what, where=name, do=f"write it as strings, or name another as in --map {field}=NAME")
    return _Table(file, columns.without(unfit), most)


def _fits(field: str, kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if _is_words(kind) or pa.types.is_null(kind):
        return True
    if pa.types.is_integer(kind):
        return field in {"id", "date"}
    return field == "date" and bool(pa.types.is_date(kind) or pa.types.is_timestamp(kind))


def _is_words(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _wanted(field: str) -> str:
    return {"date": "date", "id": "string or whole number"}.get(field, "string")


def _kind(kind: pa.DataType) -> str:
    return f"nested values ({kind})"[:80] if pa.types.is_nested(kind) else f"{kind} values"


def _rows(table: _Table) -> Iterator[dict[str, str | None]]:
    """The rows, of each only the columns that say something."""
    wanted = list(dict.fromkeys(table.columns.named().values()))
    unpacked = 0
    for group in range(table.file.num_row_groups):
        for batch in table.file.iter_batches(_BATCH, [group], wanted, use_threads=False):
            unpacked += batch.nbytes
            if unpacked > table.most:
                raise TooLargeError
            step = _BATCH if batch.nbytes < ROW_LIMIT else 1
            for start in range(0, len(batch), step):
                values = [_values(batch.column(column).slice(start, step)) for column in wanted]
                for row in zip(*values, strict=True):
                    yield dict(zip(wanted, row, strict=True))


def _values(column: pa.Array) -> list[str | None]:
    """The values of a column as a table of text has them: numbers in digits, times in ISO 8601."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_temporal(column.type):
        return [words and words.replace(" ", "T", 1) for words in column.cast(pa.string()).to_pylist()]
    if pa.types.is_integer(column.type):
        return [None if number is None else str(number) for number in column.to_pylist()]
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        held = column.cast(pa.large_binary()).to_pylist()
        return [words and words.decode("utf-8", "surrogateescape") for words in held]
