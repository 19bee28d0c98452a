"""Draw how the time of merging grows with size: docs/growth.csv into docs/growth.svg, both axes logarithmic.

    python scripts/plot_growth.py

A row of the table is one measurement: engine, tellings, seconds by the clock, as benchmarks/merge_growth.py and
benchmarks/merge_spark.py print them.
"""

from __future__ import annotations

import csv
import math
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDE, HIGH, EDGE = 640, 400, 60
INKS = ("#1b5e9c", "#b3541e")


class Measured(NamedTuple):
    """How many seconds one engine took to merge so many tellings."""

    engine: str
    tellings: int
    seconds: float


def measured() -> list[Measured]:
    """The rows of the table, by engine and size."""
    with (DOCS / "growth.csv").open(encoding="utf-8", newline="") as handle:
        rows = [Measured(row["engine"], int(row["tellings"]), float(row["seconds"])) for row in csv.DictReader(handle)]
    return sorted(rows)


class Scale(NamedTuple):
    """From a value's logarithm to a place on the page: decades from `low` to `high` over `first` to `last`."""

    low: int
    high: int
    first: float
    last: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self.first + (math.log10(value) - self.low) / (self.high - self.low) * (self.last - self.first)


def over(values: list[float], first: float, last: float) -> Scale:
    """The scale that holds all values between whole powers of ten."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return Scale(low, max(high, low + 1), first, last)


def drawn(rows: list[Measured]) -> str:
    """The picture as SVG."""
    across = over([row.tellings for row in rows], EDGE, WIDE - EDGE)
    up = over([row.seconds for row in rows], HIGH - EDGE, 0.8 * EDGE)
    parts = [f'<rect width="{WIDE}" height="{HIGH}" fill="white"/>', *grid(across, up)]
    for (engine, group), ink in zip(groupby(rows, key=lambda row: row.engine), INKS, strict=False):
        points = [(across.at(row.tellings), up.at(row.seconds)) for row in group]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}"/>' for x, y in points]
        x, y = points[-1]
        parts.append(f'<text x="{x - 8:.1f}" y="{y - 10:.1f}" text-anchor="end" fill="{ink}">{engine}</text>')
    frame = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="13">'
    )
    return "\n".join([frame, *parts, "</svg>", ""])


def grid(across: Scale, up: Scale) -> list[str]:
    """A line and a number for each power of ten, and what the axes count."""
    parts = []
    for power in range(across.low, across.high + 1):
        x = across.at(10**power)
        parts.append(f'<path d="M{x:.1f} {up.first}V{up.last}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{up.first + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(up.low, up.high + 1):
        y = up.at(10.0**power)
        parts.append(f'<path d="M{across.first} {y:.1f}H{across.last}" stroke="#ddd"/>')
        parts.append(f'<text x="{across.first - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    parts.append(f'<text x="{(across.first + across.last) / 2}" y="{HIGH - 14}" text-anchor="middle">tellings</text>')
    parts.append(f'<text x="16" y="{up.last - 18}">seconds</text>')
    return parts


if __name__ == "__main__":
    (DOCS / "growth.svg").write_text(drawn(measured()), encoding="utf-8")
