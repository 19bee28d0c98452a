"""A record, open for questions; each answer is an Arrow table, which pandas, polars and DuckDB take as it is."""

from __future__ import annotations

from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from dragoman.api.filters import Filters, checked
from dragoman.errors import InputError
from dragoman.record import Query, Store, actors, events, quotes, reports, tellings, timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike
    from types import TracebackType

    import pyarrow as pa

    from dragoman.model import Report


class Record:
    """A record file, open to be read; use it in a `with` statement. `dragoman.open` makes one.

    The filters of each question are those of `dragoman.api.filters.Filters`; a value that can't be meant raises
    UsageError.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; tables that were handed out stay."""
        self._store.close()

    def is_merged(self) -> bool:
        """Whether all that was read is merged; a reading that was interrupted leaves that to the next one."""
        return self._store.merged_is_current()

    def timeline(self, **filters: Unpack[Filters]) -> pa.Table:
        """What happened, day by day: one row for each real event, however many reports tell it."""
        return self._ask(timeline, filters)

    def events(self, **filters: Unpack[Filters]) -> pa.Table:
        """Each telling of each event, with its trigger, evidence and what made the program say so."""
        return self._ask(events, filters)

    def quotes(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who said what, with the words and where they stand."""
        return self._ask(quotes, filters)

    def actors(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who appears, most mentioned first."""
        return self._ask(actors, filters)

    def reports(self, **filters: Unpack[Filters]) -> pa.Table:
        """What was read, with how many times, actors, quotations and events were found in it."""
        return self._ask(reports, filters)

    def event(self, event_id: str) -> pa.Table:
        """All tellings of one event, columns as in `events`; InputError if the record has no such event."""
        found = tellings(self._store, event_id)
        if found.num_rows == 0:
            raise InputError("no such event in this record", where=event_id, do="take an id from dragoman timeline")
        return found

    def report(self, report_id: str) -> Report:
        """One report with all that was found in it; InputError if the record has no such report."""
        found = self._store.report(report_id)
        if found is None:
            raise InputError("no such report in this record", where=report_id, do="take an id from dragoman report")
        return found

    def _ask(self, question: Callable[[Store, Query], pa.Table], filters: Filters) -> pa.Table:
        return question(self._store, Query(**checked(filters)))


def open(path: str | PathLike[str] = "dragoman.duckdb") -> Record:  # noqa: A001  `dragoman.open` reads as gzip.open does
    """Open the record at `path` to be read; InputError if there is none, StoreError if it can't be opened."""
    if not Path(path).exists():
        do = f"make one with dragoman read PATH --store {fspath(path)}"
        raise InputError("there is no record here", where=fspath(path), do=do)
    return Record(Store.open(fspath(path), read_only=True))
