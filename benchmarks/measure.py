"""Run `dragoman extract` on a gold set's texts and score what it prints."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from score_own import score

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


class GateError(Exception):
    """The gate can't measure; its text is the one line that says why and what to do."""


class GoldSet(NamedTuple):
    """A gold set outside the repository: its file or folder of gold, and the scorer's name for its kind."""

    gold: str
    kind: str
    texts: str = ""  # where the texts lie, if not in the gold


OUTSIDE = {
    "seeds": GoldSet("gold/seeds", "seeds", texts="seeds"),
    "gsr": GoldSet("gold/gsr_dev.jsonl", "events"),
    "plv": GoldSet("gold/plv_dev.jsonl", "events"),
    "timebank": GoldSet("gold/times_timebank.jsonl", "times"),
}
SETS = ("own", *OUTSIDE)


def sources_of(name: str, root: Path = ROOT, shared: Path = SHARED) -> list[Path]:
    """The files and folders that a set's figures hang on: its gold, and its texts where they lie apart."""
    if name == "own":
        return [*sorted((root / "benchmarks/gold").glob("*.jsonl")), root / "corpus"]
    gold_set = OUTSIDE[name]
    return [shared / part for part in (gold_set.gold, gold_set.texts) if part]


def gold_hash(paths: list[Path]) -> str:
    """One sha256 over the names and bytes of all files in `paths`, README.md and hidden files left out."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            if file.name != "README.md" and not file.name.startswith("."):
                digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def missing(name: str, shared: Path = SHARED) -> str:
    """Why a set can't be measured here, or "" if it can."""
    if name == "own":
        return ""
    needed = [shared / "score/score.py", *sources_of(name, shared=shared)]
    return next((f"{path.relative_to(shared.parent)} is not here" for path in needed if not path.exists()), "")


def measure(name: str, work: Path, root: Path = ROOT, shared: Path = SHARED) -> dict[str, float]:
    """All figures of a set, by the name its scorer prints; `work` is a folder for the files in between."""
    out = work / f"{name}.out.jsonl"
    if name == "own":
        extract(root / "corpus", out)
        lines = out.read_text(encoding="utf-8").splitlines()
        return score(root / "benchmarks/gold", [json.loads(line) for line in lines])
    gold_set, scorer = OUTSIDE[name], str(shared / "score/score.py")
    gold = str(shared / gold_set.gold)
    texts = shared / gold_set.texts
    if not gold_set.texts:
        texts = work / f"{name}.in.jsonl"
        texts.write_text(_run([scorer, "inputs", gold_set.kind, gold]), encoding="utf-8")
    extract(texts, out)
    figures = json.loads(_run([scorer, gold_set.kind, gold, str(out), "--json"]))
    return {figure: float(value) for figure, value in figures.items() if isinstance(value, int | float)}


def extract(texts: Path, out: Path) -> None:
    """Write what `dragoman extract` prints for `texts` to `out`."""
    out.write_text(_run(["-m", "dragoman", "extract", str(texts)]), encoding="utf-8")


def _run(arguments: list[str]) -> str:
    """What a Python command prints; GateError with its last words if it fails."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        words = done.stderr.strip().splitlines() or ["it said nothing"]
        raise GateError(f"python {' '.join(arguments)} ended with {done.returncode}: {words[-1]}; run it by itself")
    return done.stdout
