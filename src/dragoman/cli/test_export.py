"""What `dragoman export` writes and says."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from dragoman.analysis.test_analysis import corpus, stored
from dragoman.cli.app import app
from dragoman.export.conftest import writable
from dragoman.export.names import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "a.duckdb"
    stored(path, corpus()).close()
    return path


def export(store: Path, name: str, out: Path, *args: str) -> Result:
    return CliRunner().invoke(app, ["export", "-f", name, "-o", str(out), "--store", str(store), *args])


@pytest.mark.parametrize("name", writable(FORMATS))
def test_every_format_is_written_and_named_on_standard_error(store: Path, tmp_path: Path, name: str) -> None:
    result = export(store, name, tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("wrote ")
    assert any(path.is_file() for path in tmp_path.iterdir())


def test_the_filters_are_those_of_events(store: Path, tmp_path: Path) -> None:
    result = export(store, "csv", tmp_path, "--dyad", "CHN,KOR", "--outlet", "star", "--from", "2013-04")
    assert result.exit_code == 0
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as rows:
        assert [row["id"] for row in csv.DictReader(rows)] == ["r2:e2", "r2:e3"]


def test_a_format_of_one_file_goes_where_it_is_told(store: Path, tmp_path: Path) -> None:
    assert export(store, "csl", tmp_path / "mine.json").exit_code == 0
    assert len(json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))) == 3


@pytest.mark.parametrize(
    ("name", "args", "says"),
    [
        ("xlsx", [], "dragoman: --format: 'xlsx' is not known; use one of parquet, csv"),
        ("csv", ["--type", "WAR"], "dragoman: --type: 'WAR' is not known"),
        ("csv", ["--dyad", "CHN"], "dragoman: --dyad: 'CHN' has not two sides"),
    ],
)
def test_wrong_usage_is_one_line_and_writes_nothing(
    store: Path, tmp_path: Path, name: str, args: list[str], says: str
) -> None:
    result = export(store, name, tmp_path, *args)
    assert result.exit_code == 2
    assert result.stderr.startswith(says)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_is_said_in_one_line(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    command = [sys.executable, "-m", "dragoman", "export", "-f", "csl", "-o", str(tmp_path / "file" / "more.json")]
    done = subprocess.run([*command, "--store", str(store)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert (tmp_path / "file").read_text() == "mine"
