"""`dragoman review` and `verify` as they are typed, on a small record made by the real pipeline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest
from typer.testing import CliRunner, Result

import dragoman
from dragoman.cli.app import app
from dragoman.cli.review import REVIEW_VERBS

if TYPE_CHECKING:
    from pathlib import Path

TALKS = """Chancellor receives president of Chile in Berlin

German Chancellor Angela Merkel met Chilean President Michelle Bachelet in Berlin on October 27, 2014.
"""
TOLD = """Talks in Berlin

Angela Merkel met Michelle Bachelet on October 27, 2014. Russia threatened Ukraine on June 3, 2014.
"""
PLAIN = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "GITHUB_ACTIONS": "", "FORCE_COLOR": "", "PY_COLORS": ""}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "talks.txt").write_text(TALKS, encoding="utf-8")
    (tmp_path / "news" / "told.txt").write_text(TOLD, encoding="utf-8")
    dragoman.read(tmp_path / "news", store=tmp_path / "made.duckdb")
    return tmp_path / "made.duckdb"


def run(store: Path, *args: str, code: int = 0) -> Result:
    result = CliRunner().invoke(app, [*args, "--store", str(store)], env=PLAIN)
    assert result.exit_code == code, result.output
    return result


def rows(store: Path, *args: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(store, *args, "--json").stdout.splitlines()]


def threat(store: Path) -> str:
    return str(next(row["merged"] for row in rows(store, "events") if row["type"] == "THREATEN"))


def shown(result: Result) -> str:
    return " ".join(result.output.split())


def test_what_is_rejected_is_gone_until_it_is_asked_for_or_undone(store: Path) -> None:
    event = threat(store)
    done = run(store, "review", "reject", event, "--by", "Ann", "--why", "a drill", "--when", "2026-05-01T14:00Z")
    assert "dragoman review undo j" in done.stderr
    assert not [row for row in rows(store, "timeline") if row["type"] == "THREATEN"]
    (asked,) = [row for row in rows(store, "timeline", "--rejected") if row["type"] == "THREATEN"]
    assert asked["judged_by"] == "Ann"
    for printed in (run(store, "events", "--rejected"), run(store, "timeline", "--rejected")):
        assert "rejected by Ann" in shown(printed)
    told = shown(run(store, "show", str(asked["id"])))
    assert "reject, by Ann on 2026-05-01" in told
    assert "because a drill" in told
    run(store, "review", "undo", done.stderr.split(":")[0])
    assert threat(store) == event


def test_a_corrected_field_shows_with_who_corrected_it_and_outlives_reading_anew(store: Path) -> None:
    event = threat(store)
    run(store, "review", "correct", event, "date", "2014-06", "--by", "Ann", "--why", "the envoy's note")
    run(store, "review", "correct", event, "source", "Vladimir Putin", "--kind", "person", "--country", "RUS")
    dragoman.read(store.parent / "news", store=store, again=True)
    (row,) = rows(store, "events", "--type", "THREATEN")
    assert (row["date_from"], row["date_to"], row["who"]) == ("2014-06-01", "2014-06-30", ["Vladimir Putin"])
    assert row["corrected"] == ["date", "source"]
    assert "date, source corrected by Ann" in shown(run(store, "timeline", "--type", "THREATEN"))
    printed = shown(run(store, "show", event))
    assert "correct date: 2014-06-01/2014-06-30 (was 2014-06-03), by Ann" in printed
    assert "because the envoy's note" in printed


def test_events_are_merged_and_parted(store: Path) -> None:
    def merged() -> dict[str, str]:
        return {str(row["id"]): str(row["merged"]) for row in rows(store, "events")}

    event, before = threat(store), merged()
    other = next(one for one in before.values() if one != event)
    run(store, "review", "merge", event, other)
    assert len(set(merged().values())) == len(set(before.values())) - 1
    telling = next(one for one in before if before[one] == event)
    run(store, "review", "part", merged()[telling], telling)
    assert merged() == before


def test_a_mention_is_linked_to_another_actor(store: Path) -> None:
    telling = next(str(row["id"]) for row in rows(store, "events") if row["type"] == "THREATEN")
    run(store, "review", "link", telling, "Russia", "Belarus")
    (row,) = rows(store, "events", "--type", "THREATEN")
    assert (row["who"], row["corrected"]) == (["Belarus"], ["source"])


def test_decisions_go_from_one_record_to_another_and_those_that_fit_nothing_are_listed(
    store: Path, tmp_path: Path
) -> None:
    run(store, "review", "confirm", threat(store), "--by", "Ann")
    lines = run(store, "review", "export").stdout
    (tmp_path / "d.jsonl").write_text(lines + '{"verb": "guess"}\n', encoding="utf-8")
    other = tmp_path / "other.duckdb"
    dragoman.read(tmp_path / "news" / "talks.txt", store=other)
    done = run(other, "review", "import", str(tmp_path / "d.jsonl"), code=1)
    assert "1 decisions added, 0 there already; 1 fit nothing here" in done.stderr
    assert "d.jsonl:2: not a judgement" in done.stderr
    (lost,) = rows(other, "review", "list", "--lost")
    assert (lost["verb"], lost["who"], lost["state"]) == ("confirm", "Ann", "lost")
    assert "LOST" in run(other, "review", "list").stdout
    dragoman.read(tmp_path / "news", store=other)
    assert rows(other, "review", "list", "--lost") == []
    assert run(other, "review", "export").stdout == lines


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("correct", "EVENT", "colour", "red"), 2, "field: 'colour' can't be corrected; use one of type, mode"),
        (("correct", "EVENT", "type", "WAR"), 2, "type: 'WAR' is not known; use one of AGREE"),
        (("correct", "EVENT", "date", "soon"), 2, "date: 'soon' is no date"),
        (("correct", "EVENT", "status", "unknown"), 2, "status: is never unknown"),
        (("correct", "EVENT", "source", "Nobody Known"), 2, "Nobody Known: no such actor in the report; use one of"),
        (("confirm", "e0"), 66, "e0: no such event in this record"),
        (("undo", "j0"), 66, "j0: no such judgement in this record"),
        (("merge", "EVENT", "EVENT"), 2, "are one event already"),
        (("part", "EVENT", "EVENT"), 2, "can't be parted so"),
        (("confirm", "EVENT", "--when", "soon"), 2, "--when: 'soon' is no moment"),
        (("link", "EVENT", "nobody", "Belarus"), 2, "'nobody': stands for no actor there"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_nothing_is_written(
    store: Path, args: tuple[str, ...], code: int, says: str
) -> None:
    event = threat(store)
    done = run(store, "review", *(event if arg == "EVENT" else arg for arg in args), code=code)
    assert says in done.output
    assert len(done.output.splitlines()) == 1
    assert rows(store, "review", "list") == []


def test_a_field_that_nobody_can_know_is_unknown(store: Path) -> None:
    run(store, "review", "correct", threat(store), "date", "unknown")
    (row,) = rows(store, "events", "--type", "THREATEN")
    assert row["date_from"] is None


@pytest.mark.parametrize("verb", REVIEW_VERBS)
def test_the_help_of_every_verb_has_an_example_and_explains_every_option(verb: str) -> None:
    printed = CliRunner().invoke(app, ["review", verb, "--help"], env=PLAIN).output
    assert f"Example: dragoman review {verb}" in " ".join(printed.split())


def test_verify_says_that_a_record_is_whole_and_names_each_fault(store: Path) -> None:
    whole = run(store, "verify")
    assert (whole.stdout, "whole" in whole.stderr) == ("", True)
    with duckdb.connect(str(store)) as connection:
        connection.execute("UPDATE mentions SET end_at = 9000 WHERE words = 'Russia'")
        connection.execute("UPDATE reports SET text = text || '!' WHERE path LIKE '%talks.txt'")
    faults = run(store, "verify", code=1)
    assert len(faults.stdout.splitlines()) == 2
    assert "mention [" in faults.stdout
    assert "its text is not the one that was written" in faults.stdout
    assert run(store.with_name("none.duckdb"), "verify", code=66).stdout == ""
