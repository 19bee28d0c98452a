"""The command as a whole: its verbs, their help, its codes."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import dragoman
from dragoman.cli import app as command
from dragoman.cli.app import VERBS, app

PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "GITHUB_ACTIONS": "", "FORCE_COLOR": "", "PY_COLORS": ""}


def help_of(*verb: str) -> str:
    result = CliRunner().invoke(app, [*verb, "--help"], env=PLAIN)
    assert result.exit_code == 0
    return result.output


def run(monkeypatch: pytest.MonkeyPatch, *args: str) -> int:
    monkeypatch.setattr("sys.argv", ["dragoman", *args])
    with pytest.raises(SystemExit) as end:
        command.main()
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_every_verb_has_an_example_of_it(verb: str) -> None:
    assert re.search(rf"Example: dragoman .*\b{verb} ", help_of(verb))


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_and_argument_of_every_verb_is_explained(verb: str) -> None:
    command = get_command(app).commands[verb]  # type: ignore[attr-defined]
    assert command.params
    for parameter in command.params:
        assert parameter.help, parameter.name


def test_the_help_names_every_verb_and_fits_80_columns() -> None:
    shown = help_of()
    assert all(re.search(rf"│ {verb} ", shown) for verb in VERBS)
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize("verb", ["timeline", "quotes", "actors", "events", "report"])
def test_every_query_takes_the_same_filters(verb: str) -> None:
    options = {"--from", "--to", "--actor", "--country", "--type", "--status", "--limit", "--store", "--json"}
    options |= {"--dyad", "--outlet", "--words"}
    assert options <= set(re.findall(r"--\w+", help_of(verb)))


def test_the_command_has_the_librarys_verbs() -> None:
    assert {"read", "extract", "merge", "doctor"} <= set(VERBS) & set(dragoman.__all__)


def test_version_is_one_line_of_data(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "--version") == 0
    assert capsys.readouterr().out == f"dragoman {dragoman.__version__}\n"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["timeline", "--from", "2013-02-31"], r"--from: there is no day 2013-02-31; give one of the calendar"),
        (["timeline", "--from", "2014", "--to", "2013"], r"--from: 2014-01-01 lies after 2013-12-31"),
        (["quotes", "--to", "soon"], r"--to: 'soon' is no date; write it like 2013, 2013-06 or 2013-06-27"),
        (["events", "--type", "WAR"], r"--type: 'WAR' is not known; use one of AGREE,.*ASSAULT"),
        (["events", "--status", "sure"], r"--status: 'sure' is not known; use one of actual,.*habitual"),
        (["actors", "--limit", "0"], r"--limit: 0 is too few"),
        (["actors", "--limit", "many"], r".*--limit.*integer.*; see dragoman actors --help"),
        (["report", "--colour", "red"], r"No such option: --colour.*; see dragoman report --help"),
        (["read"], r"Missing argument 'PATH\.\.\.'; see dragoman read --help"),
        (["reed", "news/"], r"No such command 'reed'.*; see dragoman --help"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_is_right(
    args: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, *args) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.fullmatch(rf"dragoman: {says}.*\n", printed.err)


@pytest.mark.parametrize("verb", ["timeline", "quotes", "actors", "events", "report"])
def test_a_record_that_is_not_there_is_no_input(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, verb, "--store", "nowhere.duckdb") == 66
    line = (
        "dragoman: nowhere.duckdb: there is no record here; make one with dragoman read PATH --store nowhere.duckdb\n"
    )
    assert capsys.readouterr().err == line


def test_without_a_verb_the_help_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch) == 2
    printed = capsys.readouterr()
    assert "Usage: dragoman" in printed.out + printed.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_the_types_and_statuses(shell: str) -> None:
    variables = {
        "_DRAGOMAN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "dragoman events --type CON",
        "COMP_CWORD": "3",
    }
    variables |= {"_TYPER_COMPLETE_ARGS": "dragoman events --type CON", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    found = CliRunner().invoke(app, [], env=variables, prog_name="dragoman")
    assert "CONSULT" in found.output
    assert "ASSAULT" not in found.output
