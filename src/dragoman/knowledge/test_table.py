"""Tables are read whole, and every one says where its facts come from."""

from importlib.resources import files

import pytest

from dragoman.knowledge.table import parts, rows

TABLES = sorted(file.name for file in files("dragoman.knowledge").iterdir() if file.name.endswith(".csv"))


def test_a_cell_of_several_forms_is_split() -> None:
    assert parts("UK|Britain") == ("UK", "Britain")


def test_an_empty_cell_has_no_forms() -> None:
    assert parts("") == ()


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_source(table: str) -> None:
    assert all(row["source"] for row in rows(table))


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_has_blanks_around_it_and_no_row_is_longer_than_its_header(table: str) -> None:
    for row in rows(table):
        assert None not in row
        for cell in row.values():
            assert cell == cell.strip()


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    lines = [tuple(row.values()) for row in rows(table)]
    assert len(set(lines)) == len(lines)
