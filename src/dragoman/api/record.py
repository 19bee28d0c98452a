"""A record, open for questions; each answer is an Arrow table, which pandas, polars and DuckDB take as it is."""

from __future__ import annotations

from dataclasses import replace
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack, get_args

from dragoman import analysis
from dragoman.analysis import PERIODS, Chosen, Period
from dragoman.api.comparing import compare_event
from dragoman.api.filters import Filters, checked, checked_dyad
from dragoman.errors import InputError, UsageError
from dragoman.export.formats import export
from dragoman.record import Kind, Query, Side, Store, tellings

if TYPE_CHECKING:
    from os import PathLike
    from types import TracebackType

    import pyarrow as pa

    from dragoman.merge import Comparison
    from dragoman.model import Report

KINDS: tuple[Kind, ...] = get_args(Kind)


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
        return analysis.timeline(self._chosen(filters))

    def events(self, **filters: Unpack[Filters]) -> pa.Table:
        """Each telling of each event, with its trigger, evidence and what made the program say so."""
        return analysis.events(self._chosen(filters))

    def quotes(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who said what, with the words and where they stand."""
        return analysis.quotes(self._chosen(filters))

    def actors(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who appears, most mentioned first."""
        return analysis.actors(self._chosen(filters))

    def reports(self, **filters: Unpack[Filters]) -> pa.Table:
        """What was read, with how many times, actors, quotations and events were found in it."""
        return analysis.reports(self._chosen(filters))

    def sides(self, **filters: Unpack[Filters]) -> pa.Table:
        """Who acts and who is acted on in each telling of each event, one row each, with country, office and sector."""
        return analysis.sides(self._chosen(filters))

    def dyads(
        self, a: str | None = None, b: str | None = None, *, by: Period | None = None, **filters: Unpack[Filters]
    ) -> pa.Table:
        """What two sides did to each other, by "day", "week", "month" or "year"; without sides, every two countries.

        A side is a country's code or name, or part of an actor's name. Columns as in `dragoman.analysis.dyads`: counts
        by type, Goldstein sum and mean, quad classes. Status is "actual" unless another is asked for.
        """
        if a is not None or b is not None:
            filters["dyad"] = (a or "", b or "")
        return analysis.dyads(self._chosen(filters), None if by is None else _period(by))

    def count(self, of: Kind, **filters: Unpack[Filters]) -> int:
        """How many rows the timeline, events, quotes, actors or reports have in all, whatever the limit and offset."""
        if of not in KINDS:
            raise UsageError(f"{of!r} can't be counted", where="of", do=f"use one of {', '.join(KINDS)}")
        return analysis.count(self._chosen(filters), of)

    def periods(self, *, by: Period = "month", **filters: Unpack[Filters]) -> pa.Table:
        """How many events each day, week, month or year holds, by quad class; `dragoman.analysis.periods` says more."""
        return analysis.periods(self._chosen(filters), _period(by))

    def types(self, **filters: Unpack[Filters]) -> pa.Table:
        """How many events are of each type, most first."""
        return analysis.types(self._chosen(filters))

    def places(self, **filters: Unpack[Filters]) -> pa.Table:
        """Where events took place: name, country, latitude, longitude and how many, most first."""
        return analysis.places(self._chosen(filters))

    def partners(self, **filters: Unpack[Filters]) -> pa.Table:
        """With whom an actor or a country, one of which is to be named, has most to do, and in which direction."""
        chosen = self._chosen(filters)
        if chosen.query.actor is None and chosen.query.country is None:
            raise UsageError("nobody is named", where="partners", do="name an actor or a country")
        return analysis.partners(chosen)

    def choices(self) -> pa.Table:
        """What filters may be set to: the types, statuses, outlets and countries there are, most frequent first."""
        return analysis.choices(self._store)

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

    def compare(self, event_id: str) -> Comparison:
        """What is said of one event by who says it, side by side; InputError if the record has no such event."""
        return compare_event(self._store, event_id)

    def report(self, report_id: str) -> Report:
        """One report with all that was found in it; InputError if the record has no such report."""
        found = self._store.report(report_id)
        if found is None:
            raise InputError("no such report in this record", where=report_id, do="take an id from dragoman report")
        return found

    def _chosen(self, filters: Filters) -> Chosen:
        sides = checked_dyad(filters.get("dyad"))
        dyad = (Side(*sides[0]), Side(*sides[1])) if sides else None
        return Chosen(self._store, replace(Query(**checked(filters)), dyad=dyad))


def _period(by: str) -> Period:
    for one in PERIODS:
        if one == by:
            return one
    raise UsageError(f"{by!r} is no period", where="by", do=f"use one of {', '.join(PERIODS)}")


def open(path: str | PathLike[str] = "dragoman.duckdb") -> Record:  # noqa: A001  `dragoman.open` reads as gzip.open does
    """Open the record at `path` to be read; InputError if there is none, StoreError if it can't be opened."""
    if not Path(path).exists():
        do = f"make one with dragoman read PATH --store {fspath(path)}"
        raise InputError("there is no record here", where=fspath(path), do=do)
    return Record(Store.open(fspath(path), read_only=True))
