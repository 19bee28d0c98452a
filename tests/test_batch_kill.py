"""A batch whose workers are killed, or which is stopped and run again, writes the tables of an undisturbed one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

import dragoman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCES = Path(dragoman.__file__).parents[1]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCES)}
DRAGOMAN = [sys.executable, "-m", "dragoman", "batch"]
MOST = 1_200_000_000
"""Bytes that a worker may hold."""
LOADED = 250_000_000
"""Bytes from which on a worker has most of its models and is about to code, which then takes some seconds."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web archive of 100 pages, some broken, most not in English, one of 40 MB."""
    path = tmp_path_factory.mktemp("archive") / "news.warc.gz"
    made = ["--pages", "100", "--paragraphs", "1", "--foreign", "60", "--broken", "5", "--huge", "40000000"]
    command = [sys.executable, str(ROOT / "scripts" / "make_warc.py"), str(path), *made]
    subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def undisturbed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the tables that one worker made of the archive."""
    out = tmp_path_factory.mktemp("undisturbed")
    done = subprocess.run(_command(archive, out, 1), env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("1 file done: ")
    return out


def _command(archive: Path, out: Path, workers: int) -> list[str]:
    return [*DRAGOMAN, str(archive), "--out", str(out), "--workers", str(workers)]


def _started(archive: Path, out: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(_command(archive, out, 2), env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)


def _workers(batch: subprocess.Popen[str]) -> Iterator[int]:
    try:
        for child in Path(f"/proc/{batch.pid}/task/{batch.pid}/children").read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                yield int(child)
    except OSError:  # one of them ended just now
        return


def _memory(process: int) -> int:
    """Bytes that a process has held at most; 0 if it is gone."""
    try:
        status = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    except OSError:
        return 0
    return int(status.get("VmHWM", "0").split()[0]) * 1024


def _when(batch: subprocess.Popen[str], happened: Callable[[], bool]) -> None:
    while batch.poll() is None and not happened():
        time.sleep(0.05)


def _tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_an_archive_whose_workers_are_killed_gives_the_same_tables_in_bounded_memory(
    archive: Path, undisturbed: Path, tmp_path: Path
) -> None:
    chance, killed, largest = random.Random(4), 0, 0
    with _started(archive, tmp_path) as batch:
        while batch.poll() is None:
            time.sleep(chance.uniform(0.2, 1))
            held = {one: _memory(one) for one in _workers(batch)}
            largest = max([largest, *held.values()])
            loaded = [one for one, bytes_held in held.items() if bytes_held > LOADED]
            if loaded and killed < 6:
                os.kill(chance.choice(loaded), signal.SIGKILL)
                killed += 1
    assert batch.returncode == 0
    assert killed
    assert 0 < largest < MOST
    assert _tables(tmp_path) == _tables(undisturbed)


def test_a_batch_told_to_stop_and_one_killed_go_on_where_they_were(
    archive: Path, undisturbed: Path, tmp_path: Path
) -> None:
    with _started(archive, tmp_path) as batch:
        _when(batch, lambda: any(_memory(one) > LOADED for one in _workers(batch)))
        batch.send_signal(signal.SIGTERM)
        _, said = batch.communicate()
    assert batch.returncode == 130
    assert said.splitlines()[-1].endswith("and the same command goes on from there")
    assert [path.suffix for path in tmp_path.iterdir()] == [".parts"]
    with _started(archive, tmp_path) as batch:
        _when(batch, lambda: bool(list(_workers(batch))))
        batch.kill()
    done = subprocess.run(_command(archive, tmp_path, 2), env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1].startswith("1 file done: ")
    assert _tables(tmp_path) == _tables(undisturbed)


def _column(out: Path, table: str, column: str) -> list[str]:
    (path,) = out.glob(f"*.{table}.parquet")
    found: list[str] = pq.read_table(path)[column].to_pylist()
    return found


def test_each_page_of_the_archive_is_a_report_or_an_error(archive: Path, undisturbed: Path) -> None:
    reports, errors = _column(undisturbed, "reports", "path"), _column(undisturbed, "errors", "place")
    assert len(reports) + len(errors) == 101
    assert all(place.startswith(archive.name) for place in [*reports, *errors])
    assert any("huge" in place for place in errors)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing.warc", "--out", "out"], 66, "dragoman: nothing.warc: no such file or folder; check the name"),
        (["--out", "out"], 2, "dragoman: "),
        (["x.txt"], 2, "dragoman: "),
        (["x.txt", "--out", "out", "--map", "colour=red"], 2, "dragoman: --map: no field is called 'colour'"),
    ],
)
def test_wrong_usage_and_missing_input_are_one_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Norway met Chile in Lima on Monday.")
    done = subprocess.run(
        [*DRAGOMAN, *arguments], env=ENVIRONMENT, capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == code
    (line,) = done.stderr.splitlines()
    assert line.startswith(said)
