"""The floors file: for each set the hash of the gold that it was measured on, and under what no figure may fall."""

from __future__ import annotations

import math
import subprocess
import tomllib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEADER = """\
# Held by benchmarks/gate.py: no figure of a set may fall below its floor while the gold is the one hashed here.
# Don't lower a floor by hand: the gate compares this file with the one in git. `gate.py --raise` raises them.
"""
_GRAIN = 100  # floors are whole hundredths: finer ones would fall at a library's next release


class Floors(NamedTuple):
    """A set's floors by figure, the sha256 of its gold, and why they were last lowered, if ever."""

    gold: str
    floors: dict[str, float]
    lowered_because: str = ""


def parse(text: str) -> dict[str, Floors]:
    """The floors of each set in the text of a floors file."""
    return {
        name: Floors(table["gold"], dict(table["floors"]), table.get("lowered_because", ""))
        for name, table in tomllib.loads(text).items()
    }


def write(sets: Mapping[str, Floors]) -> str:
    """The text of a floors file; `parse` reads it back."""
    parts = [HEADER]
    for name, floors in sets.items():
        parts.append(f"\n[{name}]\ngold = {_quoted(floors.gold)}\n")
        if floors.lowered_because:
            parts.append(f"lowered_because = {_quoted(floors.lowered_because)}\n")
        parts.append(f"\n[{name}.floors]\n")
        parts += [f"{_quoted(figure)} = {floor:.2f}\n" for figure, floor in floors.floors.items()]
    return "".join(parts)


def in_git(root: Path) -> dict[str, Floors] | None:
    """The floors as git's HEAD has them; None where there is no git, no commit, or no floors file in it."""
    command = ["git", "show", "HEAD:./benchmarks/floors.toml"]
    try:
        shown = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return parse(shown.stdout) if shown.returncode == 0 else None


def lowered(now: Mapping[str, Floors], before: Mapping[str, Floors]) -> list[str]:
    """One line for each floor of `before` that `now` has lower or not at all."""
    complaints = []
    for name, old in before.items():
        new = now[name].floors if name in now else {}
        for figure, floor in old.floors.items():
            if figure not in new:
                complaints.append(f"{name} {figure}: floor {floor:.2f} is gone")
            elif new[figure] < floor:
                complaints.append(f"{name} {figure}: floor lowered from {floor:.2f} to {new[figure]:.2f}")
    return complaints


SLACK = 0.005
"""Left below a figure when its floor is raised: another processor's rounding may turn one decision in a few hundred."""


def raised(old: Floors | None, gold: str, figures: Mapping[str, float], because: str = "") -> Floors:
    """The floors after a measurement: each up to what is reached less SLACK, in whole hundredths, and never down.

    Without `old`, and where `because` says why the gold changed, they start from this measurement alone. A figure that
    reaches no hundredth gets no floor.
    """
    anew = old is None or (bool(because) and old.gold != gold)
    reached = {name: math.floor((value - SLACK) * _GRAIN + 1e-9) / _GRAIN for name, value in figures.items()}
    if anew or old is None:
        return Floors(gold, {name: floor for name, floor in reached.items() if floor > 0}, because if old else "")
    kept = {name: max(floor, reached.get(name, 0.0)) for name, floor in old.floors.items()}
    return Floors(gold, kept, old.lowered_because)


def _quoted(text: str) -> str:
    """A TOML basic string; control characters, which it can't hold, become spaces."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
