"""Whether `dragoman batch` writes the same bytes when its workers are killed.

    python benchmarks/batch_kill.py [--size BYTES] [--every SECONDS] [--workers N] [--seed S]

Makes a web archive (2 GB unless told otherwise: broken records, other languages, large pictures and one page of 300 MB
among the news), codes it undisturbed, then again while one worker, drawn at random, is killed (SIGKILL) every so many
seconds (20). Prints for each run the seconds by the clock, pages a second and the peak memory of workers and parent,
then how many were killed, and whether every file is the same to the byte; ends with 1 if not. Linux only: it finds
workers and their memory under /proc. Wants as much room under TMPDIR as the archive has bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SIZE = 2 * 1024**3
EVERY = 20.0
LOOK = 0.2
"""Seconds between two looks at the workers."""
MAKING = ("--paragraphs", "4", "--foreign", "60", "--broken", "5", "--pictures", "4000000", "--huge", "300000000")


class Run(NamedTuple):
    """One run: seconds by the clock, how many workers were killed, peak memory of a worker and of the parent in MB."""

    seconds: float
    killed: int
    worker: int
    parent: int


def coded(archive: Path, out: Path, workers: int, every: float | None, chance: random.Random) -> Run:
    """Code the archive, killing a worker every so many seconds; SystemExit if the batch fails."""
    command = [sys.executable, "-m", "dragoman", "batch", str(archive), "--out", str(out), "--workers", str(workers)]
    start = last = time.monotonic()
    killed = most = parent = 0
    with subprocess.Popen(command) as batch:
        while batch.poll() is None:
            time.sleep(LOOK)
            alive = workers_of(batch.pid)
            most, parent = max([most, *map(peak, alive)]), max(parent, peak(batch.pid))
            if every and alive and time.monotonic() - last >= every:
                os.kill(chance.choice(alive), signal.SIGKILL)
                killed, last = killed + 1, time.monotonic()
    if batch.returncode:
        sys.exit(f"batch ended with {batch.returncode}")
    return Run(time.monotonic() - start, killed, most, parent)


def workers_of(parent: int) -> list[int]:
    """The worker processes of a batch: its children but for Python's own helper that tracks shared memory."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    except OSError:
        return []


def peak(process: int) -> int:
    """The most memory that a process has held so far, in MB; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def hashes(folder: Path) -> dict[str, str]:
    """The names of a folder's files, each with the SHA-256 of its bytes."""
    return {one.name: sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir()) if one.is_file()}


def main() -> None:
    """Make the archive, code it twice, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=SIZE, metavar="BYTES")
    parser.add_argument("--every", type=float, default=EVERY, metavar="SECONDS")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "made.warc"
        making = [sys.executable, str(ROOT / "scripts/make_warc.py"), str(archive), "--size", str(asked.size), *MAKING]
        made = json.loads(subprocess.run(making, check=True, capture_output=True, text=True).stdout)
        pages = len(made["good"]) + len(made["bad"])
        print(f"{archive.stat().st_size / 1e9:.2f} GB, {pages:,} pages, {len(made['bad'])} of them broken", flush=True)
        found = []
        for name, every in (("undisturbed", None), ("disturbed", asked.every)):
            out = Path(folder) / name
            run = coded(archive, out, asked.workers, every, random.Random(asked.seed))  # noqa: S311 - no secret
            found.append(hashes(out))
            print(
                f"{name:11} {run.seconds:.0f} s, {pages / run.seconds:.1f} pages/s, {run.killed} workers killed,"
                f" worker at most {run.worker} MB, parent {run.parent} MB",
                flush=True,
            )
    print(f"{len(found[0])} files, " + ("the same to the byte" if found[0] == found[1] else "NOT the same"))
    sys.exit(found[0] != found[1])


if __name__ == "__main__":
    main()
