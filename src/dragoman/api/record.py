"""A record, open for questions; each answer is an Arrow table, which pandas, polars and DuckDB take as it is."""

from __future__ import annotations

from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from dragoman.analysis import (
    PERIODS,
    Chosen,
    Narrow,
    Period,
    Side,
    actors,
    dyads,
    events,
    quotes,
    reports,
    sides,
    timeline,
)
from dragoman.api.filters import Filters, checked, checked_dyad
from dragoman.errors import InputError, UsageError
from dragoman.export.formats import export
from dragoman.record import Query, Store, tellings

if TYPE_CHECKING:
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
        return timeline(self._chosen(filters))

    def events(self, **filters: Unpack[Filters]) -> pa.Table:
        """Each telling of each event, with its trigger, evidence and what made the program say so."""
        return events(self._chosen(filters))

    def quotes(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who said what, with the words and where they stand."""
        return quotes(self._chosen(filters))

    def actors(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who appears, most mentioned first."""
        return actors(self._chosen(filters))

    def reports(self, **filters: Unpack[Filters]) -> pa.Table:
        """What was read, with how many times, actors, quotations and events were found in it."""
        return reports(self._chosen(filters))

    def sides(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who acts and who is acted on in each telling of each event, one row each, with country, office and sector."""
        return sides(self._chosen(filters))

    def dyads(
        self, a: str | None = None, b: str | None = None, *, by: Period | None = None, **filters: Unpack[Filters]
    ) -> pa.Table:
        """What two sides did to each other, by "day", "week", "month" or "year"; without sides, every two countries.

        A side is a country's code or name, or part of an actor's name. Columns as in `dragoman.analysis.dyads`: counts
        by type, Goldstein sum and mean, quad classes. Status is "actual" unless another is asked for.
        """
        if a is not None or b is not None:
            filters["dyad"] = (a or "", b or "")
        if by is not None and by not in PERIODS:
            raise UsageError(f"{by!r} is no period", where="by", do=f"use one of {', '.join(PERIODS)}")
        return dyads(self._chosen(filters), by)

    def export(self, format: str, out: str | PathLike[str], **filters: Unpack[Filters]) -> tuple[Path, ...]:  # noqa: A002  as `pandas` names it
        """Write the record, or what the filters keep of it, in a format that others read; docs/export.md has them all.

        `out` is a folder for formats of several files, else a file or a folder to put it in. Returns what was written.
        """
        return export(format, self._chosen(filters), Path(out))

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

    def _chosen(self, filters: Filters) -> Chosen:
        dyad = checked_dyad(filters.get("dyad"))
        both = (Side(*dyad[0]), Side(*dyad[1])) if dyad else None
        narrow = Narrow(both, filters.get("outlet"), filters.get("words"))
        return Chosen(self._store, Query(**checked(filters)), narrow)


def open(path: str | PathLike[str] = "dragoman.duckdb") -> Record:  # noqa: A001  `dragoman.open` reads as gzip.open does
    """Open the record at `path` to be read; InputError if there is none, StoreError if it can't be opened."""
    if not Path(path).exists():
        do = f"make one with dragoman read PATH --store {fspath(path)}"
        raise InputError("there is no record here", where=fspath(path), do=do)
    return Record(Store.open(fspath(path), read_only=True))
