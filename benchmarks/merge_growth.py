"""How the time and memory of merging grow with the number of coded events.

    python benchmarks/merge_growth.py [SIZE]...

Makes so many events (10,000, 30,000 and 100,000 unless told otherwise), in memory and without texts of any corpus,
merges each lot in a process of its own and prints seconds (of the clock and of the processor, which others may share),
peak memory and, in the last line, the exponent of the processor's time against size (least squares over the
logarithms). Merging is of events only: stories are given, as they are by reports.
The made events are spread evenly over 20 countries, 11 types and so many days that a day has 300. Of ten events seven
are told once and the others by two to nine reports, in some of the same words; three in ten have no date.
"""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from dragoman.merge.events import Placed, cluster
from dragoman.merge.relations import contrary_tellings, fulfilments
from dragoman.merge.tellings import tellings
from dragoman.model import Actor, Event, EventDate, Interval, Published, Report, Source, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES = (10_000, 30_000, 100_000)
A_DAY = 300
TYPES = (
    "CONSULT",
    "AGREE",
    "ACCUSE",
    "REQUEST",
    "REJECT",
    "THREATEN",
    "AID",
    "SUPPORT",
    "MOBILIZE",
    "ASSAULT",
    "COERCE",
)
STATUSES: tuple[Status, ...] = ("actual",) * 7 + ("planned", "denied", "alleged")
STATES = [chr(65 + one) + chr(65 + other) + "X" for one in range(5) for other in range(4)]


def made(count: int) -> Iterator[Report]:
    """Reports of one event each, the same on every run: tellings of one happening use some of the same words."""
    random = Random(count)  # noqa: S311  # made-up events, no secret
    number = 0
    while number < count:
        day = date(2000, 1, 1) + timedelta(days=number // A_DAY)
        sides = random.sample(STATES, 2)
        told = (random.choice(TYPES), random.choice(STATUSES), day if random.random() < 0.7 else None)
        words = [f"w{int(random.paretovariate(0.6)) % 50_000}" for _ in range(14)]
        for _ in range(min(1 if random.random() < 0.7 else random.randint(2, 9), count - number)):
            yield _report(number, day, sides, told, random.sample(words, 9))
            number += 1


def _report(
    number: int, day: date, sides: Sequence[str], told: tuple[str, Status, date | None], words: Sequence[str]
) -> Report:
    text = f"{words[0]} {' '.join(words[1:])} ."
    actors = tuple(Actor(f"a{at}", f"State {side}", "country", (), side) for at, side in enumerate(sides))
    when = EventDate(Interval(told[2], told[2]), "expression") if told[2] else None
    trigger, whole = Span(0, len(words[0])), Span(0, len(text))
    event = Event("e1", told[0], ("a0",), ("a1",), trigger, whole, told[1], 0.5, "made", date=when)
    published = Published(Interval(day, day), "given")
    return Report(f"r{number:07}", Source("", ""), None, text, 0, published=published, actors=actors, events=(event,))


def measure(count: int) -> tuple[float, float, float, int]:
    """Seconds of merging so many events, by the clock and of the processor, peak memory in GB, and events found."""
    placed = [Placed(telling, f"s{int(report.id[1:]) // 5}") for report in made(count) for telling in tellings(report)]
    begin, spent = time.perf_counter(), time.process_time()
    clusters = cluster(placed)
    contrary_tellings(clusters)
    list(fulfilments(clusters))
    seconds, spent = time.perf_counter() - begin, time.process_time() - spent
    return seconds, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, len(clusters)


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of log time against log size."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main(arguments: Sequence[str]) -> None:
    """Measure each size in a process of its own, and print the table."""
    if arguments[:1] == ["--one"]:
        print(*measure(int(arguments[1])))
        return
    sizes, seconds = [int(size) for size in arguments] or list(SIZES), []
    print(f"{'tellings':>9} {'events':>9} {'seconds':>8} {'of CPU':>8} {'peak GB':>8}")
    for size in sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        line = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        seconds.append(float(line[1]))
        clock, spent, peak = map(float, line[:3])
        print(f"{size:>9} {int(line[3]):>9} {clock:>8.1f} {spent:>8.1f} {peak:>8.2f}", flush=True)
    if len(sizes) > 1:
        print(f"exponent {exponent(sizes, seconds):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
