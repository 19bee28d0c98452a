"""Reads the CSV tables that lie beside the code; every table's first row names its columns."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(file: str) -> list[dict[str, str]]:
    """The rows of one of this package's tables ("countries.csv"), each as column name to text, "" where unknown."""
    text = files("dragoman.knowledge").joinpath(file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def parts(cell: str) -> tuple[str, ...]:
    """The forms of a cell that holds several, split at "|"; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()
