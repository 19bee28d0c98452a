"""Read news into a record: what is new is coded and written, what is there already is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from os import PathLike, fspath
from typing import TYPE_CHECKING

from dragoman import __version__
from dragoman.api.pages import reports_of
from dragoman.errors import InputError
from dragoman.knowledge.codebook import codebook
from dragoman.merge import merge
from dragoman.pipeline import code
from dragoman.record import Run, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.api.pages import Progress
    from dragoman.model import Report

BATCH = 32
"""Reports written at once: an interruption costs at most the coding of so many."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a reading came to.

    `read` counts reports written, `unchanged` those that were there already or came twice, and `failed` says of each
    input that could not be read why.
    """

    read: int
    unchanged: int
    failed: tuple[InputError, ...]


@dataclass(slots=True)
class _Reading:
    """The counts of a reading under way, and the ids it has met."""

    store: Store
    again: bool
    known: frozenset[str]
    met: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    failed: list[InputError] = field(default_factory=list)


def read(
    paths: str | PathLike[str] | Sequence[str | PathLike[str]],
    *,
    store: str | PathLike[str] = "dragoman.duckdb",
    again: bool = False,
    on_progress: Callable[[Progress], object] | None = None,
) -> ReadResult:
    """Read files and folders into the record at `store`, which is made if it is not there; running it again is free.

    A report whose id and words are in the record is left as it is, unless `again` asks to code it anew (with a newer
    version, say). Raises InputError if the paths lead to no file, StoreError if the record can't be written. What was
    written before an interruption stays; the next reading goes on from there.
    """
    names = [paths] if isinstance(paths, str | PathLike) else list(paths)
    failed: list[InputError] = []
    incoming = reports_of(names, failed.append, on_progress)
    with Store.open(fspath(store), create=True) as record:
        run = Run.begin(program=__version__, codebook=codebook().version)
        reading = _Reading(record, again, record.known(), failed=failed)
        written = _write_all(code(_worth_coding(incoming, reading)), reading, run)
        if failed:
            record.write_failures(failed, run)
        if not record.merged_is_current():
            record.replace_merged(merge(tuple(record.load_reports())), run)
    return ReadResult(written, reading.unchanged, tuple(failed))


def _write_all(reports: Iterator[Report], reading: _Reading, run: Run) -> int:
    """Write the reports batch by batch and return how many were new or changed."""
    written = 0
    while batch := tuple(islice(reports, BATCH)):
        try:
            changed, refused = reading.store.write(batch, run), 0
        except ValueError:
            changed, refused = _write_singly(batch, reading, run)
        written += changed
        reading.unchanged += len(batch) - changed - refused
    return written


def _write_singly(batch: Sequence[Report], reading: _Reading, run: Run) -> tuple[int, int]:
    """Write what the record takes of a batch that it refused; how many were new or changed, and how many it refused.

    It refuses a report whose evidence does not hold: a fault of a stage, which may not cost the user the others.
    """
    changed = refused = 0
    for report in batch:
        try:
            changed += reading.store.write([report], run)
        except ValueError as error:
            refused += 1
            what = f"coded with evidence that does not hold ({error})"
            reading.failed.append(InputError(what, where=report.source.path, do="please report this as a fault"))
    return changed, refused


def _worth_coding(reports: Iterator[Report], reading: _Reading) -> Iterator[Report]:
    for report in reports:
        words = hash((report.title, report.text))
        if report.id not in reading.met:
            reading.met[report.id] = words
            if _is_taken(report, reading):
                what = f"the id {report.id!r} stands for other words in this record"
                do = "give it another id, or replace those words with --again"
                reading.failed.append(InputError(what, where=report.source.path, do=do))
            elif _is_there(report, reading):
                reading.unchanged += 1
            else:
                yield report
        elif reading.met[report.id] == words:
            reading.unchanged += 1
        else:
            what = f"the id {report.id!r} stands for other words already"
            do = "give each report an id of its own"
            reading.failed.append(InputError(what, where=report.source.path, do=do))


def _is_taken(report: Report, reading: _Reading) -> bool:
    """Whether the record has other words of another file under this id: two givers of ids may use one and the same.

    A file that was read before may change what it says; its new words take the place of the old.
    """
    if reading.again or report.id not in reading.known:
        return False
    there = reading.store.report(report.id)
    if there is None or (there.title, there.text) == (report.title, report.text):
        return False
    return _file(there) != _file(report)


def _file(report: Report) -> str:
    return report.source.path.rsplit(":", 1)[0]


def _is_there(report: Report, reading: _Reading) -> bool:
    """Whether the record has this report with these words and this given date."""
    if reading.again or report.id not in reading.known:
        return False
    there = reading.store.report(report.id)
    same_date = report.published.basis != "given" or (there is not None and there.published == report.published)
    return there is not None and (there.title, there.text) == (report.title, report.text) and same_date
