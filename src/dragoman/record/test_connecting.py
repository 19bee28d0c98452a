from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from dragoman.errors import StoreError
from dragoman.record import Store
from dragoman.record.connecting import translated
from dragoman.record.test_store import filled

if TYPE_CHECKING:
    from pathlib import Path


def refused(path: Path, *, create: bool = False, read_only: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(path, create=create, read_only=read_only)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_missing_record_is_not_made_unasked(tmp_path: Path) -> None:
    assert "there is no such record" in refused(tmp_path / "none.duckdb")
    assert not (tmp_path / "none.duckdb").exists()


def test_a_folder_or_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "its folder does not exist" in refused(tmp_path / "no" / "a.duckdb", create=True)


@pytest.mark.parametrize("content", [b"These are minutes, no database.\n" * 200, b"short"])
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.duckdb"
    path.write_bytes(content)
    for create in (False, True):
        assert "is no DuckDB file" in refused(path, create=create)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE theirs (n INTEGER)")
    assert "no record of dragoman's" in refused(path, create=True)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("theirs",)]


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with filled(path) as store:
        store.connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    told = "was written by a newer dragoman (tables of version 99; this one knows 4); install a newer dragoman"
    assert told in refused(path)
    assert told in refused(path, create=True)


def test_who_holds_a_record_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    filled(path).close()
    hold = f"import duckdb; c = duckdb.connect({str(path)!r}); print('held', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert f"process {holder.pid}" in refused(path)
        assert f"process {holder.pid}" in refused(path, read_only=True)
        holder.communicate(b"\n")
    Store.open(path).close()


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("Cannot open file: Permission denied", "may not be opened with your rights"),
        ("write failed: No space left on device", "the disk is full"),
        ("file with version number 99, but we can only read 64", "was written by another version of DuckDB"),
        ("Something new\nand long", "DuckDB says: Something new; run `dragoman doctor` on it"),
    ],
)
def test_what_duckdb_says_is_told_in_one_line(tmp_path: Path, says: str, told: str) -> None:
    with pytest.raises(StoreError) as caught, translated(tmp_path / "a.duckdb"):
        raise duckdb.IOException(says)
    assert str(caught.value).startswith(f"{tmp_path / 'a.duckdb'}: {told}")
    assert "\n" not in str(caught.value)
