"""One file, one task: a file of pages becomes a set of tables, named by what is in the file and what was asked.

A file that is done is not done again, one that was stopped goes on where it was. The bytes written depend on the file
and the task alone: not on its name or place but for the name in `path`, nor on who coded which page, nor on stops.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import time
from contextlib import contextmanager
from hashlib import file_digest
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import InputError, StoreError
from dragoman.export.writing import write_lines
from dragoman.scale.coding import Page, code_pages
from dragoman.scale.parts import parts_in, put_together, write_part
from dragoman.scale.reader import Reader
from dragoman.scale.rows import Batches
from dragoman.scale.tables import SCHEMAS
from dragoman.sources.find import cause, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dragoman.scale.parts import Part
    from dragoman.scale.task import Task

    Coder = Callable[[Iterator[Page], Task], Iterator[Batches]]

PART_PAGES = 500
PART_BYTES = 48 << 20
PART_SECONDS = 30.0
"""A part is written at the first of these: what a power cut costs, and what is held in memory until then."""


class Step(NamedTuple):
    """How far a file is: pages coded, those of them in this run, errors in this run, and the share of it read."""

    pages: int
    fresh: int
    errors: int
    share: float


class InputFile(NamedTuple):
    """What a manifest says of the file that was coded: its name without folder, and its size."""

    name: str
    bytes: int


class FileResult(NamedTuple):
    """What a file came to: its path, the stem of its tables' names, rows by table, pages; whether it was done before.

    `done` is false for one that was stopped; its rows are then unknown.
    """

    path: Path
    stem: str
    pages: int
    rows: dict[str, int]
    done: bool
    before: bool = False


def code_file(  # noqa: PLR0913 - where from, where to, what, and three ways to take part
    path: Path,
    out: Path,
    task: Task,
    *,
    coder: Coder = code_pages,
    on_page: Callable[[Step], object] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> FileResult:
    """Code a file into `out`: `STEM.TABLE.parquet` for each table, and `STEM.json`, written last, which says of what.

    `coder` takes the pages and gives the rows of each in their order: in this process, or a pool's. Once `stop` is
    true, what is coded is kept and the file is left for another time. Raises InputError for a file that can't be read,
    StoreError where another process is at it or the folder can't be written.
    """
    stem = stem_of(path, task)
    if (there := _finished(path, out, stem)) is not None:
        return there
    with _held(out / f"{stem}.parts") as folder, Reader(path, task) as reader:
        if (there := _finished(path, out, stem)) is not None:  # by who held it until now
            return there
        parts = _code_rest(reader, folder, lambda pages: coder(pages, task), on_page or (lambda _: None), stop)
        pages = parts[-1].last if parts else 0
        if not reader.ended or pages < reader.read:
            return FileResult(path, stem, pages, {}, done=False)
        rows = {name: put_together(parts, name, out / f"{stem}.{name}.parquet") for name in SCHEMAS}
        write_manifest(out, stem, InputFile(path.name, path.stat().st_size), task, pages, rows)
        shutil.rmtree(folder)
    return FileResult(path, stem, pages, rows, done=True)


def stem_of(path: Path, task: Task) -> str:
    """What the names of a file's tables begin with: 16 digits of the SHA-256 of its bytes, then the task's key."""
    try:
        with path.open("rb") as handle:
            return f"{file_digest(handle, 'sha256').hexdigest()[:16]}-{task.key()}"
    except OSError as error:
        do = "check its rights, or leave it out"
        raise InputError(f"can't be read ({cause(error)})", where=printable(str(path)), do=do) from error


def _code_rest(
    reader: Reader,
    folder: Path,
    coded: Callable[[Iterator[Page]], Iterator[Batches]],
    on_page: Callable[[Step], object],
    stop: Callable[[], bool],
) -> list[Part]:
    """Code what the parts in the folder don't have, and write more of them; all parts, in order."""
    parts = parts_in(folder)
    first = start = parts[-1].last + 1 if parts else 1
    held, size, errors, written = list[Batches](), 0, 0, time.monotonic()
    for number, batches in enumerate(coded(_from(reader, start, stop)), start=start):
        held.append(batches)
        size += sum(batch.nbytes for batch in batches.values())
        errors += "errors" in batches
        on_page(Step(number, number - start + 1, errors, reader.share()))
        if len(held) >= PART_PAGES or size >= PART_BYTES or time.monotonic() - written >= PART_SECONDS:
            parts.append(write_part(folder, first, held))
            first, held, size, written = number + 1, [], 0, time.monotonic()
    if held:
        parts.append(write_part(folder, first, held))
    return parts


def _from(reader: Reader, first: int, stop: Callable[[], bool]) -> Iterator[Page]:
    """The pages from a number on, until it is time to stop."""
    while not stop():
        page = next(reader, None)
        if page is None:
            return
        if reader.read >= first:
            yield page


def _finished(path: Path, out: Path, stem: str) -> FileResult | None:
    """What a file came to that was done before: its manifest is there, and each table as large as it says."""
    try:
        made = json.loads((out / f"{stem}.json").read_text("utf-8"))
        sizes = {name: (out / f"{stem}.{name}.parquet").stat().st_size for name in made["tables"]}
    except (FileNotFoundError, ValueError):
        return None
    if any(made["tables"][name]["bytes"] != size for name, size in sizes.items()):
        return None
    shutil.rmtree(out / f"{stem}.parts", ignore_errors=True)  # left by who was stopped just before it did this
    rows = {name: table["rows"] for name, table in made["tables"].items()}
    return FileResult(path, stem, made["pages"], rows, done=True, before=True)


def write_manifest(  # noqa: PLR0913, PLR0917 - all of it is what is written
    out: Path, stem: str, coded: InputFile, task: Task, pages: int, rows: dict[str, int]
) -> None:
    """Write `STEM.json` beside the tables, which are there: what was coded how, and which bytes came of it."""
    tables = {}
    for name, count in rows.items():
        file = out / f"{stem}.{name}.parquet"
        with file.open("rb") as handle:
            digest = file_digest(handle, "sha256").hexdigest()
        tables[name] = {"rows": count, "bytes": file.stat().st_size, "sha256": digest}
    made = {"input": printable(coded.name), "bytes": coded.bytes, "pages": pages, "task": task.described()}
    write_lines(out / f"{stem}.json", [json.dumps({**made, "tables": tables}, indent=2, ensure_ascii=False), "\n"])


@contextmanager
def _held(folder: Path) -> Iterator[Path]:
    """The folder for a file's parts, held against other processes of this machine as long as it is used."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                do = "wait until that has ended and run the command again"
                raise StoreError("another process is at this file", where=str(folder), do=do) from None
            yield folder
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise StoreError(f"can't be written ({cause(error)})", where=str(folder), do="name another folder") from error
