"""What each part of event coding is worth: python benchmarks/ablation.py [SET]...

Runs `dragoman extract` on the gold sets (gsr, plv, seeds, own if none is named) with a part switched off and prints one
line a set and variant.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS_ALONE = "import dragoman.events.triggers as t; t.ENCODER = 0.0"
GRAMMAR_ALONE = (
    "import dragoman.events.sides as d; d.pointed  # fails where the part has moved\n"
    "d.pointed = lambda token, trigger, sides, who: sides"
)
STATUS_BY_WORDS = (
    "import dragoman.events.stage as s, dragoman.events.status as st; s.status_of  # likewise\n"
    "s.status_of = lambda t, h=None: st.status_of(t)"
)
VARIANTS = {
    "all": "",
    "word model alone": f"{WORDS_ALONE}\n{GRAMMAR_ALONE}\n{STATUS_BY_WORDS}",
    "encoder alone for types": "import dragoman.events.triggers as t; t.ENCODER = 1.0",
    "grammar alone for actors": GRAMMAR_ALONE,
    "words alone for status": STATUS_BY_WORDS,
    "no pronouns": (
        "import dragoman.pipeline as p; from dataclasses import replace as r; "
        "cut = lambda o: r(o, actors=tuple(r(a, mentions=tuple(m for m in a.mentions if m.via != 'pronoun')) "
        "for a in o.actors)); "
        "p.STAGES = tuple(s._replace(run=lambda o, f=s.run: f(cut(o))) if 'events' in s.writes else s "
        "for s in p.STAGES)"
    ),
}
"""What is run before the command, by the variant's name."""
SHOWN = ("type.f1", "dyad_type.f1", "primary_type_accuracy", "source_found", "target_found", "events.recall_core",
         "events.recall", "events.precision", "events.source_accuracy", "events.target_accuracy",
         "events.status_accuracy", "events.full_recall")  # fmt: skip


def figures(name: str, before: str) -> dict[str, float]:
    """A set's figures when `before` is run ahead of the command."""
    start = f"{before}\nimport sys\nsys.argv[0] = 'dragoman'\nfrom dragoman.cli import main\nmain()"

    def extract(texts: Path, out: Path) -> None:
        out.write_text(measure.run(["-c", start, "extract", str(texts)]), encoding="utf-8")

    with tempfile.TemporaryDirectory() as work:
        return measure.measure(name, Path(work), extract=extract)


def main(names: Sequence[str]) -> None:
    """Print a line for each set and variant."""
    for name in names or ("gsr", "plv", "seeds", "own"):
        for variant, before in VARIANTS.items():
            found = figures(name, before)
            told = "  ".join(f"{figure} {found[figure]:.3f}" for figure in SHOWN if figure in found)
            print(f"{name:6} {variant:26} {told}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
