"""The store: a DuckDB file that is opened, written batch by batch, read back and checked."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import duckdb

from dragoman.merge import merge
from dragoman.record.checks import faults
from dragoman.record.connecting import connect, translated
from dragoman.record.inserting import insert
from dragoman.record.judging import add_judgements, load_judgements
from dragoman.record.kept import Tables
from dragoman.record.loading import load_merged, load_reports
from dragoman.record.merging import add_new, note_changed, note_touched, replace
from dragoman.record.regrouping import regroup, regroup_all
from dragoman.record.replaying import replay
from dragoman.record.rows import coding_hash, report_rows
from dragoman.record.schema import BY_REPORT, TABLES, VERSION
from dragoman.record.verifying import problems
from dragoman.review import grounds, in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    import pyarrow as pa

    from dragoman.errors import DragomanError
    from dragoman.merge import Copy, Merged
    from dragoman.model import Report
    from dragoman.record.rows import Row, Run
    from dragoman.review import Judgement

_BATCH = 500  # reports held at once while all are read back
_HASHES = """
    SELECT report, coalesce(c.coding_sha256, m.coding_sha256)
    FROM main.reports m LEFT JOIN coded.reports c USING (report) WHERE report IN (SELECT unnest($ids))
"""  # as the program coded them, whatever people decided


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
            ids = [report.id for report in changed]
            with self._transaction():
                note_changed(self.connection, changed)
                self._delete((*BY_REPORT, *(f"coded.{name}" for name in BY_REPORT)), ids)
                self._insert(report_rows(changed, run))
                replay(self.connection, ids, run)
                self._note(run, merged="stale")
        return frozenset(report.id for report in changed)

    def write_failures(self, failures: Sequence[DragomanError], run: Run) -> None:
        """Keep what could not be read in this run, and why."""
        rows: list[Row] = [(run.id, type(one).__name__, one.where, one.what, one.do) for one in failures]
        with self._transaction():
            self._insert({"failures": rows})
            self._note(run)

    def replace_merged(self, merged: Merged, run: Run) -> None:
        """Put these stories and merged events in the place of all that were there, and replay what people decided."""
        with self._transaction():
            replace(self.connection, merged, run)
            regroup_all(self.connection, run)
            self._note(run, merged="current")

    def merge_new(self, run: Run) -> None:
        """Merge what was written or judged since the last merging: the record is then as if all were merged at once.

        What no new report or judgement touches keeps its rows.
        """
        with self._transaction():
            if not add_new(self.connection, run):
                replace(self.connection, merge(tuple(self._load_all())), run)
            regroup_all(self.connection, run)
            self._note(run, merged="current")

    def copies(self, reports: Iterable[str]) -> tuple[Copy, ...]:
        """Those of these reports (ids) that are copies of others, by origin, then id."""
        with translated(self.path):
            return tuple(sorted(Tables(self.connection).copies(list(reports)), key=lambda copy: copy[::-1]))

    def judge(self, judgements: Iterable[Judgement], run: Run) -> tuple[Judgement, ...]:
        """Add what people decided to what they decided before, let it bear, and return what was not there yet.

        Nothing is ever taken away: an undoing is a judgement too. One that fits nothing is kept, and `lost` has it.
        """
        with self._transaction():
            new = add_judgements(self.connection, judgements, run.id)
            if new:
                reports = self._reports_of(new)
                touched = replay(self.connection, reports, run)
                note_touched(self.connection, reports)
                merged = self._merged()
                if merged != "stale":
                    regroup(self.connection, touched, run)
                self._note(run, merged="judged" if merged == "current" else None)
        return new

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people decided, in the order in which they did."""
        with translated(self.path):
            return tuple(load_judgements(self.connection))

    def rulings(self) -> pa.Table:
        """What judgements in force bear on: judgement, report, event (null: a mention), verb, field, was, stands."""
        with translated(self.path):
            query = "SELECT judgement, report, event, verb, field, was, stands FROM rulings ORDER BY ALL"
            return self.connection.sql(query).to_arrow_table()

    def lost(self) -> tuple[Judgement, ...]:
        """The judgements that are in force and fit nothing in the record, in order."""
        with translated(self.path):
            rows = self.connection.execute("SELECT judgement, list(DISTINCT side) FROM rulings GROUP BY ALL").fetchall()
        sides = {str(name): frozenset(found) for name, found in rows}
        return tuple(one for one in in_force(self.judgements()) if not _needs(one) <= sides.get(one.id, frozenset()))

    def merged_is_current(self) -> bool:
        """Whether stories and events were merged after the last report was written; if not, merge again."""
        return self._merged() in {"current", "judged"}

    def merging_would_change(self) -> bool:
        """Whether there is anything to merge anew: a report that was written since, or a judgement.

        A judgement bears at once on the events it names; with what else they would now be merged shows only then.
        """
        return self._merged() != "current"

    def has(self, report_id: str) -> bool:
        """Whether the report is in the record."""
        return bool(self._one("SELECT count(*) FROM reports WHERE report = ?", report_id))

    def known(self) -> frozenset[str]:
        """The ids of all reports in the record."""
        return frozenset(self._ids())

    def report(self, report_id: str, *, coded: bool = False) -> Report | None:
        """One report without its parse, None if it is not there; with `coded`, whatever people decided of it."""
        with translated(self.path):
            for schema in ("coded", "main") if coded else ("main",):
                for report in load_reports(self.connection, [report_id], schema):
                    return report
        return None

    def load_reports(self) -> Iterator[Report]:
        """All reports as people see them, without their parses, by id."""
        with translated(self.path):
            yield from self._load_all()

    def _load_all(self) -> Iterator[Report]:
        ids = self._ids()
        for start in range(0, len(ids), _BATCH):
            yield from load_reports(self.connection, ids[start : start + _BATCH])

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

    def _merged(self) -> str:
        """How the merged events stand to the reports: "current", "judged" since, or "stale"."""
        return str(self._one("SELECT max(value) FROM meta WHERE key = 'merged'") or "stale")

    def _reports_of(self, judgements: Iterable[Judgement]) -> frozenset[str]:
        """The ids of the reports on which judgements bear, an undoing on those of what it undoes."""
        every = {one.id: one for one in load_judgements(self.connection)}
        found: set[str] = set()
        for one in judgements:
            undone: Judgement | None = one
            while undone is not None:
                found |= grounds(undone)
                undone = every.get(undone.undoes) if undone.undoes else None
        return frozenset(found)

    def _changed(self, reports: Sequence[Report]) -> list[Report]:
        """The reports that the record lacks or has otherwise, each once."""
        batch = {report.id: report for report in reports}
        if any(batch[report.id] != report for report in reports):
            raise ValueError("two different reports of one batch share an id")
        with translated(self.path):
            there = dict(self.connection.execute(_HASHES, {"ids": list(batch)}).fetchall())
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
            except BaseException:  # Ctrl-C too: a batch is written whole or not at all
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
            insert(self.connection, table, values)

    def _note(self, run: Run, *, merged: str | None = None) -> None:
        """Note the run, once, and whether the merged events are those of the reports."""
        if self._one("SELECT count(*) FROM runs WHERE run = ?", run.id) == 0:
            self._insert({"runs": [tuple(run)]})
        if merged:
            self.connection.execute("DELETE FROM meta WHERE key = 'merged'")
            self.connection.execute("INSERT INTO meta VALUES ('merged', ?)", [merged])


def _needs(one: Judgement) -> frozenset[str]:
    """The sides of a judgement that must be there for it to fit."""
    return frozenset({"on", "others"} if one.others else {"on"})
