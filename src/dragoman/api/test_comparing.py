"""A record's events compared, read by the real pipeline."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Any

import pytest

import dragoman
from dragoman.api.comparing import comparison_to_json
from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.api.record import Record

REPORTS = Path(__file__).with_name("test_comparing_reports.txt")  # JSON Lines


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    copy(REPORTS, folder / "news.jsonl")
    dragoman.read([folder / "news.jsonl"], store=folder / "made.duckdb")
    return folder / "made.duckdb"


@pytest.fixture
def record(store: Path) -> Iterator[Record]:
    with dragoman.open(store) as opened:
        yield opened


def event(record: Record, report: str, trigger: str) -> str:
    rows = record.events().to_pylist()
    return str(next(row["merged"] for row in rows if row["report"] == report and row["trigger"] == trigger))


def points(record: Record, event_id: str) -> list[dict[str, Any]]:
    first, *rest = comparison_to_json(record.compare(event_id))
    assert first["kind"] == "comparison"
    return rest


def test_the_model_case_comes_out_as_two_renderings_of_one_side_and_words_that_are_only_here(record: Record) -> None:
    found = record.compare(event(record, "izmir", "call"))
    named = [side for side in found.sides if not side.own_voice]
    assert [(side.name, set(side.reports)) for side in named] == [("France", {"izmir", "lyon"}), ("Turkey", {"lyon"})]
    pairs = [point for point in found.points if point.kind == "paired"]
    assert {tuple(sorted({one.report for one in point.statements})) for point in pairs} == {("izmir", "lyon")}
    assert len(pairs) == 2
    [kalin] = [point for point in found.points if "B" in point.sides]
    assert kalin.kind == "only_here"
    assert [one.words[:16] for one in kalin.statements] == ["Erdogan proposed"]


def test_a_telling_finds_the_event_it_is_merged_into(record: Record) -> None:
    rows = [row for row in record.events().to_pylist() if row["report"] == "izmir" and row["trigger"] == "call"]
    assert record.compare(rows[0]["id"]) == record.compare(rows[0]["merged"])


def test_what_a_ministry_says_otherwise_a_week_later_is_a_change(record: Record) -> None:
    for report, trigger in (("canberra-1", "met"), ("canberra-2", "meet")):
        [point] = [point for point in points(record, event(record, report, trigger)) if point["is"] == "conflict"]
        [conflict] = point["conflicts"]
        assert conflict["kind"] == "change"
        assert conflict["because"].startswith("2015-05-04, then 2015-05-11: “met” (actual) then “meet” (negated)")


def test_what_one_government_alleges_and_the_other_denies_is_a_contradiction(record: Record) -> None:
    [point] = [point for point in points(record, event(record, "kampala", "attacked")) if point["is"] == "conflict"]
    assert {one["kind"] for one in point["conflicts"]} == {"contradiction"}
    assert point["sides"] == ["A", "B"]


def test_every_statement_in_json_leads_back_to_its_words(record: Record) -> None:
    for row in record.timeline().to_pylist():
        for point in points(record, row["id"]):
            for one in point["statements"]:
                report = record.report(one["report"])
                assert report.text[one["start"] : one["end"]] == one["words"]
                assert one["path"] == report.source.path
        json.dumps(list(comparison_to_json(record.compare(row["id"]))), allow_nan=False)


def test_an_event_that_is_not_there_is_an_input_error(record: Record) -> None:
    with pytest.raises(InputError, match="e0: no such event in this record; take an id from dragoman timeline"):
        record.compare("e0")
