"""What is done of a file so far, kept in parts: each the rows of some pages in a row, whole on the disk or not there.

Where one part ends and the next begins makes no difference to the tables that are put together of them.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.export.writing import in_place_of
from dragoman.scale.tables import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.scale.rows import Batches

_NAME = re.compile(r"(\d{9})-(\d{9})")
_GROUP = {"reports": 1_000}
_USUAL_GROUP = 20_000
"""Rows of a row group: fixed, as they are to be the same for every way in which a file was cut into parts."""
_PACKED = pa.ipc.IpcWriteOptions(compression="zstd")


class Part(NamedTuple):
    """The rows of the pages from `first` to `last`, counted from 1, in a folder with a file for each table."""

    first: int
    last: int
    folder: Path


def parts_in(folder: Path) -> list[Part]:
    """The parts that follow one another from the first page on; all else in the folder is removed."""
    found, beyond = list[Part](), list[Path]()
    for path in sorted(folder.iterdir()):
        name = _NAME.fullmatch(path.name)
        if name and int(name[1]) == (found[-1].last + 1 if found else 1):
            found.append(Part(int(name[1]), int(name[2]), path))
        elif path.is_dir():
            beyond.append(path)
    for path in beyond:
        shutil.rmtree(path)
    return found


def write_part(folder: Path, first: int, pages: Sequence[Batches]) -> Part:
    """Write the rows of these pages, of which the number of the first is given, as one part."""
    last = first + len(pages) - 1
    part = Part(first, last, folder / f"{first:09}-{last:09}")
    making = folder / "making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    for name, schema in SCHEMAS.items():
        if batches := [page[name] for page in pages if name in page]:
            _write(making / f"{name}.arrow", pa.Table.from_batches(batches, schema))
    making.replace(part.folder)
    return part


def put_together(parts: Sequence[Part], name: str, path: Path) -> int:
    """Write a table of all parts as Parquet (zstd), and return how many rows it has."""
    rows, size = 0, _GROUP.get(name, _USUAL_GROUP)
    files = [part.folder / f"{name}.arrow" for part in parts]
    with in_place_of(path) as whole:
        with pq.ParquetWriter(whole, SCHEMAS[name], compression="zstd") as writer:
            for group in _groups(_batches(files), SCHEMAS[name], size):
                writer.write_table(group, row_group_size=size)
                rows += group.num_rows
        _settle(whole)
    return rows


def _write(path: Path, table: pa.Table) -> None:
    with pa.ipc.new_file(path, table.schema, options=_PACKED) as writer:
        writer.write_table(table.combine_chunks())
    _settle(path)


def _settle(path: Path) -> None:
    """See the file to the disk before its name says that it is whole."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def _batches(files: Iterable[Path]) -> Iterator[pa.RecordBatch]:
    for file in files:
        if file.exists():
            with pa.ipc.open_file(file) as reader:
                for number in range(reader.num_record_batches):
                    yield reader.get_batch(number)


def _groups(batches: Iterable[pa.RecordBatch], schema: pa.Schema, size: int) -> Iterator[pa.Table]:
    """The rows in tables of `size`, the last of what is left."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        while sum(len(one) for one in held) >= size:
            table = pa.Table.from_batches(held, schema)
            yield table.slice(0, size).combine_chunks()
            held = table.slice(size).to_batches()
    if held:
        yield pa.Table.from_batches(held, schema).combine_chunks()
