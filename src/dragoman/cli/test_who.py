"""`dragoman who` prints holders and offices with days and source, and one line where it doesn't know."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner, Result

from dragoman.cli.guard import guarded
from dragoman.cli.who import who

APP = typer.Typer()
APP.command(help=who.__doc__)(guarded(who))


def ask(*args: str, width: int = 80) -> Result:
    return CliRunner().invoke(APP, args, env={"COLUMNS": str(width)})


def test_the_holder_on_a_day_with_term_and_source() -> None:
    result = ask("president of South Korea", "--on", "2014-01-17", width=120)
    for part in ("Park Geun-hye", "President of South Korea", "2013-02-25", "to 2017-03-10", "by hand"):
        assert part in result.stdout
    assert result.exit_code == 0


def test_a_persons_offices_with_days_other_names_and_source() -> None:
    printed = " ".join(ask("Ban Ki-moon", width=120).stdout.split())
    for part in ("also: Ban Ki Moon", "UN Secretary-General", "Foreign Minister of South Korea", "to 2016-12-31"):
        assert part in printed


def test_json_has_a_line_for_each_holding() -> None:
    lines = ask("pope", "--json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert {"person", "office", "country", "first", "last", "seen", "aliases", "wikidata", "source"} == set(rows[0])
    assert [row["person"] for row in rows][-1] == "Pope Leo XIV"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_answers_fit_the_terminal(width: int) -> None:
    for question in ("park", "president of South Korea"):
        assert all(len(line) <= width for line in ask(question, width=width).stdout.splitlines())


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["lord of Mordor"], 1, "'lord of Mordor': no such office or person in the tables"),
        (["president of South Korea", "--on", "2040-01-01"], 1, "nobody is known for 2040-01-01; the last before it"),
        (["president of South Korea", "--on", "1900-01-01"], 1, "nobody is known for 1900-01-01"),
        (["pope", "--on", "2014"], 2, "--on: 2014 is more than one day"),
        (["pope", "--on", "soon"], 2, "--on: 'soon' is no date"),
    ],
)
def test_what_is_not_known_or_makes_no_sense_is_one_line(args: list[str], code: int, says: str) -> None:
    result = ask(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
