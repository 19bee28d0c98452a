"""The store: a DuckDB file that is opened, written batch by batch, read back and checked."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import duckdb
import pyarrow as pa

from dragoman.record.checks import faults
from dragoman.record.connecting import connect, translated
from dragoman.record.loading import load_merged, load_reports
from dragoman.record.rows import coding_hash, merged_rows, report_rows
from dragoman.record.schema import BY_REPORT, MERGED, TABLES, VERSION
from dragoman.record.verifying import problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import TracebackType

    from dragoman.errors import DragomanError
    from dragoman.merge import Merged
    from dragoman.model import Report
    from dragoman.record.rows import Row, Run

_BATCH = 500  # reports held at once while all are read back


class Health(NamedTuple):
    """What `doctor` says of a store: schema version, size in bytes, rows by table, and what is wrong with it."""

    path: str
    schema: int
    size: int
    rows: dict[str, int]
    problems: tuple[str, ...]


class Store:
    """A record file, open; use it in a `with` statement.

    Every method raises StoreError if the file can't be read or written. A write is done wholly or not at all.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, read_only: bool = False) -> Store:
        """Open the record at `path`; with `create`, make it if it is not there.

        Raises StoreError if there is no such file, it is no DuckDB file or no record, a newer dragoman wrote it,
        another process holds it, or rights or disk space are missing.
        """
        return cls(Path(path), connect(Path(path), create=create, read_only=read_only))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays written."""
        with translated(self.path):
            self.connection.close()

    def write(self, reports: Sequence[Report], run: Run) -> frozenset[str]:
        """Write a batch, all of it or nothing, and return the ids of the reports that were new or changed.

        A report whose id and coding are there already is left as it is; one whose coding changed is replaced. Raises
        ValueError, and writes nothing, if a span lies outside its text, an actor is named that the report lacks, or
        two reports of the batch differ but share an id.
        """
        changed = self._changed(reports)
        wrong = [line for report in changed for line in faults(report)]
        if wrong:
            raise ValueError("; ".join(wrong))
        if changed:
            with self._transaction():
                self._delete(BY_REPORT, [report.id for report in changed])
                self._insert(report_rows(changed, run))
                self._note(run, merged="stale")
        return frozenset(report.id for report in changed)

    def write_failures(self, failures: Sequence[DragomanError], run: Run) -> None:
        """Keep what could not be read in this run, and why."""
        rows: list[Row] = [(run.id, type(one).__name__, one.where, one.what, one.do) for one in failures]
        with self._transaction():
            self._insert({"failures": rows})
            self._note(run)

    def replace_merged(self, merged: Merged, run: Run) -> None:
        """Put these stories and merged events in the place of all that were there."""
        with self._transaction():
            for table in MERGED:
                self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the schema's own names
            self._insert(merged_rows(merged, run))
            self._note(run, merged="current")

    def merged_is_current(self) -> bool:
        """Whether stories and events were merged after the last report was written; if not, merge again."""
        return self._one("SELECT max(value) FROM meta WHERE key = 'merged'") == "current"

    def has(self, report_id: str) -> bool:
        """Whether the report is in the record."""
        return bool(self._one("SELECT count(*) FROM reports WHERE report = ?", report_id))

    def known(self) -> frozenset[str]:
        """The ids of all reports in the record."""
        return frozenset(self._ids())

    def report(self, report_id: str) -> Report | None:
        """One report as it was written, without its parse; None if it is not there."""
        with translated(self.path):
            return next(load_reports(self.connection, [report_id]), None)

    def load_reports(self) -> Iterator[Report]:
        """All reports as they were written, without their parses, by id."""
        ids = self._ids()
        for start in range(0, len(ids), _BATCH):
            with translated(self.path):
                batch = list(load_reports(self.connection, ids[start : start + _BATCH]))
            yield from batch

    def load_merged(self) -> Merged:
        """The stories and merged events that are there, as they were written."""
        with translated(self.path):
            return load_merged(self.connection)

    def verify(self) -> list[str]:
        """Check every offset, hash and reference; one line for each thing that is wrong, so [] means whole."""
        merged = self.merged_is_current()
        with translated(self.path):
            return problems(self.connection, merged=merged)

    def health(self) -> Health:
        """Schema version, size, rows by table and what `verify` finds."""
        rows = {table: int(str(self._one(f"SELECT count(*) FROM {table}"))) for table in TABLES}  # noqa: S608 - the schema's own names
        return Health(str(self.path), VERSION, self.path.stat().st_size, rows, tuple(self.verify()))

    def _changed(self, reports: Sequence[Report]) -> list[Report]:
        """The reports that the record lacks or has otherwise, each once."""
        batch = {report.id: report for report in reports}
        if any(batch[report.id] != report for report in reports):
            raise ValueError("two different reports of one batch share an id")
        with translated(self.path):
            query = "SELECT report, coding_sha256 FROM reports WHERE report IN (SELECT unnest(?))"
            there = dict(self.connection.execute(query, [list(batch)]).fetchall())
        return [report for report in batch.values() if there.get(report.id) != coding_hash(report)]

    def _ids(self) -> list[str]:
        with translated(self.path):
            rows = self.connection.execute("SELECT report FROM reports ORDER BY report").fetchall()
        return [str(name) for (name,) in rows]

    def _one(self, query: str, *values: str) -> object:
        """The first value of the first row; None if there is none."""
        with translated(self.path):
            rows = self.connection.execute(query, list(values)).fetchall()  # one left unread would hold the connection
        return rows[0][0] if rows else None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of what is done within, or none of it."""
        with translated(self.path):
            self.connection.begin()
            try:
                yield
                self.connection.commit()
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        """Undo; after a fatal failure DuckDB has done so itself and refuses, and the first error is the one to tell."""
        with suppress(duckdb.Error):
            self.connection.rollback()

    def _delete(self, tables: Sequence[str], reports: Sequence[str]) -> None:
        for table in tables:
            query = f"DELETE FROM {table} WHERE report IN (SELECT unnest(?))"  # noqa: S608 - the schema's own names
            self.connection.execute(query, [list(reports)])

    def _insert(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Add rows, by table, as Arrow: one statement for many."""
        for table, values in rows.items():
            schema = self.connection.table(table).limit(0).to_arrow_table().schema
            columns = zip(*values, strict=True)
            arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
            self.connection.from_arrow(pa.table(arrays, schema=schema)).insert_into(table)

    def _note(self, run: Run, *, merged: str | None = None) -> None:
        """Note the run, once, and whether the merged events are those of the reports."""
        if self._one("SELECT count(*) FROM runs WHERE run = ?", run.id) == 0:
            self._insert({"runs": [tuple(run)]})
        if merged:
            self.connection.execute("DELETE FROM meta WHERE key = 'merged'")
            self.connection.execute("INSERT INTO meta VALUES ('merged', ?)", [merged])
