"""Rows into tables, as Arrow: one statement for many."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from dragoman.record.schema import DDL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.record.rows import Row


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """Add rows whose values come in the order of the schema's columns; a migrated table may have them in another."""
    if not rows:
        return
    schema = columns(table)
    arrays = [pa.array(column, type=field.type) for column, field in zip(zip(*rows, strict=True), schema, strict=True)]
    connection.register("incoming", pa.table(arrays, schema=schema))
    try:
        connection.execute(f"INSERT INTO {table} BY NAME FROM incoming")
    finally:
        connection.unregister("incoming")


@cache
def columns(table: str) -> pa.Schema:
    """The columns of a table as `schema` has them."""
    return _made().table(table).limit(0).to_arrow_table().schema


@cache
def _made() -> duckdb.DuckDBPyConnection:
    """A record with nothing in it, nowhere on disk."""
    connection = duckdb.connect(":memory:")
    connection.execute(DDL)
    return connection
