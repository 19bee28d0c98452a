"""The eval gate: measure dragoman on each gold set and refuse figures, or floors, that fell.

    python benchmarks/gate.py [--only SET]... [--raise] [--allow-lower "why"]

Sets: own, mentions, nonsense, copied and saved (this repository's corpus, texts without an event, copied pages, saved
pages) and, where ../shared lies beside the checkout, seeds, gsr, plv, timebank, aquaint, meantime, trnews, geovirus,
polnear, dating and stories. Exit code 1 if a figure is below its floor, a gold is not the one its floors were measured
on, or floors.toml is lower than in git; --allow-lower lets the last of these pass. --raise writes floors up to what is
reached; with --allow-lower it also measures a set anew whose gold has changed, and keeps the reason in floors.toml.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from floors import Floors, in_git, lowered, parse, raised, write
from measure import ROOT, SETS, GateError, gold_hash, measure, missing, sources_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FLOORS = ROOT / "benchmarks/floors.toml"


def compare(name: str, floors: Mapping[str, float], figures: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """The table's lines for a set, and a complaint for each figure below its floor or not measured at all."""
    table, complaints = [], []
    for figure, floor in floors.items():
        now = figures.get(figure)
        fell = now is None or now < floor
        shown = "none" if now is None else f"{now:.4f}"
        table.append(f"{name:9} {figure:28} {floor:5.2f} {shown:>7}  {'FELL' if fell else 'ok'}")
        if fell:
            complaints.append(f"{name} {figure} fell to {shown}, its floor is {floor:.2f}: mend what made it fall")
    return table, complaints


def changed_gold(name: str, floors: Floors, gold: str) -> str:
    """What to say if the gold isn't the one that `floors` were measured on; "" if it is."""
    if floors.gold == gold:
        return ""
    return (
        f"{name}: the gold or its texts changed since its floors were measured. Undo the change, or, if it is meant, "
        f'measure anew: gate.py --only {name} --raise --allow-lower "why the gold changed"'
    )


def run_set(name: str, floors: Floors | None, *, lift: bool, because: str) -> tuple[Floors | None, list[str]]:
    """Measure one set and print its lines; the floors to keep for it, and complaints."""
    if why := missing(name):
        print(f"{name:9} skipped: {why}")
        return floors, []
    gold = gold_hash(sources_of(name))
    complaint = changed_gold(name, floors, gold) if floors else ""
    if complaint and not (lift and because):
        return floors, [complaint]
    with tempfile.TemporaryDirectory() as work:
        figures = measure(name, Path(work))
    if lift:
        floors = raised(floors, gold, figures, because)
    if floors is None:
        print(f"{name:9} has no floors yet: gate.py --only {name} --raise sets them")
        return None, []
    table, complaints = compare(name, floors.floors, figures)
    print("\n".join(table))
    return floors, complaints


def run(names: Sequence[str], *, lift: bool, because: str) -> list[str]:
    """Measure the named sets, raise floors if `lift`, and return every complaint, none if all is well."""
    sets = parse(FLOORS.read_text(encoding="utf-8"))
    complaints = []
    print(f"{'set':9} {'figure':28} {'floor':>5} {'now':>7}")
    for name in names:
        floors, found = run_set(name, sets.get(name), lift=lift, because=because)
        complaints += found
        if floors:
            sets[name] = floors
    if lift:
        FLOORS.write_text(write({name: sets[name] for name in SETS if name in sets}), encoding="utf-8")
    lower = lowered(sets, in_git(ROOT) or {})
    if because:
        print("".join(f"allowed ({because}): {line}\n" for line in lower), end="")
        return complaints
    return complaints + [f'{line}; put it back, or say why with --allow-lower "reason"' for line in lower]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate from the command line; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=SETS, metavar="SET", help=f"one of {', '.join(SETS)}")
    parser.add_argument("--raise", action="store_true", dest="lift", help="write floors up to what is reached now")
    parser.add_argument("--allow-lower", default="", metavar="REASON", help="let floors be lower than in git")
    options = parser.parse_args(arguments)
    try:
        complaints = run(options.only or SETS, lift=options.lift, because=options.allow_lower.strip())
    except GateError as error:
        complaints = [str(error)]
    for complaint in complaints:
        print(f"gate: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
