"""`dragoman read` as it is typed: its table, its log, its columns."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner, Result

import dragoman
from dragoman.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

WIRE = """Chancellor receives president of Chile in Berlin

German Chancellor Angela Merkel met Chilean President Michelle Bachelet in Berlin on October 27, 2014.

"Chile is an important partner for us," Merkel said after the talks, which went on for an hour and a half.

The two also spoke about copper, about a school for engineers in Valparaiso and about the climate summit in Lima.
"""
GERMAN = """Kanzlerin empfängt Präsidentin aus Chile

Die Bundeskanzlerin hat am Montag in Berlin die Präsidentin von Chile empfangen und mit ihr über Kupfer gesprochen.
"""


def read(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(app, ["read", *args, "--store", str(folder / "r.duckdb")], env={"COLUMNS": "100"})


def lines(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.output.splitlines()]


def test_the_table_says_what_was_read_copied_not_coded_and_what_failed_and_why(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    rows = [{"text": WIRE, "outlet": outlet} for outlet in ("The Meridian", "The Morning Post", "Lake Gazette")]
    (news / "wire.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (news / "german.txt").write_text(GERMAN, encoding="utf-8")
    (news / "again.txt").write_text(GERMAN, encoding="utf-8")
    (news / "empty.txt").touch()
    done = read(tmp_path, str(news))
    assert done.exit_code == 1
    assert lines(done)[:6] == [
        "4 read",
        "2 copies of other reports kept, counted as one origin",
        "1 not coded not English: de 1",
        "1 unchanged in the record already, or the same page twice",
        "1 failed",
        "1 an empty file",
    ]
    with dragoman.open(tmp_path / "r.duckdb") as record:
        copies = record.reports().column("copy_of").to_pylist()
    assert sum(copy is not None for copy in copies) == 2


def test_the_log_has_each_report_and_input(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "german.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    names = [str(tmp_path / name) for name in ("wire.txt", "german.txt", "empty.txt")]
    read(tmp_path, *names, "--log", str(tmp_path / "log.csv"))
    with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {(row["outcome"], row["input"]) for row in rows} == {
        ("read", names[0]),
        ("read", names[1]),
        ("not coded", names[1]),
        ("failed", names[2]),
    }
    assert {row["detail"] for row in rows if row["outcome"] == "not coded"} == {"language de"}


def test_the_programs_own_files_in_the_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    for _ in range(2):
        done = read(tmp_path, str(tmp_path), "--log", str(tmp_path / "log.csv"))
        assert done.exit_code == 0, done.output
    assert lines(done)[:2] == ["0 read", "1 unchanged in the record already, or the same page twice"]


def test_a_log_that_cant_be_written_is_one_line_and_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    done = read(tmp_path, str(tmp_path / "wire.txt"), "--log", str(tmp_path / "nowhere" / "log.csv"))
    assert done.exit_code == 2
    assert len(done.output.splitlines()) == 1
    assert not (tmp_path / "r.duckdb").exists()


def test_columns_are_named_by_the_user(tmp_path: Path) -> None:
    table = "number,wording,day\n7,The ministers of Chile and Peru met in Lima on Monday.,2014-10-28\n"
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    named = ("--map", "text=wording", "--map", "id=number", "--map", "date=day")
    assert read(tmp_path, str(tmp_path / "t.csv"), *named).exit_code == 0
    with dragoman.open(tmp_path / "r.duckdb") as record:
        report = record.report("7")
    assert report.text.startswith("The ministers")
    assert report.published.basis == "given"


def test_a_map_that_cant_be_meant_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    for wrong in ("text", "body=text", "text="):
        done = read(tmp_path, str(tmp_path / "wire.txt"), "--map", wrong)
        assert done.exit_code == 2
        assert done.output.startswith("dragoman: --map: ")


def test_what_is_about_other_things_is_counted_as_skipped_named_in_the_log_and_coded_on_demand(tmp_path: Path) -> None:
    recipe = "Rinse the beans, leave them in cold water until Tuesday and fry two onions until they are soft. " * 8
    (tmp_path / "recipe.jsonl").write_text(json.dumps({"id": "beans", "text": recipe}), encoding="utf-8")
    done = read(tmp_path, str(tmp_path / "recipe.jsonl"), "--log", str(tmp_path / "log.csv"))
    assert lines(done)[:2] == [
        "1 read",
        "1 skipped not about diplomacy or conflict; --log FILE names each, --no-triage codes them",
    ]
    with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as handle:
        assert [row["report"] for row in csv.DictReader(handle) if row["outcome"] == "skipped"] == ["beans"]
    again = read(tmp_path, str(tmp_path / "recipe.jsonl"), "--no-triage")
    assert lines(again)[:2] == ["1 read", "0 unchanged"]


def test_extract_skips_only_when_told_to_and_says_how_many(tmp_path: Path) -> None:
    recipe = "Rinse the beans, leave them in cold water until Tuesday and fry two onions until they are soft. " * 8
    (tmp_path / "recipe.txt").write_text(recipe, encoding="utf-8")
    every, some = (
        CliRunner().invoke(app, ["extract", str(tmp_path / "recipe.txt"), *told]) for told in ((), ("--triage",))
    )
    assert json.loads(every.stdout)["times"]
    assert json.loads(some.stdout)["times"] == []
    assert every.stderr == ""
    assert some.stderr == "dragoman: 1 skipped, not about diplomacy or conflict; without --triage they are coded too\n"
