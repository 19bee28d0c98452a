from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError, StoreError
from dragoman.merge import Copy, merge
from dragoman.merge.test_made import MINISTRY, PARK, XI, Said, any_report, day, made
from dragoman.record import Run, Store

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.model import Report

RUN = Run.begin(program="0.1.0", codebook="2021")
MET = Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20))


def two() -> list[Report]:
    return [made("r1", MET, on=day(21)), made("r2", replace(MET, by=MINISTRY), on=day(22))]


def filled(path: Path) -> Store:
    store = Store.open(path, create=True)
    store.write(two(), RUN)
    store.replace_merged(merge(two()), RUN)
    return store


def test_reports_come_back_as_they_were_written(tmp_path: Path) -> None:
    with filled(tmp_path / "a.duckdb"):
        pass
    with Store.open(tmp_path / "a.duckdb", read_only=True) as store:
        assert list(store.load_reports()) == two()
        assert store.load_merged() == merge(two())
        assert store.report("r2") == two()[1]
        assert store.report("r3") is None
        assert store.known() == {"r1", "r2"}
        assert store.has("r1")
        assert not store.has("r3")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(any_report(), max_size=4, unique_by=lambda report: report.id))
def test_any_reports_come_back_and_verify(tmp_path: Path, reports: list[Report]) -> None:
    path = tmp_path / "any.duckdb"
    path.unlink(missing_ok=True)
    with Store.open(path, create=True) as store:
        store.write(reports, RUN)
        store.replace_merged(merge(reports), RUN)
        assert sorted(store.load_reports(), key=lambda report: report.id) == sorted(reports, key=lambda one: one.id)
        assert store.load_merged() == merge(reports)
        assert store.verify() == []


def test_copies_come_back(tmp_path: Path) -> None:
    told = replace(MET, sentence="Xi Jinping met Park Geun-hye in the garden of the old palace in Beijing.")
    reports = [made("r1", told, on=day(22)), made("r2", told, on=day(21))]
    with Store.open(tmp_path / "a.duckdb", create=True) as store:
        store.write(reports, RUN)
        store.replace_merged(merge(reports), RUN)
        assert store.load_merged().copies == (Copy("r1", "r2"),)
        assert store.verify() == []


def test_writing_twice_doubles_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        rows = store.health().rows
        assert store.write(two(), Run.begin(program="0.1.0", codebook="2021")) == frozenset()
        assert store.health().rows == rows
        assert store.merged_is_current()


def test_a_changed_coding_replaces_the_old_one(tmp_path: Path) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        changed = replace(two()[0], events=())
        assert store.write([changed, two()[1]], RUN) == {changed.id}
        assert store.report("r1") == changed
        assert store.health().rows["events"] == 1
        assert not store.merged_is_current()


def test_a_batch_that_fails_half_way_is_rolled_back(tmp_path: Path) -> None:
    good, report = two()
    with Store.open(tmp_path / "a.duckdb", create=True) as store:
        with pytest.raises(UnicodeEncodeError):
            store.write([good, replace(report, title="half a character \ud800")], RUN)
        assert store.known() == frozenset()
        assert store.write([good], RUN) == {good.id}
        assert store.health().rows["runs"] == 1


def test_two_reports_under_one_id_are_refused(tmp_path: Path) -> None:
    one = two()[0]
    with (
        Store.open(tmp_path / "a.duckdb", create=True) as store,
        pytest.raises(ValueError, match="two different reports"),
    ):
        store.write([one, replace(one, title="Another")], RUN)


def test_failures_are_kept_with_their_run(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.duckdb", create=True) as store:
        store.write_failures([InputError("is empty", where="x.txt", do="leave it out")], RUN)
        rows = store.connection.execute("SELECT * FROM failures").fetchall()
        assert rows == [(RUN.id, "InputError", "x.txt", "is empty", "leave it out")]
        assert store.health().rows["runs"] == 1


def test_health_says_what_is_there(tmp_path: Path) -> None:
    with filled(tmp_path / "a.duckdb") as store:
        health = store.health()
    assert (health.schema, health.problems) == (4, ())
    assert health.rows["reports"] == 2
    assert health.rows["merged_events"] == 1
    assert health.size > 0


def test_a_record_opened_for_reading_can_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    filled(path).close()
    with Store.open(path, read_only=True) as store, pytest.raises(StoreError, match="may only be read"):
        store.write([replace(two()[0], title="New")], RUN)


FILL = """
import resource, signal, sys
from dragoman.errors import StoreError
from dragoman.model import Report, Source
from dragoman.record import Run, Store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, limit = sys.argv[1], int(sys.argv[2])
run = Run.begin(program="1", codebook="1")
with Store.open(path, create=True) as store:
    store.write([Report("r0", Source("-", ""), None, "kept", 0)], run)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for number in range(1, 200):
            text = "".join(chr(0x4E00 + (number * 7919 + i * i) % 20000) for i in range(200_000))
            store.write([Report(f"r{number}", Source("-", ""), None, text, 0)], run)
    except StoreError as error:
        print(error)
"""


def test_a_full_disk_is_said_and_leaves_the_record_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    command = [sys.executable, "-c", FILL, str(path), str(4 * 2**20)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "disk is full" in done.stdout, done
    with Store.open(path) as store:
        assert store.has("r0")
        assert store.verify() == []
