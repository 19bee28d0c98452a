"""`dragoman actors import FILE` stands below the query `dragoman actors`, which stays what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from dragoman.api.own_actors import use_actors
from dragoman.cli.actors import actors
from dragoman.cli.own_actors import actors_group
from dragoman.knowledge.own_csv import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APP = typer.Typer()
APP.add_typer(actors_group(actors), name="actors")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv("DRAGOMAN_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    use_actors()


def test_a_sound_file_is_imported_and_told_on_standard_error(folder: Path) -> None:
    (folder / "mine.csv").write_text(f"{','.join(COLUMNS)}\nJane Quill,,person,Peru,,,,,\n")
    result = CliRunner().invoke(APP, ["actors", "import", "mine.csv"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "mine.csv: 1 actors, all well; added to dragoman.toml\n"
    assert "already" in CliRunner().invoke(APP, ["actors", "import", "mine.csv"]).stderr


def test_a_fault_is_one_line_with_row_and_column(folder: Path) -> None:
    (folder / "mine.csv").write_text(f"{','.join(COLUMNS)}\nJane Quill,,man,Peru,,,,,\n")
    result = CliRunner().invoke(APP, ["actors", "import", "mine.csv"])
    assert result.exit_code == 66
    assert result.stderr.startswith("dragoman: mine.csv, row 2, column kind: 'man' is not known; use one of")


def test_the_query_keeps_its_options_and_is_asked_without_a_verb_below() -> None:
    shown = CliRunner().invoke(APP, ["actors", "--help"], env={"COLUMNS": "100"}).output
    assert all(option in shown for option in ("--country", "--limit", "--store", "import"))
    result = CliRunner().invoke(APP, ["actors", "--store", "nowhere.duckdb"])
    assert result.exit_code == 66
    assert "there is no record here" in result.stderr
