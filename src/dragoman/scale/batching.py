"""Many files on one machine, one after the other, each by all workers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import DragomanError, InputError, StoreError, UsageError
from dragoman.scale.files import code_file
from dragoman.scale.pool import USUAL, Limits, Pool
from dragoman.sources import find
from dragoman.sources.find import cause, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from os import PathLike

    from dragoman.scale.files import FileResult, Step
    from dragoman.scale.task import Task


class BatchStep(NamedTuple):
    """How far a batch is: the name and number (from 1) of the file at hand, of how many, and how far that is.

    `share` is how much of all files has been read, 0 to 1, by their sizes.
    """

    name: str
    number: int
    files: int
    step: Step
    share: float


class BatchResult(NamedTuple):
    """What a batch came to: each file that was done or begun, what could not be read, and whether it was stopped."""

    files: tuple[FileResult, ...]
    failed: tuple[DragomanError, ...]
    stopped: bool


def batch(  # noqa: PLR0913 - each a choice of the user's, given by name
    inputs: Sequence[str | PathLike[str]],
    out: str | PathLike[str],
    task: Task,
    *,
    workers: int | None = None,
    limits: Limits = USUAL,
    on_step: Callable[[BatchStep], object] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> BatchResult:
    """Code files and folders into `out`, a set of tables a file; see `code_file`. Running it again is free.

    `workers` are processes, as many as there are processors unless said otherwise. Once `stop` is true the pages at
    hand are finished and the rest is left; the same call goes on from there. Files that can't be read, have no report
    in them or are another process' at this moment are failed, and the others go on. Raises InputError if the names
    lead to no file, UsageError for an `out` that is no folder, DragomanError where workers can't start.
    """
    folder = _made(Path(out))
    files, failed = _found([os.fspath(one) for one in inputs], folder)
    done: list[FileResult] = []
    with Pool(workers or _processors(), limits, stop) as pool:
        for number, path in enumerate(files, start=1):
            if stop():
                return BatchResult(tuple(done), tuple(failed), stopped=True)
            tell = _teller(files, number, on_step)
            try:
                done.append(code_file(path, folder, task, coder=pool.code, on_page=tell, stop=stop))
            except (InputError, StoreError) as error:
                failed.append(error)
    failed += [_empty(one) for one in done if one.done and not one.rows["reports"]]
    return BatchResult(tuple(done), tuple(failed), stopped=not all(one.done for one in done))


def _processors() -> int:
    """How many this program may use; not every system can tell that from how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _found(names: Sequence[str], out: Path) -> tuple[list[Path], list[DragomanError]]:
    """The files that the names lead to, but for what was written by batches before, and what can't be used of them."""
    found, errors = find(names)
    failed: list[DragomanError] = [*errors]
    failed += [_unseekable(one.name) for one in found if not one.path or not one.path.is_file()]
    files = [one.path for one in found if one.path and one.path.is_file()]
    files = [path for path in files if out.resolve() not in path.resolve().parents]
    if not files:
        raise failed[0] if failed else InputError("no file to read here", where=names[0], do="name a file or a folder")
    return files, failed


def _teller(files: Sequence[Path], number: int, tell: Callable[[BatchStep], object]) -> Callable[[Step], object]:
    """Who tells of one file's steps with the share of all files that they mean."""
    sizes = [path.stat().st_size for path in files]
    before, all_of_it, of_this = sum(sizes[: number - 1]), max(sum(sizes), 1), sizes[number - 1]

    def told(step: Step) -> None:
        share = (before + step.share * of_this) / all_of_it
        tell(BatchStep(files[number - 1].name, number, len(files), step, share))

    return told


def _made(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"can't be made ({cause(error)})", where=f"--out {out}", do="name another folder") from None
    return out


def _unseekable(name: str) -> InputError:
    return InputError("not a file, which could be read twice", where=name, do="save it to a file first")


def _empty(one: FileResult) -> InputError:
    what = f"no report in it ({one.pages} pages tried)"
    return InputError(what, where=printable(one.path.name), do=f"see {one.stem}.errors.parquet, or leave it out")
