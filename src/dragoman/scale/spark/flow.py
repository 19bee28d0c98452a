"""Rows through Spark: from tasks to rows, rows by key, rows kept on disk. Nothing of them comes to the driver."""

from __future__ import annotations

from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.scale.spark.places import is_address, names_in, place, publish, remove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Row = tuple[Any, ...]
    Batches = Iterator[pa.RecordBatch]

Frame = Any
"""A DataFrame of Spark, whose types are there only where the extra is installed."""
AT_ONCE = 2_000
"""Rows handed on together."""
_GLOBS = frozenset("*?[]{}\\")  # what Spark would take for a pattern
_A_PART = 25_000
"""Rows of a partition, above which there are more of them."""


def spread(spark: Frame, tasks: Sequence[Any], do: Callable[[Any], Iterable[Row]], schema: pa.Schema) -> Frame:
    """A frame of the rows that `do` gives for each of these, each in a Spark task of its own."""
    return _spread(spark, tasks, lambda task: as_batches(do(task), schema), schema)


def mapped(frame: Frame, do: Callable[[Iterator[Row]], Iterable[Row]], schema: pa.Schema) -> Frame:
    """A frame of what `do` makes of the rows of each partition."""

    def run(batches: Batches) -> Batches:
        return as_batches(do(rows_of(batches)), schema)

    return frame.mapInArrow(run, _spark_schema(schema))


def batchwise(frame: Frame, do: Callable[[pa.RecordBatch], pa.RecordBatch], schema: pa.Schema) -> Frame:
    """A frame of what `do` makes of each batch of rows."""
    return frame.mapInArrow(lambda batches: map(do, batches), _spark_schema(schema))


def by_key(frame: Frame, do: Callable[[list[Row]], Iterable[Row]], schema: pa.Schema, *order: str) -> Frame:
    """A frame of what `do` makes of all rows that have one value in the first column; they come in `order`."""
    key = frame.columns[0]

    def run(rows: Iterator[Row]) -> Iterator[Row]:
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield from do(list(group))

    return mapped(frame.repartition(key).sortWithinPartitions(key, *order), run, schema)


def kept(frame: Frame, folder: str, schema: pa.Schema) -> tuple[Frame, int]:
    """The same rows, worked out now and kept in a folder, and how many they are; `schema` names the frame's columns.

    What follows goes back to these files, and not to the beginning, where an executor is lost or rows are read twice.
    """
    rows, spark = write(frame, folder, schema), frame.sparkSession
    if is_address(folder) or not _GLOBS.isdisjoint(folder):
        names = names_in(place(folder))
        return _spread(spark, [f"{folder}/{name}" for name in names], _batches_in, schema), rows
    return spark.read.schema(_spark_schema(schema)).parquet(f"file:{folder}"), rows  # Spark's own way: it is quicker


def write(frame: Frame, folder: str, schema: pa.Schema) -> int:
    """Write a frame into a folder as Parquet, one file a partition, and return how many rows it has.

    Whatever was in the folder is removed. A partition written twice, as Spark may do, is there once.
    """
    counts = pa.schema([("rows", pa.int64())])

    def run(batches: Batches) -> Batches:
        from pyspark import TaskContext  # noqa: PLC0415 - where this runs it is there

        context = TaskContext.get()
        name = f"part-{context.partitionId() if context else 0:05}.parquet"
        yield from as_batches([(_write_part(batches, name, folder, schema),)], counts)

    there = place(folder)
    remove(there)
    there.system.create_dir(there.path, recursive=True)
    written = frame.mapInArrow(run, _spark_schema(counts)).groupBy().sum("rows").first()
    return int(written[0] or 0)


def widen(spark: Frame, rows: int) -> None:
    """See that what follows has partitions enough for so many rows."""
    name = "spark.sql.shuffle.partitions"
    spark.conf.set(name, max(int(spark.conf.get(name)), rows // _A_PART))


def rows_of(batches: Iterable[pa.RecordBatch]) -> Iterator[Row]:
    """The rows of batches as tuples."""
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def as_batches(rows: Iterable[Row], schema: pa.Schema) -> Batches:
    """Rows, tuples in the order of the columns, as batches."""
    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        columns = zip(*some, strict=True)
        arrays = [pa.array(column, one.type) for column, one in zip(columns, schema, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _spread(spark: Frame, tasks: Sequence[Any], do: Callable[[Any], Batches], schema: pa.Schema) -> Frame:
    def run(batches: Batches) -> Batches:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                yield from do(tasks[number])

    return spark.range(0, len(tasks), 1, max(len(tasks), 1)).mapInArrow(run, _spark_schema(schema))


def _write_part(batches: Batches, name: str, folder: str, schema: pa.Schema) -> int:
    rows = 0
    with TemporaryDirectory(prefix="dragoman-") as scratch:
        path = Path(scratch) / name
        with pq.ParquetWriter(path, schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_table(pa.Table.from_batches([batch]).cast(schema))
                rows += batch.num_rows
        publish(path, place(folder).at(name))
    return rows


def _batches_in(name: str) -> Batches:
    there = place(name)
    with there.system.open_input_file(there.path) as file:
        yield from pq.ParquetFile(file).iter_batches(AT_ONCE)


def _spark_schema(schema: pa.Schema) -> Any:  # noqa: ANN401 - Spark's own type
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra that only this engine needs

    return from_arrow_schema(schema)
