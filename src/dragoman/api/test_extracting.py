"""Reports that are extracted together date one another, whatever their order; one alone is as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dragoman.api.extracting import extract

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dragoman.model import Report

STORY = (
    "The ministers of Norway and Peru met in Oslo on Monday and spoke about fish, as a ministry official said. Both "
    "sides want to sell more fish abroad, and both would like the other to catch less of it. The ministers spoke for "
    "three hours in a hall by the harbour, ate cod with potatoes, and left without a word to those who had waited in "
    "the rain outside. A second round of talks is to follow in Lima, the official said."
)
WIRE = {"id": "wire", "text": STORY, "date": "2015-05-05"}
COPY = {"id": "copy", "text": f"{STORY} Peru's embassy would not say when."}
OTHER = {"id": "other", "text": "A choir from Aflao sang in the rain, and nobody who heard it went home before dark."}


def extracted(folder: Path, rows: Sequence[dict[str, str]]) -> dict[str, Report]:
    path = folder / "in.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    reports = list(extract(path))
    assert [one.id for one in reports] == [row["id"] for row in rows]
    return {one.id: one for one in reports}


@pytest.mark.parametrize("rows", [[WIRE, COPY, OTHER], [COPY, OTHER, WIRE]])
def test_a_copy_is_dated_by_the_wire_text_wherever_that_stands(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    found = extracted(tmp_path, rows)
    published = found["copy"].published
    assert published.interval is not None
    assert published.basis == "inferred"
    assert published.interval.first.isoformat() <= "2015-05-05" <= published.interval.last.isoformat()
    assert any("wire" in one.constraint for one in published.evidence)
    assert found["wire"].published.basis == "given"
    assert found["other"].published.interval is None


def test_alone_it_has_no_date(tmp_path: Path) -> None:
    assert extracted(tmp_path, [COPY])["copy"].published.interval is None
