"""What `dragoman dyads` prints: tables, JSON and pictures."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from dragoman.analysis.test_analysis import corpus, stored
from dragoman.cli.app import app
from dragoman.cli.chart import QUADS, chart, period_name
from dragoman.knowledge.codebook import codebook

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.analysis import Period


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dyads") / "a.duckdb"
    stored(path, corpus()).close()
    return path


def ask(store: Path, *args: str, width: int = 80) -> Result:
    return CliRunner().invoke(app, ["dyads", *args, "--store", str(store)], env={"COLUMNS": str(width)})


def row(period: date | None, *quads: int, mean: float | None = None) -> dict[str, Any]:
    counts = dict(zip(QUADS.values(), (*quads, 0, 0, 0, 0), strict=False))
    return {"a": "CHN", "b": "KOR", "period": period, "events": sum(quads), "goldstein_mean": mean, **counts}


def drawn(rows: list[dict[str, Any]], by: Period | None) -> list[str]:
    console = Console(width=80)
    with console.capture() as captured:
        console.print(*chart(rows, by), sep="\n")
    return [line.rstrip() for line in captured.get().splitlines() if line.strip()]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("args", [("CHN", "KOR", "--by", "month"), (), ("CHN", "KOR", "--by", "day", "--chart")])
def test_every_answer_fits_the_terminal(store: Path, args: tuple[str, ...], width: int) -> None:
    lines = ask(store, *args, width=width).stdout.splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= width


def test_a_series_says_how_many_of_which_type_and_how_they_score(store: Path) -> None:
    printed = " ".join(ask(store, "china", "South Korea", "--by", "month").stdout.split())
    assert "2013-03 CONSULT 1 1 +1.0 +1.0 1 · · ·" in printed
    assert "2013-04 THREATEN 1 1 -6.0 -6.0 · · 1 ·" in printed
    assert "undated REJECT 1 1 – – · · 1 ·" in printed


def test_json_has_every_count(store: Path) -> None:
    rows = [json.loads(line) for line in ask(store, "CHN", "KOR", "--by", "year", "--json").stdout.splitlines()]
    assert [one["period"] for one in rows] == ["2013-01-01", None]
    assert {name.lower() for name in codebook().types} <= set(rows[0])
    assert (rows[0]["consult"], rows[0]["threaten"], rows[0]["goldstein_sum"]) == (1, 1, -5.0)


def test_without_sides_every_two_countries_are_listed(store: Path) -> None:
    printed = ask(store).stdout
    assert "CHN – KOR" in printed
    assert "KOR – PRK" in printed


def test_a_picture_has_a_line_for_each_period_empty_ones_too() -> None:
    rows = [row(date(2013, 11, 1), 2, 1, mean=1.5), row(date(2014, 2, 1), 0, 0, 0, 4, mean=-9), row(None, 1)]
    lines = drawn(rows, "month")
    assert [line.split() for line in lines[2:7]] == [
        ["2013-11", "3", "░░▒", "+1.5"],
        ["2013-12", "0"],
        ["2014-01", "0"],
        ["2014-02", "4", "████", "-9.0"],
        ["undated", "1", "░"],
    ]


@pytest.mark.parametrize(("by", "last"), [("day", date(2013, 3, 3)), ("week", date(2013, 3, 15))])
def test_days_and_weeks_follow_one_another(by: Period, last: date) -> None:
    lines = drawn([row(date(2013, 3, 1), 1), row(last, 1)], by)
    assert sum(line.strip().startswith("2013-03-") for line in lines) == 3


def test_years_follow_one_another_and_a_long_series_is_not_filled() -> None:
    series: list[tuple[date, Period, int]] = [(date(2010, 1, 1), "year", 5), (date(1900, 1, 1), "day", 2)]
    for first, by, drawn_periods in series:
        lines = drawn([row(first, 1), row(date(2014, 1, 1), 1)], by)
        assert sum(line.strip()[:2] in {"19", "20"} for line in lines) == drawn_periods


def test_long_bars_are_drawn_to_scale() -> None:
    lines = drawn([row(date(2013, 1, 1), 400), row(date(2014, 1, 1), 100, 100)], "year")
    assert [line.count("░") for line in lines[2:4]] == [40, 10]
    assert lines[3].count("▒") == 10
    assert "a sign is 10.0 events" in " ".join(lines)


def test_a_series_of_what_has_no_date_is_drawn() -> None:
    assert any("undated" in line for line in drawn([row(None, 1)], "month"))
    assert any("CHN – KOR" in line for line in drawn([row(None, 1)], None))


@pytest.mark.parametrize(("by", "name"), [("year", "2013"), ("month", "2013-03"), ("week", "2013-03-04")])
def test_a_period_is_named_by_as_much_of_its_first_day_as_it_needs(by: Period, name: str) -> None:
    assert period_name(date(2013, 3, 4), by) == name


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["CHN"], "dyads: one side is missing; name two, like CHN KOR, or none for all"),
        (["CHN", " "], "has not two sides"),
        (["CHN", "KOR", "--type", "WAR"], "--type: 'WAR' is not known"),
    ],
)
def test_wrong_usage_is_said_in_one_line(store: Path, args: list[str], says: str) -> None:
    result = ask(store, *args)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_two_who_never_met_are_nothing_to_print(store: Path) -> None:
    result = ask(store, "CHN", "FRA")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing in this record answers to that" in result.stderr
