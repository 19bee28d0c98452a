"""How many reports triage left uncoded, as the tables have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def skipped_in(out: Path, stems: Iterable[str]) -> int:
    """How many reports of these files' tables in a folder have something in `skipped`."""
    return sum(skipped_of(out / f"{stem}.reports.parquet") for stem in stems)


def skipped_of(path: Path | pa.NativeFile) -> int:
    """The same of one table: by what it says of each row group, or by the values where it doesn't count the nulls."""
    about = pq.read_metadata(path)
    column = about.schema.names.index("skipped")
    parts = [about.row_group(number).column(column) for number in range(about.num_row_groups)]
    if all(part.statistics and part.statistics.has_null_count for part in parts):
        return sum(int(part.num_values) - int(part.statistics.null_count) for part in parts)
    table = pq.read_table(path, columns=["skipped"])
    return int(table.num_rows - table["skipped"].null_count)
