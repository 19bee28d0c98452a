"""`dragoman compare` on a small record made by the real pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import dragoman
from dragoman.cli import app as command
from dragoman.cli.app import app

REPORTS = Path(command.__file__).parents[1] / "api" / "test_comparing_reports.txt"  # JSON Lines
CALL = (
    "French President Emmanuel Macron told Turkish President Recep Tayyip Erdogan in a video call on Tuesday that "
    "conciliatory \u202ewords\x1b[2J need deeds, the French presidency said."
)
HOSTILE = {"id": "hostile", "date": "2021-03-03", "outlet": "Red\x1b[31m Herald", "text": CALL}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    news = f"{json.dumps(HOSTILE)}\n{REPORTS.read_text(encoding='utf-8')}"
    (folder / "news.jsonl").write_text(news, encoding="utf-8")
    dragoman.read([folder / "news.jsonl"], store=folder / "made.duckdb")
    return folder / "made.duckdb"


def event(store: Path, report: str, trigger: str) -> str:
    with dragoman.open(store) as record:
        rows = record.events().to_pylist()
    return str(next(row["merged"] for row in rows if row["report"] == report and row["trigger"] == trigger))


def run(store: Path, *args: str, width: int = 120) -> Result:
    return CliRunner().invoke(app, ["compare", *args, "--store", str(store)], env={"COLUMNS": str(width)})


def printed(store: Path, event_id: str, width: int = 120) -> str:
    result = run(store, event_id, width=width)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("width", [40, 60, 79, 80, 120, 200])
def test_the_answer_fits_the_terminal_and_holds_nothing_that_steers_it(store: Path, width: int) -> None:
    found = printed(store, event(store, "izmir", "call"), width)
    assert max(map(len, found.splitlines())) <= width
    assert "\x1b" not in found
    assert "\u202e" not in found


def test_sides_stand_beside_each_other_and_one_under_the_other_where_it_is_narrow(store: Path) -> None:
    call = event(store, "izmir", "call")
    wide, narrow = printed(store, call, 120).splitlines(), printed(store, call, 70).splitlines()
    assert any("A  France" in line and "B  Turkey" in line for line in wide)
    assert not any("A  France" in line and "B  Turkey" in line for line in narrow)
    assert "B  Turkey: İbrahim Kalın" in [line.rstrip() for line in narrow]


def test_each_kind_of_point_has_its_heading_and_the_reports_their_numbers(store: Path) -> None:
    found = " ".join(printed(store, event(store, "izmir", "call"), 60).split())
    assert found.index("Paired:") < found.index("Only here:")
    assert "[3] 2021-03-03 Macron tells Erdogan that deeds must follow words" in found
    assert "presidency of France [3] 51–225" in found
    assert "only so here: prepared, provided" in found


@pytest.mark.parametrize(
    ("report", "trigger", "heading"),
    [("canberra-1", "met", "change over time"), ("kampala", "attacked", "contradiction")],
)
def test_kinds_of_conflict_are_kept_apart(store: Path, report: str, trigger: str, heading: str) -> None:
    found = printed(store, event(store, report, trigger))
    kinds = {line.removeprefix("In conflict: ") for line in found.splitlines() if line.startswith("In conflict: ")}
    assert {kind.strip() for kind in kinds} == {heading}


def test_json_is_a_line_for_the_event_and_its_sides_and_one_for_each_point(store: Path) -> None:
    lines = run(store, event(store, "izmir", "call"), "--json").stdout.splitlines()
    first, *rest = map(json.loads, lines)
    assert (first["kind"], first["type"]) == ("comparison", "CONSULT")
    assert {side["name"] for side in first["sides"]} >= {"France", "Turkey"}
    assert {row["kind"] for row in rest} == {"point"}
    assert {row["is"] for row in rest} == {"paired", "only_here"}
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


def test_an_event_that_is_not_there_is_named(store: Path) -> None:
    result = run(store, "e0")
    assert result.exit_code == 66
    assert result.stderr == "dragoman: e0: no such event in this record; take an id from dragoman timeline\n"


def test_an_event_that_is_told_once_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"id": "one", "date": "2014-06-11", "text": "Chile seized a ship."}))
    dragoman.read([tmp_path / "one.jsonl"], store=tmp_path / "one.duckdb")
    seized = event(tmp_path / "one.duckdb", "one", "seized")
    for json_or_not in ((), ("--json",)):
        result = run(tmp_path / "one.duckdb", seized, *json_or_not)
        assert (result.exit_code, result.stdout) == (66, "")
        assert "told once, by one side in one report, so there is nothing to compare" in result.stderr
