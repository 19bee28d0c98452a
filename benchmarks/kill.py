"""Whether a record outlives the end of the program at any moment.

    python benchmarks/kill.py [--trials 50] [--reports 160]

Each trial starts `dragoman read`, kills it (SIGKILL) at a random moment, by turns one after it has opened the record
and one after it has written a batch, opens what is left as the next reading would, and verifies it. The next trial goes
on from there. A record that is whole in the end must have the very rows of one that was read without interruption,
nothing lost or doubled; then a new one is begun.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.record import Store
from dragoman.record.schema import BY_REPORT, MERGED

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATES = ("Norway", "Chile", "Kenya", "Japan", "Peru", "Latvia", "Ghana", "Oman", "Nepal", "Malta")
_DEEDS = ("accused {} of fishing in its waters", "signed a treaty with {}", "recalled its ambassador to {}")
OPENED, WRITTEN = 0, 40_000
"""Bytes by which the log has grown when a record was opened, and when a batch is in it (the tables alone take less)."""
_PATIENCE = 120  # seconds to wait for the program


class Trial(NamedTuple):
    """One reading: whether it was killed before its end, how many reports it left, and all that is wrong with them."""

    killed: bool
    reports: int
    faults: tuple[str, ...]


def main() -> int:
    """Run the trials; 1 if one of them left anything to be desired."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=50)
    parser.add_argument("--reports", type=int, default=160)
    parser.add_argument("--seed", type=int, default=9)
    given = parser.parse_args()
    clean = killed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, trial in enumerate(trials(Path(folder), given.trials, given.reports, given.seed), start=1):
            clean += not trial.faults
            killed += trial.killed
            state = "killed" if trial.killed else "ended"
            print(f"{number:3} {state} with {trial.reports} reports: {'; '.join(trial.faults) or 'clean'}", flush=True)
    print(f"{clean} of {given.trials} clean, {killed} killed before their end")
    return int(clean < given.trials)


def trials(folder: Path, count: int, reports: int, seed: int) -> Iterator[Trial]:
    """So many readings, each killed at a random moment; the last trial's record is read to its end and compared."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    news = _news(folder / "news.jsonl", reports)
    whole = folder / "whole.duckdb"
    times = {log: _read(news, whole.with_stem(f"whole{log}"), log) for log in (OPENED, WRITTEN)}
    wanted, number = rows(whole.with_stem(f"whole{OPENED}")), 0
    store = folder / f"{number}.duckdb"
    for trial in range(1, count + 1):
        log = (OPENED, WRITTEN)[trial % 2]
        killed = _read_and_kill(news, store, chance.uniform(0, times[log]), log)
        faults, there = _faults(store)
        if not killed or trial == count:
            if killed:
                _read(news, store, OPENED)
                faults += _faults(store)[0]
            faults += [] if rows(store) == wanted else ["its rows are not those of an uninterrupted reading"]
            number += 1
            store = folder / f"{number}.duckdb"
        yield Trial(killed, there, tuple(faults))


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a record holds but for its runs, in an order of its own."""
    with Store.open(path, read_only=True) as store:
        return {
            table: store.connection.execute(f"SELECT * EXCLUDE (run) FROM {table} ORDER BY ALL").fetchall()  # noqa: S608 - the schema's own names
            for table in (*BY_REPORT, *MERGED)
        }


def _news(path: Path, count: int) -> Path:
    """Short dated reports: what is dated by others would depend on which of them are read together."""
    chance = random.Random(1)  # noqa: S311 - the same each time
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            one, other = chance.sample(_STATES, 2)
            text = f"{one} {chance.choice(_DEEDS).format(other)} on Monday, a spokesman said. That was case {number}."
            row = {"id": f"n{number:04}", "text": text, "date": f"2015-{1 + number % 12:02}-{1 + number % 27:02}"}
            lines.write(json.dumps(row) + "\n")
    return path


def _command(news: Path, store: Path) -> list[str]:
    return [sys.executable, "-m", "dragoman", "read", str(news), "--store", str(store)]


def _read(news: Path, store: Path, log: int) -> float:
    """Read to the end, and return the seconds to it from when the log of the record had grown by so much."""
    with subprocess.Popen(_command(news, store), stderr=subprocess.DEVNULL) as reader:
        began = _writing(reader, store, log)
        if reader.wait(_PATIENCE):
            raise RuntimeError(f"{' '.join(_command(news, store))} ended with {reader.returncode}")
    return time.monotonic() - began


def _read_and_kill(news: Path, store: Path, after: float, log: int) -> bool:
    """Read, and kill so many seconds after the log has grown by so much; whether that came before the end."""
    with subprocess.Popen(_command(news, store), stderr=subprocess.DEVNULL) as reader:
        began = _writing(reader, store, log)
        try:
            reader.wait(max(began + after - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            reader.kill()
            return True
    return False


def _writing(reader: subprocess.Popen[bytes], store: Path, log: int) -> float:
    """Wait until the program has opened the record and its write-ahead log has grown by so many bytes, or it ended."""
    before = _log(store)
    until = time.monotonic() + _PATIENCE
    while not (store.exists() and _log(store) - before >= log) and reader.poll() is None and time.monotonic() < until:
        time.sleep(0.002)
    return time.monotonic()


def _log(store: Path) -> int:
    """Bytes in the write-ahead log of a record, 0 where there is none."""
    try:
        return store.with_name(f"{store.name}.wal").stat().st_size
    except FileNotFoundError:
        return 0


def _faults(store: Path) -> tuple[list[str], int]:
    """What is wrong with what a reading left, opened as the next one opens it, and how many reports are in it."""
    if not store.exists():
        return [], 0
    with Store.open(store, create=True) as record:
        return record.verify(), len(record.known())


if __name__ == "__main__":
    sys.exit(main())
