from __future__ import annotations

from datetime import date

import pytest

from dragoman.cli.screen import WIDEST, cell, days, headline, names, screen, sides, table, words


@pytest.mark.parametrize(("terminal", "widest"), [(80, 80), (40, 40), (300, WIDEST)])
def test_a_table_fits_the_terminal_and_loses_no_word(
    terminal: int, widest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(terminal))
    shown = table(("When", 0), ("Who", 1), ("Report", 2))
    title = "Ministers of nine states end their winter meeting with a joint statement on shipping"
    shown.add_row(cell("2013-06-27", "e1"), cell("Organisation of the Nine"), cell(title, "news/a.txt"))
    screen().print(shown)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= widest
    printed = " ".join(" ".join(lines).split())
    assert all(word in printed for word in title.split())


def test_brackets_and_colons_of_a_report_are_printed_as_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    screen().print(cell("[bold]so[/bold] :smile:"), words("[red]it[/red]"))
    assert capsys.readouterr().out.split() == ["[bold]so[/bold]", ":smile:", "[red]it[/red]"]


def test_there_is_no_colour_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    screen().print(cell("first", "second", style="bold red"))
    assert "\x1b" not in capsys.readouterr().out


def test_unknown_lines_of_a_cell_are_left_out() -> None:
    assert cell("one", None, "", "two").plain == "one\ntwo"


def test_days_read_as_one_or_as_first_and_last_or_as_unknown() -> None:
    day, later = date(2013, 6, 27), date(2013, 6, 30)
    assert days(day, day) == ["2013-06-27"]
    assert days(day, later) == ["2013-06-27", "–2013-06-30"]
    assert days(None, None) == ["undated"]


def test_what_two_do_with_each_other_is_not_said_twice() -> None:
    assert sides(["Xi", "Park"], ["Park", "Xi"]) == ("Xi; Park", "each other")
    assert sides(["Xi"], []) == ("Xi", "–")


def test_a_headline_is_cut_at_a_word_and_a_report_without_one_is_named_by_its_file() -> None:
    assert headline("Talks " * 40, "a.txt").endswith("Talks…")
    assert headline(None, "a.txt") == "a.txt"


def test_no_names_are_a_dash() -> None:
    assert names(None) == names([]) == "–"
    assert names(["China", "South Korea"]) == "China; South Korea"
