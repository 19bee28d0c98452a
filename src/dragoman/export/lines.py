"""The record as JSON Lines of the public contract (docs/contract.md): what `extract` and `merge` print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dragoman import analysis
from dragoman.export.choosing import reports
from dragoman.export.contract import merged_to_json, story_to_json, to_json
from dragoman.export.writing import write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.analysis import Chosen

REPORTS, MERGED = "reports.jsonl", "merged.jsonl"


def write_jsonl(chosen: Chosen, folder: Path) -> Iterator[Path]:
    """Write reports.jsonl (whole reports, as `dragoman extract`) and merged.jsonl (as `dragoman merge`).

    Of stories those are written that hold such a report, of merged events those that `dragoman timeline` lists.
    """
    yield write_lines(folder / REPORTS, (_line(to_json(report)) for report in reports(chosen)))
    yield write_lines(folder / MERGED, (_line(row) for row in _merged(chosen)))


def _merged(chosen: Chosen) -> Iterator[dict[str, object]]:
    told = set(analysis.reports(chosen)["id"].to_pylist())
    happened = set(analysis.timeline(chosen)["id"].to_pylist())
    merged = chosen.store.load_merged()
    origin_of = dict(merged.copies)
    yield from (story_to_json(story, origin_of) for story in merged.stories if told.intersection(story.reports))
    yield from (merged_to_json(event) for event in merged.events if event.id in happened)


def _line(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n"
