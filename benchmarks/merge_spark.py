"""How the time of merging by Spark grows with the number of coded events.

    python benchmarks/merge_spark.py [--master URL] [--memory 4g] [SIZE]...

Makes so many events as merge_growth.py does (100,000, 300,000 and 1,000,000 unless told otherwise), in slices that
happen one after the other, and merges them into real events, their relations included, by Spark on all processors of
this machine. Each size has a process of its own. Prints seconds by the clock (of making the tellings and of merging
them), the bytes that were kept on disk on the way, and in the last line the exponent of the time of merging against
size (least squares over the logarithms). What is kept lies where TMPDIR points, with what Spark itself puts to disk.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import merge_growth
from merge_growth import exponent, made

from dragoman.merge.events import Placed
from dragoman.merge.tellings import tellings
from dragoman.model import Interval
from dragoman.scale.merged import MERGED
from dragoman.scale.spark import session
from dragoman.scale.spark.events import TOLD, events, told_row
from dragoman.scale.spark.flow import kept, spread, widen, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report

SIZES = (100_000, 300_000, 1_000_000)
SLICE = 20_000


def sliced(number: int) -> Iterator[Report]:
    """A slice of the reports: others than in all other slices, and later than those before."""
    days = timedelta(days=number * SLICE // merge_growth.A_DAY)
    for report in islice(made(SLICE + number), SLICE):  # how many are made is what they are made from
        (event,), day = report.events, report.published.interval
        assert day
        if event.date and event.date.interval:
            event = replace(event, date=replace(event.date, interval=_later(event.date.interval, days)))
        published = replace(report.published, interval=_later(day, days))
        name = f"r{number * SLICE + int(report.id[1:]):010}"
        yield replace(report, id=name, published=published, events=(event,))


def rows(number: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a slice's tellings, five reports a story."""
    for report in sliced(number):
        for telling in tellings(report):
            yield told_row(Placed(telling, f"s{int(report.id[1:]) // 5}"), report.id)


def measure(count: int, master: str, memory: str) -> tuple[float, float, float, int]:
    """Seconds of making and of merging so many events, gigabytes kept on the way, and events found."""
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        local = {"spark.local.dir": f"{folder}/spark", "spark.driver.memory": memory, "spark.ui.enabled": "false"}
        spark = session(master, local, Path(folder) / "spark.log")
        spark.sparkContext.addPyFile(merge_growth.__file__)
        begin = time.perf_counter()
        told, _ = kept(spread(spark, range(count // SLICE), rows, TOLD), f"{folder}/told", TOLD)
        widen(spark, count)
        between = time.perf_counter()
        found, fulfilled = events(told, f"{folder}/stages")
        merged = write(found, f"{folder}/found", MERGED["events"])
        write(fulfilled, f"{folder}/fulfilled", MERGED["fulfilments"])
        end = time.perf_counter()
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.parquet")) / 1e9
        spark.stop()
    return between - begin, end - between, size, merged


def main() -> None:
    """Measure each size in a process of its own, and print the table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--master", default="local[*]")
    asked.add_argument("--memory", default="4g")
    asked.add_argument("--one", action="store_true")
    asked.add_argument("sizes", metavar="SIZE", type=int, nargs="*", default=SIZES)
    given = asked.parse_args()
    if given.one:
        print(*measure(given.sizes[0], given.master, given.memory))
        return
    print(f"{'tellings':>10} {'events':>10} {'to make':>8} {'to merge':>8} {'kept GB':>8}")
    seconds = [_row(size, given.master, given.memory) for size in given.sizes]
    if len(seconds) > 1:
        print(f"exponent {exponent(given.sizes, seconds):.3f}")


def _row(size: int, master: str, memory: str) -> float:
    command = [sys.executable, __file__, "--one", "--master", master, "--memory", memory, str(size)]
    line = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    make, merge, kept_bytes = map(float, line[:3])
    print(f"{size:>10,} {int(line[3]):>10,} {make:>8.1f} {merge:>8.1f} {kept_bytes:>8.2f}", flush=True)
    return merge


def _later(interval: Interval, by: timedelta) -> Interval:
    return Interval(interval.first + by, interval.last + by)


if __name__ == "__main__":
    main()
