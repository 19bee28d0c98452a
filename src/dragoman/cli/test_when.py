"""`dragoman when`: the reasoning as people read it, and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

UNDATED = """Norway's prime minister visits a school of engineers

Prime Minister Jens Stoltenberg said in Bergen that the ministers of both neighbours would meet again.

His talks with Chancellor Angela Merkel took place after the Lisbon summit of NATO in 2010.
"""
STAMPED = """Talks in Oslo end without a deal

Published: 5 May 2015

The ministers of Norway and Peru met in Oslo on Monday and spoke about fish, as a ministry official said afterwards.
"""


def when(*args: str) -> Result:
    return CliRunner().invoke(app, ["when", *args], env={"COLUMNS": "100"})


@pytest.fixture
def undated(tmp_path: Path) -> str:
    (tmp_path / "undated.txt").write_text(UNDATED, encoding="utf-8")
    return str(tmp_path / "undated.txt")


def test_each_piece_of_evidence_stands_with_its_words_and_days(undated: str) -> None:
    done = when(undated)
    assert done.exit_code == 0
    shown = " ".join(done.stdout.split())
    assert "Norway's prime minister visits a school" in shown
    assert '"Prime Minister Jens Stoltenberg"' in shown
    assert "together: " in shown
    assert "(inferred)" in shown


def test_as_data_the_days_are_within_the_terms(undated: str) -> None:
    (row,) = [json.loads(line) for line in when(undated, "--json").stdout.splitlines()]
    assert row["published"]["basis"] == "inferred"
    assert "2010-11" <= row["published"]["from"] <= row["published"]["to"] <= "2013-12"
    assert row["reasoning"][-1].startswith("together: ")


def test_a_stamp_settles_it(tmp_path: Path) -> None:
    (tmp_path / "stamped.txt").write_text(STAMPED, encoding="utf-8")
    (row,) = [json.loads(line) for line in when(str(tmp_path / "stamped.txt"), "--json").stdout.splitlines()]
    assert (row["published"]["from"], row["published"]["basis"]) == ("2015-05-05", "stated")
    assert "stated on its page" in row["reasoning"][0]


def test_what_cant_be_read_is_named_and_the_rest_goes_on(undated: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = when(undated, str(tmp_path / "empty.txt"))
    assert done.exit_code == 1
    assert "together: " in done.stdout


def test_a_report_read_with_a_dated_one_of_the_same_words_is_dated_by_it(tmp_path: Path) -> None:
    story = STAMPED.partition("\n\nPublished: 5 May 2015")[2] + (
        "\nBoth sides want to sell more fish abroad, and both would like the other to catch less of it. The ministers "
        "spoke for three hours in a hall by the harbour, ate cod with potatoes, and left without a word to those who "
        "had waited in the rain outside. A second round of talks is to follow in Lima, the official said.\n"
    )
    head = STAMPED.partition("\n\n")[0]
    (tmp_path / "a.txt").write_text(f"{head}\n{story}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{head}\n\nPublished: 5 May 2015\n{story}", encoding="utf-8")
    alone = json.loads(when(str(tmp_path / "a.txt"), "--json").stdout)
    assert alone["published"]["basis"] == "unknown"
    first, second = [json.loads(line) for line in when(str(tmp_path), "--json").stdout.splitlines()]
    assert first["published"]["basis"] == "inferred"
    assert first["published"]["from"] <= "2015-05-05" <= first["published"]["to"]
    assert any(second["id"] in line for line in first["reasoning"])
    assert second["published"]["from"] == "2015-05-05"
