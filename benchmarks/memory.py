"""The most memory that reading takes, for a stream of any size that is never on disk.

    python benchmarks/memory.py [jsonl] [warc] [--gigabytes 5]

A child process reads the stream from a named pipe up to reports, as `dragoman read` does before the parse, and prints
the peak of its resident memory; asked for is less than 400 MB. The peak is Linux's VmHWM, which begins anew with the
program; getrusage's goes on from the process that started it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
MOST = 400
"""Megabytes."""
_SAMPLE = 48 << 20  # bytes of an archive that is sent again and again
_CHILD = """
import sys
from dragoman.api.pages import reports_of
failed = []
read = sum(1 for _ in reports_of([sys.argv[1]], failed.append))
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(read, len(failed), int(status["VmHWM"].split()[0]) // 1024)
"""
_WORDS = "The ministers of {} and {} met on {} May and spoke about the ferry route, the grain and the prisoners. "


def main() -> int:
    """Measure each kind that is asked for; 1 if one takes more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="jsonl, warc; both if none is named")
    parser.add_argument("--gigabytes", type=float, default=5.0)
    given = parser.parse_args()
    size = int(given.gigabytes * (1 << 30))
    worst = 0
    for kind in given.kinds or ("jsonl", "warc"):
        with tempfile.TemporaryDirectory() as folder:
            read, failed, peak = measured(kind, Path(folder), size)
        print(
            f"{kind:6} {given.gigabytes:5.1f} GB  {read:>9,} reports  {failed:>6,} failed  peak {peak} MB", flush=True
        )
        worst = max(worst, peak)
    return int(worst >= MOST)


def measured(kind: str, folder: Path, size: int) -> tuple[int, int, int]:
    """Reports read, inputs failed, megabytes at the peak."""
    pipe = folder / f"in.{kind}"
    os.mkfifo(pipe)
    sender = threading.Thread(target=_send, args=(pipe, _records() if kind == "jsonl" else _archive(folder), size))
    sender.start()
    done = subprocess.run([sys.executable, "-c", _CHILD, str(pipe)], capture_output=True, text=True, check=True)
    sender.join()
    read, failed, peak = map(int, done.stdout.split())
    return read, failed, peak


def _send(pipe: Path, parts: Iterator[bytes], size: int) -> None:
    with pipe.open("wb") as handle:
        while size > 0:
            part = next(parts)
            handle.write(part)
            size -= len(part)


def _records() -> Iterator[bytes]:
    """JSON Lines of reports of some 60 kB, each with an id of its own."""
    number = 0
    while True:
        number += 1
        text = f"Report {number}. " + _WORDS.format("Norway", "Peru", number % 28 + 1) * 600
        yield json.dumps({"id": f"r{number}", "text": text}).encode() + b"\n"


def _archive(folder: Path) -> Iterator[bytes]:
    """A web archive again and again: archives may be joined end to end."""
    file = folder / "sample.warc"
    subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_warc.py"), str(file), "--size", str(_SAMPLE)],
        check=True,
        capture_output=True,
    )
    data = file.read_bytes()
    while True:
        yield data


if __name__ == "__main__":
    sys.exit(main())
