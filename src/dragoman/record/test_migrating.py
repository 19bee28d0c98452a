"""A record of each earlier version, made as that dragoman made it, is brought up to date and keeps all it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from dragoman.errors import StoreError
from dragoman.record import Query, Store, actors, timeline
from dragoman.record.migrating import STEPS
from dragoman.record.schema import VERSION
from dragoman.record.test_store import RUN, filled, two

if TYPE_CHECKING:
    from pathlib import Path

BACK = {
    4: """
        DROP TABLE passages; DROP TABLE coded.passages; DROP TABLE watches;
    """
    + "".join(
        f"ALTER TABLE {schema}.events DROP {column};"
        for schema in ("main", "coded")
        for column in ("acting", "acted_on", "saying", "words")
    ),
    3: """
        DROP SCHEMA coded CASCADE; DROP TABLE judgements; DROP TABLE rulings; DROP TABLE fulfils;
        ALTER TABLE actors DROP mentions; ALTER TABLE actors DROP events; ALTER TABLE actors DROP quotes;
        ALTER TABLE actors DROP deeds;
        ALTER TABLE quotes DROP cue_kind; ALTER TABLE quotes DROP parts; ALTER TABLE quotes DROP addressee;
        ALTER TABLE quotes DROP relay; ALTER TABLE quotes DROP medium;
    """,
    2: "DROP TABLE copies; DROP TABLE raw_spans; ALTER TABLE reports DROP date_best;",
}
"""What leads from each version to the one before it: the tables are then those that the earlier dragoman made."""


def old(path: Path, version: int) -> Path:
    """A record that a dragoman with tables of this version wrote."""
    with filled(path) as store:
        for step in range(VERSION, version, -1):
            store.connection.execute(BACK[step])
        store.connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", [str(version)])
        if version < 3:
            store.connection.execute("UPDATE reports SET coding_sha256 = 'of fewer columns'")
    return path


@pytest.mark.parametrize("version", STEPS)
@pytest.mark.parametrize("read_only", [False, True])
def test_an_old_record_keeps_its_content_and_takes_more(tmp_path: Path, version: int, read_only: bool) -> None:
    path = old(tmp_path / "a.duckdb", version)
    with Store.open(path, read_only=read_only) as store:
        assert list(store.load_reports()) == two()
        assert len(store.load_merged().events) == 1
        assert store.health().schema == VERSION
        assert store.verify() == []
        park = next(row for row in actors(store, Query(type="CONSULT")).to_pylist() if row["name"] == "Park Geun-hye")
        assert (park["mentions"], park["events"]) == (2, 2)
    with Store.open(path) as store:
        assert store.write(two(), RUN) == frozenset()
        assert store.write([two()[0]], RUN) == frozenset()
        assert timeline(store, Query()).num_rows == 1


@pytest.mark.parametrize("version", STEPS)
def test_before_each_step_the_record_is_copied_as_it_is(tmp_path: Path, version: int) -> None:
    Store.open(old(tmp_path / "a.duckdb", version)).close()
    kept = [tmp_path / f"a.v{step}.duckdb" for step in range(version, VERSION)]
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "a.duckdb", *kept])
    for step, path in enumerate(kept, start=version):
        with duckdb.connect(str(path), read_only=True) as copy:
            assert copy.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall() == [(str(step),)]
            assert copy.execute("SELECT count(*) FROM reports").fetchall() == [(2,)]


def test_every_version_before_this_one_has_its_step() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


def test_a_step_that_fails_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    path = old(tmp_path / "a.duckdb", 2)
    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP TABLE mentions")
    with pytest.raises(StoreError):
        Store.open(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall() == [("2",)]
        assert (
            connection.execute("SELECT table_name FROM duckdb_tables() WHERE table_name = 'rulings'").fetchall() == []
        )


def test_rows_of_a_migrated_record_stand_in_their_columns(tmp_path: Path) -> None:
    path = old(tmp_path / "a.duckdb", 1)
    with Store.open(path) as store:
        store.connection.execute("DELETE FROM reports WHERE report = 'r1'")
        assert "r1" in store.write(two(), RUN)
        assert list(store.load_reports()) == two()
