"""Many files on many machines: each coded by one task or several, and put together by one."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from dragoman.errors import DragomanError, InputError
from dragoman.scale.files import InputFile, stem_of, write_manifest
from dragoman.scale.parts import put_together
from dragoman.scale.skipping import skipped_of
from dragoman.scale.spark.blocks import Share, code_share, folder_of, parts_of
from dragoman.scale.spark.flow import by_key, spread
from dragoman.scale.spark.places import fetched, files_at, is_address, place, publish, read, remove, size_of
from dragoman.scale.tables import SCHEMAS
from dragoman.sources.find import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.scale.spark.flow import Frame, Row
    from dragoman.scale.spark.places import Found, Place
    from dragoman.scale.task import Task

_SHARED = 4 << 20
"""Bytes of a file below which it isn't worth a second task: each reads the whole file and codes a part of it."""
_A_CORE = 2  # shares that there should be for each, so that none waits long for the slowest
_NAMED = 20
_NO_STEM = "unread "  # in the place of a stem, for a file that can't be read

_TEXT, _NUMBER = pa.string(), pa.int64()
_CODED = pa.schema(
    [
        ("stem", _TEXT),
        *dict.fromkeys(("number", "pages", "bytes"), _NUMBER).items(),
        ("name", _TEXT),
        ("before", pa.bool_()),
        *dict.fromkeys(("what", "where", "do"), _TEXT).items(),
    ]
)
FILES = pa.schema(
    [
        ("stem", _TEXT),
        ("before", pa.bool_()),
        *dict.fromkeys(("pages", "skipped", *SCHEMAS), _NUMBER).items(),
        *dict.fromkeys(("what", "where", "do"), _TEXT).items(),
    ]
)
"""A row for each file: what it came to, or why it came to nothing."""


class SparkResult(NamedTuple):
    """What a batch came to: how many files are done and were done before, rows by table, and what failed.

    `skipped` are the reports that triage left uncoded. Of the failures the first are named, `unnamed` more only
    counted. `merged` has the rows by table of what merging found.
    """

    files: int
    before: int
    skipped: int
    rows: dict[str, int]
    failed: tuple[DragomanError, ...]
    unnamed: int
    merged: dict[str, int]


def batch(spark: Frame, inputs: Sequence[str], out: str, task: Task, *, merge: bool = True) -> SparkResult:
    """Code files and folders, here or under addresses, into `out`, as `dragoman.scale.batch` does, and merge them.

    The same tables under the same names, whoever codes what and dies over it. A file that is done is not done again.
    Raises InputError if the names lead to no file.
    """
    from dragoman.scale.spark.merging import merge_tables  # noqa: PLC0415 - it is much, and not always wanted

    out = out if is_address(out) else str(Path(out).absolute())
    files, failed = files_at(inputs)
    files = [one for one in files if not one.name.startswith(f"{out.rstrip('/')}/")]
    if not files:
        raise failed[0] if failed else InputError("no file to read here", where=inputs[0], do="name a file or a folder")
    found = coded_files(spark, files, out, task).persist()
    done = found.where(f"stem NOT LIKE '{_NO_STEM}%'")
    sums = ["count(*)", "count_if(before)", *(f"coalesce(sum({name}), 0)" for name in ("skipped", *SCHEMAS))]
    files_done, before, skipped, *rows = done.selectExpr(*sums).first()
    wrong = found.where("what IS NOT NULL")
    named = [DragomanError(row["what"], where=row["where"], do=row["do"]) for row in wrong.take(_NAMED)]
    merged = merge_tables(done.where("reports > 0"), out, task) if merge and rows[0] else {}
    by_table, more = dict(zip(SCHEMAS, rows, strict=True)), wrong.count() - len(named)
    return SparkResult(files_done, before, skipped, by_table, (*failed, *named), more, merged)


def coded_files(spark: Frame, files: Sequence[Found], out: str, task: Task) -> Frame:
    """A frame with a row for each file, coded when it is asked for; see FILES."""
    shares = [one for number, file in enumerate(files) for one in _shares(spark, files, number, file)]
    coded = spread(spark, shares, lambda one: [_coded(one, out, task)], _CODED)
    return by_key(coded, lambda rows: _finished(rows, out, task), FILES, "number")


def _shares(spark: Frame, files: Sequence[Found], number: int, file: Found) -> Iterator[Share]:
    """One share of a file if there are files enough for all, else as many as it takes and the file is worth."""
    wanted = -(-_A_CORE * spark.sparkContext.defaultParallelism // len(files))
    shares = max(min(wanted, -(-file.bytes // _SHARED)), 1)
    return (Share(file.name, number, one, shares) for one in range(shares))


def _coded(one: Share, out: str, task: Task) -> Row:
    """Code a share; the row that says what the file is, or what is wrong with it."""
    try:
        with TemporaryDirectory(prefix="dragoman-") as scratch:
            path = fetched(one.name, Path(scratch))
            stem, size = stem_of(path, task), path.stat().st_size
            if _manifest(place(out), stem):
                return (stem, one.number, 0, size, path.name, True, None, None, None)
            pages = code_share(path, one, folder_of(place(out), stem, one.name), task)
            return (stem, one.number, pages, size, path.name, False, None, None, None)
    except InputError as error:
        return (f"{_NO_STEM}{one.number}", one.number, 0, 0, one.name, False, error.what, error.where, error.do)


def _finished(rows: list[Row], out: str, task: Task) -> Iterator[Row]:
    """The row of one content: its tables put together from the blocks of the first file that has it."""
    coded = [dict(zip(_CODED.names, row, strict=True)) for row in rows]
    first, there = coded[0], place(out)
    if first["what"]:
        yield (first["stem"], False, 0, 0, *([0] * len(SCHEMAS)), first["what"], first["where"], first["do"])
        return
    made = _manifest(there, first["stem"])
    made = made or _put_together(first, there, task)
    remove(there.at(f"{first['stem']}.blocks"))
    counts = {name: table["rows"] for name, table in made["tables"].items()}
    wrong = (None, None, None) if counts["reports"] else _empty(first, made["pages"])
    reports = there.at(f"{first['stem']}.reports.parquet")
    with reports.system.open_input_file(reports.path) as table:
        skipped = skipped_of(table)
    yield (first["stem"], first["before"], made["pages"], skipped, *(counts[name] for name in SCHEMAS), *wrong)


def _put_together(file: dict[str, Any], out: Place, task: Task) -> dict[str, Any]:
    """Write the tables of a file that is coded, and its manifest, which is returned."""
    stem, names = file["stem"], [f"{file['stem']}.{name}.parquet" for name in SCHEMAS]
    with TemporaryDirectory(prefix="dragoman-") as scratch:
        here = Path(scratch)
        (here / "parts").mkdir()
        parts = parts_of(folder_of(out, stem, file["name"]), file["pages"], here / "parts")
        rows = {name: put_together(parts, name, here / f"{stem}.{name}.parquet") for name in SCHEMAS}
        write_manifest(here, stem, InputFile(file["name"], file["bytes"]), task, file["pages"], rows)
        for name in (*names, f"{stem}.json"):  # the manifest last: it says that all else is there
            publish(here / name, out.at(name))
        made: dict[str, Any] = json.loads((here / f"{stem}.json").read_text("utf-8"))
        return made


def _manifest(out: Place, stem: str) -> dict[str, Any] | None:
    """What is said of a file that is done: its manifest is there, and each table as large as it says."""
    content = read(out.at(f"{stem}.json"))
    if content is None:
        return None
    try:
        made: dict[str, Any] = json.loads(content)
        sizes = {name: table["bytes"] for name, table in made["tables"].items()}
    except (ValueError, KeyError):
        return None
    whole = all(size_of(out.at(f"{stem}.{name}.parquet")) == size for name, size in sizes.items())
    return made if whole else None


def _empty(file: dict[str, Any], pages: int) -> tuple[str, str, str]:
    where, do = printable(file["name"]), f"see {file['stem']}.errors.parquet, or leave it out"
    return f"no report in it ({pages} pages tried)", where, do
