"""Names of files become reports before coding; what can't be read goes to whoever counts failures."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING, NamedTuple

from dragoman.article import report
from dragoman.errors import InputError
from dragoman.sources import PLAIN, Options, find, pages
from dragoman.sources.columns import checked_map

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from os import PathLike
    from pathlib import Path

    from dragoman.model import Report
    from dragoman.sources import SourceFile
    from dragoman.sources.fetch import Fetcher


class Progress(NamedTuple):
    """How far a reading has come: files `done` of `total`, and the name of the one being read ("" at the end)."""

    done: int
    total: int
    name: str


def options_of(columns: Mapping[str, str] | None, fetcher: Fetcher | None = None) -> Options:
    """How to read: `columns` as `--map` gives them; the web is asked only with a `fetcher`.

    Raises UsageError for a map that can't be meant.
    """
    return Options(checked_map(columns or {}), fetcher)


def fetcher_for(seen: Path | None) -> Fetcher:
    """Who fetches pages; `seen` is the file that remembers from run to run which of them haven't changed.

    Use it in a `with` statement where `seen` is given. Raises StoreError where that file can't be used.
    """
    from dragoman.sources.fetch import Fetcher  # noqa: PLC0415 - what reads files need not load a web client

    return Fetcher(seen)


def reports_of(
    paths: Sequence[str | PathLike[str]],
    on_failure: Callable[[InputError], object],
    on_progress: Callable[[Progress], object] | None = None,
    options: Options = PLAIN,
    leave_out: Collection[Path] = (),
) -> Iterator[Report]:
    """The reports in these files and folders in order, not yet coded.

    Each file or record that can't be read is handed to `on_failure`. `leave_out` are the program's own files, which may
    lie in such a folder. Raises InputError if the names lead to no file.
    """
    files, failures = find([fspath(path) for path in paths])
    own = {path.resolve() for path in leave_out}
    files = [file for file in files if file.path is None or file.path.resolve() not in own] or files
    if not files:
        raise _none(failures)
    for failure in failures:
        on_failure(failure)
    return _of_files(files, on_failure, on_progress or (lambda _: None), options)


def _none(failures: Sequence[InputError]) -> InputError:
    """One error for names that all lead nowhere."""
    whats, dos = (dict.fromkeys(parts) for parts in zip(*((one.what, one.do) for one in failures), strict=True))
    return InputError(", ".join(whats), where=", ".join(one.where for one in failures), do=", ".join(dos))


def _of_files(
    files: Sequence[SourceFile],
    on_failure: Callable[[InputError], object],
    on_progress: Callable[[Progress], object],
    options: Options,
) -> Iterator[Report]:
    for done, file in enumerate(files):
        on_progress(Progress(done, len(files), file.name))
        yield from _of_file(file, on_failure, options)
    on_progress(Progress(len(files), len(files), ""))


def _of_file(file: SourceFile, on_failure: Callable[[InputError], object], options: Options) -> Iterator[Report]:
    for page in pages(file, options):
        if isinstance(page, InputError):
            on_failure(page)
            continue
        try:
            yield report(page)
        except InputError as error:
            on_failure(error)
