"""What merging makes of coded reports, as tables, and merging on one machine.

`stories`, `copies`, `events` and `fulfilments` are folders of Parquet files in the folder `merged-KEY`. KEY comes
from what was merged; `merged-KEY.json`, written last, counts the rows.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.export import from_json
from dragoman.export.writing import in_place_of, write_lines
from dragoman.merge import EDITION, merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dragoman.merge import Merged
    from dragoman.model import Interval, Member, MergedEvent, Report, Story

    Row = tuple[Any, ...]

_TEXT, _DAY = pa.string(), pa.date32()
_NAMES = pa.list_(_TEXT)
_MEMBERS = pa.list_(pa.struct([("report", _TEXT), ("event", _TEXT)]))
_READOUTS = pa.list_(
    pa.struct(
        [("reported_by", _TEXT), ("members", _MEMBERS), ("only_here", pa.bool_()), ("conflicts_with", _NAMES)],
    )
)
MERGED: Mapping[str, pa.Schema] = {
    "stories": pa.schema([("story", _TEXT), ("reports", _NAMES), ("date_from", _DAY), ("date_to", _DAY)]),
    "copies": pa.schema([("report", _TEXT), ("origin", _TEXT)]),
    "events": pa.schema(
        [
            ("merged", _TEXT),
            ("members", _MEMBERS),
            ("type", _TEXT),
            ("source", _NAMES),
            ("target", _NAMES),
            ("date_from", _DAY),
            ("date_to", _DAY),
            ("status", _TEXT),
            ("independent_sources", pa.int64()),
            ("readouts", _READOUTS),
        ]
    ),
    "fulfilments": pa.schema([("event", _TEXT), ("plan", _TEXT)]),
}
"""By table. A row is a story with its reports, a copy with its origin, a real event with all that tell it, or an event
with the plan that it came of. Reports are named by their ids, as in `reports`, tellings by report and event."""


def key_of(stems: Iterable[str]) -> str:
    """What the name of a merge ends with: 15 digits that come from the stems (their exclusive or), then the task's key.

    All stems are of one task. The edition of the merge is part of it.
    """
    both, task = 0, ""
    for stem in {*stems}:
        content, task = stem.split("-")
        both ^= int(content[:15], 16)
    return f"{both:015x}-{task}-{EDITION}"


def merge_tables(out: Path, stems: Sequence[str]) -> dict[str, int]:
    """Merge the coded reports in these tables of `out`, in memory, and return the rows by table.

    What was merged before is not merged again.
    """
    key = key_of(stems)
    if (there := read_counts(out, key)) is not None:
        return there
    merged = merge([*one_of_each(row for stem in {*stems} for row in coded_rows(out / f"{stem}.reports.parquet"))])
    for name, rows in merged_rows(merged).items():
        with in_place_of(out / f"merged-{key}" / name / "part-00000.parquet") as path:
            pq.write_table(as_table(rows, MERGED[name]), path, compression="zstd")
    counts = {name: len(rows) for name, rows in merged_rows(merged).items()}
    write_lines(out / f"merged-{key}.json", [json.dumps(counts), "\n"])
    return counts


def read_counts(out: Path, key: str) -> dict[str, int] | None:
    """The rows by table of a merge that was made before; None if there is none."""
    try:
        counts: dict[str, int] = json.loads((out / f"merged-{key}.json").read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return counts


def coded_rows(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """The id, path, coding and text of the reports in a table that were coded, a group of rows in memory at a time."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(500, columns=["id", "path", "coded", "text"]):
            yield from (row for row in zip(*(column.to_pylist() for column in batch.columns), strict=True) if row[2])


def one_of_each(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[Report]:
    """The reports of these rows; of those with one id, a page archived twice, the first by path, then coding."""
    first: dict[str, tuple[str, str, str, str]] = {}
    for row in rows:
        first[row[0]] = min(first.get(row[0], row), row)
    for row in first.values():
        yield report_of(row)


def report_of(row: tuple[str, str, str, str]) -> Report:
    """The report of a row."""
    return from_json({**json.loads(row[2]), "text": row[3]})


def merged_rows(merged: Merged) -> dict[str, list[Row]]:
    """The rows of what was merged, by table."""
    return {
        "stories": [story_row(one) for one in merged.stories],
        "copies": [tuple(one) for one in merged.copies],
        "events": [event_row(one) for one in merged.events],
        "fulfilments": [tuple(one) for one in merged.fulfils],
    }


def story_row(story: Story) -> Row:
    """The row of a story."""
    return (story.id, list(story.reports), *_days(story.interval))


def event_row(event: MergedEvent) -> Row:
    """The row of a merged event."""
    said = [
        {
            "reported_by": one.reported_by,
            "members": _members(one.members),
            "only_here": one.only_here,
            "conflicts_with": list(one.conflicts_with),
        }
        for one in event.readouts
    ]
    sides = list(event.source), list(event.target)
    told = event.status, event.independent_sources, said
    return (event.id, _members(event.members), event.type, *sides, *_days(event.date), *told)


def as_table(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Rows, tuples in the order of the columns, as a table."""
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema)


def _members(members: Iterable[Member]) -> list[dict[str, str]]:
    return [one._asdict() for one in members]


def _days(interval: Interval | None) -> tuple[Any, Any]:
    return (interval.first, interval.last) if interval else (None, None)
