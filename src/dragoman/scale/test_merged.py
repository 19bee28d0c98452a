from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from dragoman.export import to_json
from dragoman.export.conftest import corpus
from dragoman.merge import merge
from dragoman.scale.merged import MERGED, coded_rows, key_of, merge_tables, merged_rows, one_of_each
from dragoman.scale.rows import report_batches
from dragoman.scale.tables import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.model import Report

STEMS = ("00000000000000a1-0123abcd", "00000000000000b2-0123abcd")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two tables of reports, one report in both of them and one that isn't coded."""
    reports = corpus()
    again = replace(reports[0], source=replace(reports[0].source, path="zzz"))
    other = replace(reports[0], id="other", language="pt", events=(), actors=(), quotes=(), times=(), places=())
    write(tmp_path, STEMS[0], reports[::2])
    write(tmp_path, STEMS[1], [again, other, *reports[1::2]])
    return tmp_path


def write(out: Path, stem: str, reports: list[Report]) -> None:
    with pq.ParquetWriter(out / f"{stem}.reports.parquet", SCHEMAS["reports"]) as writer:
        for report in reports:
            writer.write_batch(report_batches(report)["reports"])


def test_the_tables_say_what_merging_the_coded_reports_gives(out: Path) -> None:
    counts = merge_tables(out, STEMS)
    expected = merged_rows(merge(corpus()))
    assert counts == {name: len(rows) for name, rows in expected.items()}
    for name, schema in MERGED.items():
        table = pq.read_table(out / f"merged-{key_of(STEMS)}" / name)
        assert table.schema.names == schema.names
        assert [tuple(row.values()) for row in table.to_pylist()] == expected[name]


def test_what_was_merged_is_not_merged_again(out: Path) -> None:
    counts = merge_tables(out, STEMS)
    (out / f"{STEMS[0]}.reports.parquet").unlink()
    assert merge_tables(out, STEMS) == counts
    assert json.loads((out / f"merged-{key_of(STEMS)}.json").read_text()) == counts


def test_the_name_comes_from_what_is_merged_whatever_its_order() -> None:
    assert key_of(STEMS) == key_of([*STEMS[::-1], STEMS[0]])
    assert len({key_of(STEMS), key_of(STEMS[:1]), key_of(STEMS[1:])}) == 3


def test_of_a_page_archived_twice_the_first_by_path_counts(out: Path) -> None:
    rows = [row for stem in STEMS for row in coded_rows(out / f"{stem}.reports.parquet")]
    assert len(rows) == len(corpus()) + 1
    for some in (rows, rows[::-1]):
        found = {report.id: to_json(report) for report in one_of_each(some)}
        assert found == {report.id: to_json(report) for report in corpus()}
