"""A batch by Spark whose executors are killed writes and merges what one machine does, row for row."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from importlib.util import find_spec
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
MEMORY = ("spark.driver.memory=2g", "spark.executor.memory=1g", "spark.ui.enabled=false")
STATES = ("Norway", "Chile", "Kenya", "Japan", "Peru", "Latvia")
THINGS = [
    "harbour",
    "fishery",
    "quota",
    "treaty",
    "bridge",
    "railway",
    "visa",
    "border",
    "tariff",
    "grain",
    "airline",
    "refinery",
    "satellite",
    "prison",
    "ferry",
    "museum",
]

needs_pyspark = pytest.mark.skipif(find_spec("pyspark") is None, reason="PySpark is not installed")
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed")
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="finds the executors in /proc")


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a web archive of 60 pages, some broken, most not in English, and records that tell some stories."""
    folder = tmp_path_factory.mktemp("archives")
    made = ["--pages", "60", "--paragraphs", "1", "--foreign", "40", "--broken", "5"]
    command = [sys.executable, str(ROOT / "scripts" / "make_warc.py"), str(folder / "news.warc.gz"), *made]
    subprocess.run(command, check=True, capture_output=True)
    for name, rows in (("a.jsonl", records(1)), ("b.jsonl", records(2))):
        (folder / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return folder


def records(seed: int) -> Iterator[dict[str, str]]:
    """Records of made-up happenings over half a year, each told by one to four: dated or not, copied, denied, bare."""
    chance = random.Random(seed)
    for number in range(20):
        one, other = chance.sample(STATES, 2)
        things, day = chance.sample(THINGS, 5), date(2015, 3, 1) + timedelta(days=chance.randrange(180))
        about = f"The {things[1]} and the {things[2]} were discussed near the {things[3]}, and so was the {things[4]}."
        for telling in range(chance.choice((1, 2, 2, 4))):
            told = chance.choice(
                (
                    f"{one} recalled its ambassador from {other} on {day:%B %d}, a spokesman said.",
                    f"{one} denied that it had recalled its ambassador from {other}.",
                    f"{one} plans to hold talks with {other} on the {things[0]} next week.",
                    f"{one} held talks with {other} on the {things[0]} in Lima.",
                )
            )
            row = {"id": f"n{seed}-{number}-{telling}", "text": f"{told} {about}" if chance.random() < 0.8 else told}
            if chance.random() < 0.8:
                row["date"] = (day + timedelta(days=telling)).isoformat()
            yield row


@pytest.fixture(scope="module")
def alone(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what one machine makes of the archives."""
    out = tmp_path_factory.mktemp("alone")
    command = [*DRAGOMAN, str(archives), "--out", str(out), "--merge"]
    subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return out


def by_spark(archives: Path, out: Path) -> list[str]:
    settings = [word for setting in MEMORY for word in ("--conf", setting)]
    where = ["--engine", "spark", "--master", "local-cluster[2,1,2048]", *settings]
    return [*DRAGOMAN, str(archives), "--out", str(out), *where]


def executors(process: int) -> Iterator[int]:
    """The executors among the descendants of a process."""
    try:
        tasks = [*Path(f"/proc/{process}/task").iterdir()]
        children = [child for task in tasks for child in (task / "children").read_text().split()]
        for child in map(int, children):
            if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{child}/cmdline").read_bytes():
                yield child
            yield from executors(child)
    except OSError:  # one of them ended just now
        return


def kill_one(batch: subprocess.Popen[str], when: Callable[[], bool]) -> int:
    """Kill an executor once it is time; how many were killed."""
    while batch.poll() is None:
        if when() and (running := [*executors(batch.pid)]):
            os.kill(running[0], signal.SIGKILL)
            return 1
        time.sleep(0.1)
    return 0


def rows(out: Path) -> dict[str, list[str]]:
    """The rows of each table, in order, by the table's name."""
    tables = {path.name: pq.read_table(path) for path in out.glob("*.parquet")}
    (merged,) = (path for path in out.glob("merged-*") if path.is_dir())
    tables |= {f"{merged.name}/{path.name}": pq.read_table(path) for path in merged.iterdir()}
    return {name: sorted(map(repr, table.to_pylist())) for name, table in tables.items()}


@needs_pyspark
@needs_java
@needs_proc
def test_a_batch_whose_executors_are_killed_is_row_for_row_what_one_machine_makes(
    archives: Path, alone: Path, tmp_path: Path
) -> None:
    out, killed = tmp_path / "out", 0
    with subprocess.Popen(by_spark(archives, out), env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as batch:
        killed += kill_one(batch, lambda: any(out.glob("*.blocks")))
        killed += kill_one(batch, lambda: any(out.glob("merged-*.stages/stories")))
        said = batch.communicate()[1].splitlines()
    assert (killed, batch.returncode) == (2, 0), said
    found = rows(out)
    assert found == rows(alone)
    assert min(len(some) for name, some in found.items() if name.startswith("merged")) > 0
    assert {path.name for path in out.iterdir()} == {path.name for path in alone.iterdir()}
    counts = said[-2:]  # before them stand lines on how far it is
    assert [line.split(":")[0] for line in counts] == ["3 files done", "merged"]
    again = subprocess.run(by_spark(archives, out), env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert again.stderr.splitlines() == [counts[0].replace("done:", "done (3 of them before):"), counts[1]]
    assert rows(out) == found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "spark", "--workers", "2"], "--workers: of no use with Spark; say it by --master, as local[4]"),
        (["--master", "local[2]"], "--master: of no use without Spark; add --engine spark"),
        (["--engine", "spark", "--conf", "memory"], "--conf memory: no setting; write it as spark.executor.memory=4g"),
        (["s3://news/a.warc"], "s3://news/a.warc: can't be reached without Spark; copy it to this machine, or add "),
    ],
)
def test_options_that_fit_no_engine_are_one_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    (line,) = refused(arguments, tmp_path)
    assert line.startswith(f"dragoman: {said}")


def test_without_pyspark_a_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pyspark.py").write_text("raise ImportError")
    (line,) = refused(["--engine", "spark"], tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{SOURCES}")
    assert line == ("dragoman: --engine spark: PySpark isn't installed; install it with pip install 'dragoman[spark]'")


@needs_pyspark
def test_without_java_a_line_says_what_to_install(tmp_path: Path) -> None:
    (line,) = refused(["--engine", "spark"], tmp_path, JAVA_HOME=str(tmp_path))
    assert line.startswith(f"dragoman: --engine spark: {tmp_path}/bin/java can't be run; install Java 17")


@needs_pyspark
@needs_java
def test_a_master_of_no_use_is_one_line(tmp_path: Path) -> None:
    (line,) = refused(["--engine", "spark", "--master", "nowhere"], tmp_path)
    assert line.startswith("dragoman: --master nowhere: Spark can't start (")


def refused(arguments: list[str], folder: Path, **environment: str) -> list[str]:
    """What is said of a batch that is wrong usage."""
    (folder / "x.txt").write_text("Norway met Chile in Lima on Monday.")
    command = [*DRAGOMAN, *(() if arguments[0].startswith("s3") else ("x.txt",)), "--out", "out", *arguments]
    done = subprocess.run(
        command, env=ENVIRONMENT | environment, capture_output=True, text=True, cwd=folder, check=False
    )
    assert done.returncode == 2, done.stderr
    return done.stderr.splitlines()
