"""What writes a record in each of the formats (names.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import UsageError
from dragoman.export.annotations import write_annotations
from dragoman.export.citations import bibtex_lines, csl_lines, ris_lines
from dragoman.export.ftm import ftm_lines
from dragoman.export.gdelt_files import write_gdelt
from dragoman.export.graphml import graphml_lines
from dragoman.export.icews import icews_lines
from dragoman.export.lines import write_jsonl
from dragoman.export.phoenix import phoenix_lines
from dragoman.export.polecat import polecat_lines
from dragoman.export.tables import write_csv, write_parquet
from dragoman.export.writing import write_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dragoman.analysis import Chosen


class File(NamedTuple):
    """A format of one file; `name` is what it is called where a folder is given."""

    name: str
    lines: Callable[[Chosen], Iterator[str]]


Files = Callable[["Chosen", "Path"], Iterator["Path"]]
"""A format of several files: writes them into a folder."""

WRITERS: Mapping[str, Files | File] = {
    "parquet": write_parquet,
    "csv": write_csv,
    "jsonl": write_jsonl,
    "gdelt": write_gdelt,
    "icews": File("events.icews.tsv", icews_lines),
    "polecat": File("events.polecat.tsv", polecat_lines),
    "phoenix": File("events.phoenix.tsv", phoenix_lines),
    "ftm": File("entities.ftm.json", ftm_lines),
    "annotations": write_annotations,
    "ris": File("reports.ris", ris_lines),
    "bibtex": File("reports.bib", bibtex_lines),
    "csl": File("reports.csl.json", csl_lines),
    "graphml": File("events.graphml", graphml_lines),
}
"""What writes each of the formats."""


def export(name: str, chosen: Chosen, out: Path) -> tuple[Path, ...]:
    """Write what is chosen in a format, and return the files written; UsageError if there is no such format.

    A format of several files makes the folder `out`; one of a single file writes `out`, or into it if it is a folder.
    Files of the same names are replaced, each only once its successor is whole.
    """
    writer = WRITERS.get(name)
    if writer is None:
        raise UsageError(f"{name!r} is not known", where="format", do=f"use one of {', '.join(WRITERS)}")
    if isinstance(writer, File):
        return (write_lines(out / writer.name if out.is_dir() else out, writer.lines(chosen)),)
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file", where="out", do=f"name a folder: {name} writes several files")
    return tuple(writer(chosen, out))
