"""The record as tables, Parquet or CSV, a file each, with a Frictionless datapackage.json that says what they hold."""

from __future__ import annotations

import csv
import json
from hashlib import file_digest
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman import analysis
from dragoman.export.cells import guarded
from dragoman.export.datapackage import package, resource
from dragoman.export.writing import in_place_of, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from dragoman.analysis import Chosen

TABLES: Mapping[str, Callable[[Chosen], pa.Table]] = {
    "reports": analysis.reports,
    "timeline": analysis.timeline,
    "events": analysis.events,
    "sides": analysis.sides,
    "quotes": analysis.quotes,
    "actors": analysis.actors,
}
"""Each table is what the command of its name answers to the same filters; `sides` has who acts in `events`."""

PACKAGE = "datapackage.json"
_ROWS = 10_000
"""Rows of a table that are Python objects at one time."""


def write_parquet(chosen: Chosen, folder: Path) -> Iterator[Path]:
    """Write each table as Parquet (zstd), and the package."""
    return _write(chosen, folder, "parquet", _parquet)


def write_csv(chosen: Chosen, folder: Path) -> Iterator[Path]:
    """Write each table as CSV (RFC 4180, UTF-8), and the package.

    Unknown is an empty cell, a list is JSON, a day ISO 8601; text that a spreadsheet would take for a formula has an
    apostrophe in front (see cells.py).
    """
    return _write(chosen, folder, "csv", _csv)


def _write(chosen: Chosen, folder: Path, form: str, write: Callable[[pa.Table, Path], None]) -> Iterator[Path]:
    resources = []
    for name, ask in TABLES.items():
        table, path = ask(chosen), folder / f"{name}.{form}"
        with in_place_of(path) as part:
            write(table, part)
        yield path
        with path.open("rb") as written:
            digest = file_digest(written, "sha256").hexdigest()
        resources.append(resource(name, table.schema, form, size=path.stat().st_size, sha256=digest))
    yield write_lines(folder / PACKAGE, [json.dumps(package(resources), ensure_ascii=False, indent=2), "\n"])


def _parquet(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd")


def _csv(table: pa.Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=_ROWS):
            writer.writerows([_cell(value) for value in row.values()] for row in batch.to_pylist())


def _cell(value: object) -> object:
    match value:
        case str():
            return guarded(value)
        case bool():
            return "true" if value else "false"
        case list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return value
