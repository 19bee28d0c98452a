"""Tables are read back by pandas, polars, DuckDB and frictionless, each as its users would."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from dragoman.analysis import Chosen, Narrow
from dragoman.export.cells import unguarded
from dragoman.export.conftest import FORMULA
from dragoman.export.datapackage import described, package, resource
from dragoman.export.tables import TABLES, write_csv, write_parquet
from dragoman.record import Query

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.record import Store


@pytest.fixture(scope="module")
def tables(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    for write in (write_csv, write_parquet):
        assert all(path.exists() for path in write(Chosen(store), folder / write.__name__))
    return folder


def descriptor(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_parquet_comes_back_as_it_went(store: Store, tables: Path, name: str) -> None:
    path = tables / "write_parquet" / f"{name}.parquet"
    wanted = TABLES[name](Chosen(store))
    assert wanted.num_rows
    assert pd.read_parquet(path).columns.tolist() == wanted.column_names
    assert pl.read_parquet(path).height == wanted.num_rows
    assert duckdb.read_parquet(str(path)).to_arrow_table().to_pylist() == wanted.to_pylist()


@pytest.mark.parametrize("name", TABLES)
def test_csv_is_read_by_pandas_polars_and_duckdb(store: Store, tables: Path, name: str) -> None:
    path = tables / "write_csv" / f"{name}.csv"
    wanted = TABLES[name](Chosen(store))
    for columns, rows in (
        (pd.read_csv(path).columns.tolist(), len(pd.read_csv(path))),
        (pl.read_csv(path).columns, pl.read_csv(path).height),
        (duckdb.read_csv(str(path)).columns, len(duckdb.read_csv(str(path)))),
    ):
        assert (columns, rows) == (wanted.column_names, wanted.num_rows)


@pytest.mark.parametrize("name", TABLES)
def test_no_value_is_lost_in_csv(store: Store, tables: Path, name: str) -> None:
    read = pd.read_csv(tables / "write_csv" / f"{name}.csv", dtype=str, keep_default_na=False).to_dict("records")
    wanted = TABLES[name](Chosen(store))
    for cells, row in zip(read, wanted.to_pylist(), strict=True):
        assert {column: back(cells[column], wanted.schema.field(column).type) for column in row} == {
            column: None if value is None else str(value) if hasattr(value, "isoformat") else value
            for column, value in row.items()
        }


def back(cell: str, kind: pa.DataType) -> object:
    """What a cell says, by the column's type."""
    if cell == "":
        return None
    if pa.types.is_list(kind):
        return json.loads(cell)
    if pa.types.is_boolean(kind):
        return {"true": True, "false": False}[cell]
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return float(cell)
    return unguarded(cell)


def test_frictionless_finds_the_package_valid(tables: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(tables / "write_csv" / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    assert len(report.tasks) == len(TABLES)
    resources = frictionless.Package(str(tables / "write_csv" / "datapackage.json")).resources
    events = next(one for one in resources if one.name == "events").read_rows()
    assert events[0]["who"] == ["North Korea"]


def test_frictionless_notices_a_table_that_was_changed(tables: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for path in (tables / "write_csv").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "timeline.csv").open("a", encoding="utf-8") as out:
        out.write("e0,no date\n")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_package_describes_every_table_and_its_bytes(tables: Path, form: str) -> None:
    folder = tables / f"write_{form}"
    resources = descriptor(folder)["resources"]
    assert [one["name"] for one in resources] == list(TABLES)
    for one in resources:
        content = (folder / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described(chosen: Chosen, name: str) -> None:
    assert {column for table, column in described() if table == name} == set(TABLES[name](chosen).column_names)


def test_no_cell_of_a_stranger_is_a_formula(tables: Path) -> None:
    titles = pd.read_csv(tables / "write_csv" / "reports.csv")["title"].dropna().tolist()
    assert f"'{FORMULA}" in titles
    for path in (tables / "write_csv").glob("*.csv"):
        for row in pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records"):
            for cell in row.values():
                assert not cell.startswith(("=", "+", "@")), cell
                assert not cell.startswith("-") or float(cell) < 0


def test_a_narrowed_export_holds_what_is_left(store: Store, tmp_path: Path) -> None:
    list(write_csv(Chosen(store, Query(country="PRK"), Narrow(words="accused")), tmp_path))
    assert len(pd.read_csv(tmp_path / "events.csv")) == 1
    assert set(pd.read_csv(tmp_path / "sides.csv")["name"]) == {"North Korea", "South Korea"}


def test_an_empty_export_has_headings_and_is_valid(store: Store, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    list(write_csv(Chosen(store, narrow=Narrow(words="said nowhere", outlet="none")), tmp_path))
    assert pd.read_csv(tmp_path / "events.csv").shape[0] == 0
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_a_column_that_nobody_described_still_has_its_type() -> None:
    made = resource("events", pa.schema([("new", pa.int64())]), "csv", size=0, sha256="00")
    assert made["schema"] == {"fields": [{"name": "new", "type": "integer"}], "missingValues": [""], "primaryKey": "id"}
    assert package([made])["profile"] == "tabular-data-package"
