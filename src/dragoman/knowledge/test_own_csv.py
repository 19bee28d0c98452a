"""A file of own actors is taken as it stands or refused with the row and the column that is wrong."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.knowledge.own_csv import COLUMNS, read_own

if TYPE_CHECKING:
    from pathlib import Path

HEADING = ",".join(COLUMNS)
GOOD = "Jane Quill,J. Quill|Jenny Quill,person,Peru,Foreign Minister,GOV,2024-02,2025,Q42"


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "mine.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_each_cell_becomes_what_it_says(tmp_path: Path) -> None:
    (actor,) = read_own(_file(tmp_path, HEADING, GOOD))
    assert (actor.name, actor.aliases, actor.country) == ("Jane Quill", ("J. Quill", "Jenny Quill"), "PER")
    assert (actor.first, actor.last) == (date(2024, 2, 1), date(2025, 12, 31))
    assert (actor.office, actor.sector, actor.wikidata) == ("Foreign Minister", "GOV", "Q42")
    assert actor.source == "mine.csv, row 2"


def test_a_source_column_and_empty_cells_are_allowed_in_any_order(tmp_path: Path) -> None:
    (actor,) = read_own(_file(tmp_path, f"source,{HEADING}", "my notes,Widget Front,,group,IGO,,,,,"))
    assert (actor.source, actor.country, actor.sector, actor.aliases) == ("my notes", "IGO", None, ())


def test_two_offices_of_one_person_are_two_rows(tmp_path: Path) -> None:
    later = "Jane Quill,,person,PER,special envoy,,2026,,"
    assert len(read_own(_file(tmp_path, HEADING, GOOD, later))) == 2


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",,person,PER,,,,,", "row 3, column name: it is empty"),
        ("Ann Roe,,man,PER,,,,,", "row 3, column kind: 'man' is not known; use one of person"),
        ("Ann Roe,,,PER,,,,,", "row 3, column kind: it is empty"),
        ("Ann Roe,,person,Korea,,,,,", "row 3, column country: 'Korea' is no country"),
        ("Ann Roe,,person,PER,,GVO,,,", "row 3, column sector: 'GVO' is not known"),
        ("Ann Roe,,person,PER,,,May,,", "row 3, column from: 'May' is no date"),
        ("Ann Roe,,person,PER,,,2014,2013,", "row 3, column to: 2013 lies before 2014"),
        ("Ann Roe,,person,PER,,,,2013-02-30,", "row 3, column to: '2013-02-30' is no date"),
        ("Ann Roe,,person,PER,,,,,1065", "row 3, column wikidata: '1065' is no id"),
        ("Widgets Co,,organisation,PER,director,,,,", "row 3, column office: kind organisation holds no office"),
        ("Ann Roe,army,person,PER,,,,,", "row 3, column aliases: 'army' may be an everyday word"),
        ("Ann Roe,France,person,PER,,,,,", "row 3, column aliases: 'France' is a country's"),
        ("Ann Roe,J. Quill,person,PER,,,,,", "row 3, column aliases: 'J. Quill' stands in row 2 too"),
        ("Ann Roe,person,PER", "row 3: the row has not as many cells"),
    ],
)
def test_a_wrong_cell_is_told_with_its_row_and_column(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        read_own(_file(tmp_path, HEADING, GOOD, row))
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("heading", "says"),
    [("name,kind", "lacks the column aliases"), (f"{HEADING},colour", "there is no column 'colour'")],
)
def test_a_wrong_heading_is_told(tmp_path: Path, heading: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_own(_file(tmp_path, heading))


def test_a_missing_file_and_one_that_is_not_utf_8_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_own(tmp_path / "nowhere.csv")
    (tmp_path / "odd.csv").write_bytes(b"name\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        read_own(tmp_path / "odd.csv")


@given(st.lists(st.text(), max_size=5))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_text("\n".join([HEADING, *lines]), encoding="utf-8", errors="replace")
    with suppress(InputError):
        assert isinstance(read_own(path), tuple)
