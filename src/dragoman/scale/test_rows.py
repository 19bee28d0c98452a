"""What a table row says is what the record's own export says of the same report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from dragoman import analysis
from dragoman.analysis import Chosen
from dragoman.errors import InputError
from dragoman.export import from_json
from dragoman.export.conftest import corpus
from dragoman.model import Report
from dragoman.record import Run, Store
from dragoman.scale.rows import error_batches, report_batches
from dragoman.scale.tables import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator

ONLY_MERGED = {"story", "copy_of", "merged"}
SAME = ("reports", "events", "sides", "quotes")


def here(name: str) -> pa.Table:
    """The corpus as this package's table."""
    return pa.Table.from_batches([found[name] for one in corpus() if name in (found := report_batches(one))])


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, pa.Table]]:
    with Store.open(tmp_path_factory.mktemp("record") / "a.duckdb", create=True) as store:
        store.write(corpus(), Run.begin(program="0.1.0", codebook="2021"))
        yield {name: getattr(analysis, name)(Chosen(store)) for name in (*SAME, "actors")}


def in_order(table: pa.Table, columns: list[str]) -> list[dict[str, object]]:
    return sorted(table.select(columns).to_pylist(), key=repr)


@pytest.mark.parametrize("name", SAME)
def test_a_table_has_the_columns_of_the_export_and_says_the_same_in_them(
    exported: dict[str, pa.Table], name: str
) -> None:
    theirs = exported[name]
    for column in theirs.schema:
        assert SCHEMAS[name].field(column.name).type == column.type
    assert SCHEMAS[name].names[: len(theirs.schema.names)] == theirs.schema.names
    told = [column for column in theirs.schema.names if column not in ONLY_MERGED]
    assert in_order(here(name), told) == in_order(theirs, told)


def test_what_only_a_merge_can_say_is_unknown() -> None:
    assert here("reports")["story"].null_count == len(corpus())
    assert here("events")["merged"].null_count == here("events").num_rows


def test_actors_counted_by_report_add_up_to_those_of_the_record(exported: dict[str, pa.Table]) -> None:
    ours, theirs = here("actors"), exported["actors"]
    for count in ("mentions", "events", "quotes"):
        assert sum(ours[count].to_pylist()) == sum(theirs[count].to_pylist())
    assert set(ours["name"].to_pylist()) == set(theirs["name"].to_pylist())


def test_a_whole_report_can_be_had_back() -> None:
    rows = here("reports").to_pylist()
    assert [from_json({**json.loads(row["coded"]), "text": row["text"]}) for row in rows] == corpus()


def test_a_report_in_another_language_has_its_text_and_no_coding() -> None:
    other = report_batches(Report("r9", corpus()[0].source, None, "Boa tarde.", 0, language="pt"))
    assert list(other) == ["reports"]
    assert other["reports"].to_pylist()[0]["coded"] is None
    assert other["reports"].to_pylist()[0]["text"] == "Boa tarde."


def test_an_error_is_a_row_whatever_characters_are_in_it() -> None:
    rows = error_batches(InputError("not\ud800 text", where="a\udcff.warc#1", do="leave it out"))
    assert rows["errors"].to_pylist() == [{"place": "a?.warc#1", "what": "not? text", "remedy": "leave it out"}]
