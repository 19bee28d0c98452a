"""Read news into a record: what is new is coded and written, what is there already is left."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import __version__
from dragoman.api.outcomes import Tally
from dragoman.api.pages import fetcher_for, options_of, reports_of
from dragoman.api.sifting import Sieve, worth_coding
from dragoman.api.triaging import beside_skipped
from dragoman.errors import InputError
from dragoman.knowledge.codebook import codebook
from dragoman.pipeline import code
from dragoman.record import Run, Store
from dragoman.siblings import in_windows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from dragoman.api.outcomes import Outcome, ReadResult
    from dragoman.api.pages import Progress
    from dragoman.model import Report

BATCH = 32
"""Reports written at once, and dated by one another: an interruption costs at most the coding of so many."""


def read(  # noqa: PLR0913 - each a choice of the user's, given by name
    paths: str | PathLike[str] | Sequence[str | PathLike[str]],
    *,
    store: str | PathLike[str] = "dragoman.duckdb",
    again: bool = False,
    triage: bool = True,
    columns: Mapping[str, str] | None = None,
    fetch: bool = False,
    on_progress: Callable[[Progress], object] | None = None,
    on_outcome: Callable[[Outcome], object] | None = None,
    leave_out: Collection[str | PathLike[str]] = (),
) -> ReadResult:
    """Read files and folders into the record at `store`, which is made if it is not there; running it again is free.

    A report whose id and words are in the record is left as it is, unless `again` asks to code it anew (with a newer
    version, say). With `triage`, what a cheap look takes to be about neither diplomacy nor conflict is kept, counted
    and not coded, unless it names an own actor or was coded before; without it, what was so skipped before is coded
    too. `columns` names the columns of tables and fields of records, as {"text": "body"}. With `fetch`, pages
    and feeds that feeds and lists of feeds link to are asked of the web, at most one a second from each host; what
    their servers say of versions is kept beside the record, so that what hasn't changed isn't sent again. `on_outcome`
    is told of each report and input as it is done, copies at the end. The record itself, and files in `leave_out`, are
    passed over where they lie in a folder that is read.

    Raises InputError if the paths lead to no file, UsageError for columns that can't be meant, StoreError if the record
    can't be written. What was written before an interruption stays; the next reading goes on from there.
    """
    names = [paths] if isinstance(paths, str | PathLike) else list(paths)
    with ExitStack() as stack:
        seen = Path(store).with_suffix(".fetched.json")
        fetcher = stack.enter_context(fetcher_for(seen)) if fetch else None
        tally = Tally(on_outcome or (lambda _: None), triage)
        own = [Path(store), seen, *map(Path, leave_out)]
        incoming = reports_of(names, tally.fail, on_progress, options_of(columns, fetcher), own)
        record = stack.enter_context(Store.open(fspath(store), create=True))
        run = Run.begin(program=__version__, codebook=codebook().version)
        sieve = Sieve(record, tally, again, record.known(), triage)
        coded = code(worth_coding(incoming, sieve), sieve.wants)
        _write_all(beside_skipped(coded, lambda those: in_windows(those, BATCH), triage=triage), record, tally, run)
        if tally.failed:
            record.write_failures(tally.failed, run)
        return tally.result(_merge_new(record, tally, run))


def _merge_new(record: Store, tally: Tally, run: Run) -> int:
    """Merge what was written or judged, and return how many that were written are copies of others."""
    if not record.merging_would_change():
        return 0
    record.merge_new(run)
    copies = record.copies(tally.written)
    for copy in copies:
        tally.copy(copy.report, copy.origin)
    return len(copies)


def _write_all(reports: Iterator[Report], record: Store, tally: Tally, run: Run) -> None:
    """Write the reports batch by batch, each batch wholly or report by report where one is refused."""
    while batch := tuple(islice(reports, BATCH)):
        try:
            changed = record.write(batch, run)
        except ValueError:
            for report in batch:
                _write_one(report, record, tally, run)
        else:
            for report in batch:
                (tally.keep if report.id in changed else tally.leave)(report)


def _write_one(report: Report, record: Store, tally: Tally, run: Run) -> None:
    """Write a report of a batch that was refused, if it isn't the one whose evidence does not hold.

    That would be a fault of a stage, which may not cost the user the others.
    """
    try:
        changed = record.write([report], run)
    except ValueError as error:
        what = f"coded with evidence that does not hold ({error})"
        tally.fail(InputError(what, where=report.source.path, do="please report this as a fault"))
    else:
        (tally.keep if changed else tally.leave)(report)
