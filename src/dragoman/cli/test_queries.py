"""Every verb that asks a record, on a small one made by the real pipeline."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import dragoman
from dragoman.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

TALKS = """Chancellor receives president of Chile in Berlin

German Chancellor Angela Merkel met Chilean President Michelle Bachelet in Berlin on October 27, 2014.

"Chile is an important partner for us," Merkel said after the talks.
"""
HOSTILE = """Notice \x1b[31mred\x1b[0m \u202eturned

Russia threatened to cut off gas to Ukraine on June 3, 2014. "They will pay," said Russian President Vladimir Putin.
"""
QUERIES = ("timeline", "quotes", "actors", "events", "report")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    made = folder / "made.duckdb"
    result = dragoman.read([folder / "talks.txt", folder / "hostile.txt"], store=made)
    assert (result.read, result.failed) == (2, ())
    return made


def ask(store: Path, *args: str, width: int = 80) -> Result:
    result = CliRunner().invoke(app, [*args, "--store", str(store)], env={"COLUMNS": str(width)})
    assert result.exit_code == 0, result.output
    return result


def rows(store: Path, *args: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in ask(store, *args, "--json").stdout.splitlines()]


@pytest.mark.parametrize("verb", QUERIES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_answer_fits_the_terminal(store: Path, verb: str, width: int) -> None:
    lines = ask(store, verb, width=width).stdout.splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("verb", QUERIES)
def test_every_answer_is_free_of_what_steers_a_terminal(store: Path, verb: str) -> None:
    for printed in (ask(store, verb).stdout, ask(store, verb, "--json").stdout):
        assert "\x1b" not in printed
        assert "\u202e" not in printed


@pytest.mark.parametrize("verb", QUERIES)
def test_json_has_a_line_for_each_row_and_the_limit_holds(store: Path, verb: str) -> None:
    everything = rows(store, verb)
    assert len(everything) > 1
    assert rows(store, verb, "--limit", "1") == everything[:1]


@pytest.mark.parametrize("verb", QUERIES)
def test_an_empty_answer_is_said_on_standard_error(store: Path, verb: str) -> None:
    result = ask(store, verb, "--from", "1911", "--to", "1912")
    assert result.stdout == ""
    assert "nothing in this record answers to that" in result.stderr
    assert rows(store, verb, "--from", "1911", "--to", "1912") == []


def test_the_timeline_says_when_who_did_what_to_whom_and_where_it_stands(store: Path) -> None:
    printed = " ".join(ask(store, "timeline", "--type", "CONSULT", "--country", "Germany", width=140).stdout.split())
    for part in ("2014-10-27", "Angela Merkel", "CONSULT", "Chancellor receives president of Chile"):
        assert part in printed
    assert "Warsaw" not in printed


def test_quotations_stand_with_their_speaker_in_quotation_marks(store: Path) -> None:
    printed = " ".join(ask(store, "quotes", "--actor", "Merkel", width=140).stdout.split())
    assert "Angela Merkel" in printed
    assert re.search("“Chile is an important partner for us,?”", printed)


@pytest.mark.parametrize("telling", [False, True])
def test_show_prints_the_evidence_in_context_with_the_words_marked(store: Path, telling: bool) -> None:
    consult = rows(store, "events", "--type", "CONSULT")
    event = next(row for row in consult if "Merkel" in str(row["evidence"]) and row["trigger"] == "met")
    printed = " ".join(ask(store, "show", str(event["id" if telling else "merged"])).stdout.split())
    assert "[did: met]" in printed
    assert re.search(r"\[who[^\]]*Angela Merkel\]", printed)
    assert str(event["because"])[:20] in printed
    for field in ("when", "who", "to whom", "where", "status", "says who", "confidence", "because"):
        assert f" {field} " in printed


def test_show_names_who_says_so_in_one_piece(tmp_path: Path) -> None:
    page = tmp_path / "charge.jsonl"
    page.write_text(
        json.dumps({"id": "c", "text": "Bolivia complained that Chile had seized a ship.", "date": "2014-06-11"})
    )
    dragoman.read([page], store=tmp_path / "one.duckdb")
    (seized,) = [row for row in rows(tmp_path / "one.duckdb", "events") if row["trigger"] == "seized"]
    printed = " ".join(ask(tmp_path / "one.duckdb", "show", str(seized["id"])).stdout.split())
    assert "says who Bolivia CAMEO" in printed


def test_an_event_that_is_not_there_is_named(store: Path) -> None:
    result = CliRunner().invoke(app, ["show", "e0", "--store", str(store)])
    assert result.exit_code == 66
    assert result.stderr == "dragoman: e0: no such event in this record; take an id from dragoman timeline\n"


def test_doctor_finds_everything_well_and_counts_the_record(store: Path) -> None:
    printed = ask(store, "doctor", width=140).stdout
    for part in (dragoman.__version__, "spacy", "duckdb", "codebook", "plover", str(store.name)):
        assert part in printed
    assert "BROKEN" not in printed
