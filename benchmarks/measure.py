"""Run `dragoman extract` on a gold set's texts and score what it prints."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import score_html
import score_mentions
import score_own
import score_pages
import score_stories

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


class GateError(Exception):
    """The gate can't measure; its text is the one line that says why and what to do."""


class GoldSet(NamedTuple):
    """A gold set outside the repository: its file or folder of gold, and the scorer's name for its kind."""

    gold: str
    kind: str
    texts: str = ""  # where the texts lie, if not in the gold


class OwnSet(NamedTuple):
    """A gold set of this repository: the files of its gold, the folder of its texts, and what scores the reports."""

    gold: tuple[str, ...]
    texts: str
    score: Callable[[Path, list[Any]], dict[str, float]]


def _by_half(figures: dict[str, dict[str, float]]) -> dict[str, float]:
    """Figures of both halves, "held.body.f1" and so on."""
    return {f"{half}.{name}": value for half, values in figures.items() for name, value in values.items()}


def _saved_pages(gold: Path, reports: list[Any]) -> dict[str, float]:
    return _by_half(score_html.score(score_html.read_rows(gold / "pages/html.jsonl"), reports))


def _copied_pages(gold: Path, reports: list[Any]) -> dict[str, float]:
    return _by_half(score_pages.score(score_pages.pages(gold / "pages"), reports))


def _uncoded(_gold: Path, reports: list[Any]) -> dict[str, float]:
    """The share of texts without an event in which none is coded."""
    return {"left_uncoded": round(sum(not report["events"] for report in reports) / len(reports), 4)}


INSIDE = {
    "own": OwnSet(
        ("dates.jsonl", "events.jsonl", "lines.jsonl", "quotes.jsonl", "times.jsonl"), "corpus", score_own.score
    ),
    "mentions": OwnSet(("mentions.jsonl",), "corpus", score_mentions.score),
    "nonsense": OwnSet(("nonsense.jsonl",), "benchmarks/gold/nonsense.jsonl", _uncoded),
    "copied": OwnSet(("pages/text.jsonl",), "benchmarks/gold/pages/text", _copied_pages),
    "saved": OwnSet(("pages/html.jsonl",), "benchmarks/gold/pages/html", _saved_pages),
}
OUTSIDE = {
    "seeds": GoldSet("gold/seeds", "seeds", texts="seeds"),
    "gsr": GoldSet("gold/gsr_dev.jsonl", "events"),
    "plv": GoldSet("gold/plv_dev.jsonl", "events"),
    "timebank": GoldSet("gold/times_timebank.jsonl", "times"),
    "aquaint": GoldSet("gold/times_aquaint.jsonl", "times"),
    "meantime": GoldSet("gold/times_meantime.jsonl", "times"),
    "trnews": GoldSet("gold/places_trnews_dev.jsonl", "places"),
    "geovirus": GoldSet("gold/places_geovirus_dev.jsonl", "places"),
    "polnear": GoldSet("gold/quotes_polnear_dev.jsonl", "quotes"),
    "dating": GoldSet("gold/quotes_polnear_dev.jsonl", "dating"),
}
STORIES = {"ecb": "gold/stories_ecb_dev.jsonl", "uci": "gold/stories_uci_dev.jsonl"}
"""Gold of which texts tell one story, outside the repository; the set "stories" is both, put together uncoded."""
DISTANCES = frozenset({"median_km"})
"""Figures of which less is better: no floor holds them."""
SETS = (*INSIDE, *OUTSIDE, "stories")


def sources_of(name: str, root: Path = ROOT, shared: Path = SHARED) -> list[Path]:
    """The files and folders that a set's figures hang on: its gold, and its texts where they lie apart."""
    if name in INSIDE:
        own = INSIDE[name]
        gold = [file for pattern in own.gold for file in sorted((root / "benchmarks/gold").glob(pattern))]
        return list(dict.fromkeys([*gold, root / own.texts]))
    if name == "stories":
        return [shared / gold for gold in STORIES.values()]
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
    if name in INSIDE:
        return ""
    needed = [shared / "score/score.py", *sources_of(name, shared=shared)]
    return next((f"{path.relative_to(shared.parent)} is not here" for path in needed if not path.exists()), "")


def extract(texts: Path, out: Path) -> None:
    """Write what `dragoman extract` prints for `texts` to `out`."""
    out.write_text(run(["-m", "dragoman", "extract", str(texts)]), encoding="utf-8")


def measure(
    name: str,
    work: Path,
    root: Path = ROOT,
    shared: Path = SHARED,
    extract: Callable[[Path, Path], None] = extract,
) -> dict[str, float]:
    """All figures of a set, by the name its scorer prints; `work` is a folder for the files in between."""
    out = work / f"{name}.out.jsonl"
    if name in INSIDE:
        extract(root / INSIDE[name].texts, out)
        lines = out.read_text(encoding="utf-8").splitlines()
        return INSIDE[name].score(root / "benchmarks/gold", [json.loads(line) for line in lines])
    if name == "stories":
        return {
            f"{half}.{figure}": value
            for half, gold in STORIES.items()
            for figure, value in score_stories.score(shared / gold).items()
        }
    gold_set, scorer = OUTSIDE[name], str(shared / "score/score.py")
    gold = str(shared / gold_set.gold)
    texts = shared / gold_set.texts
    if not gold_set.texts:
        texts = work / f"{name}.in.jsonl"
        texts.write_text(run([scorer, "inputs", gold_set.kind, gold]), encoding="utf-8")
    extract(texts, out)
    figures = json.loads(run([scorer, gold_set.kind, gold, str(out), "--json"]))
    shares = {figure: printed for figure, printed in figures.items() if figure not in DISTANCES}
    return {figure: value for figure, printed in shares.items() if (value := _number(printed)) is not None}


def _number(printed: object) -> float | None:
    """A share as the scorer prints it, or "2/3" for two of three; whole numbers are counts."""
    if isinstance(printed, float):
        return printed
    of = re.fullmatch(r"(\d+)/([1-9]\d*)", printed) if isinstance(printed, str) else None
    return int(of[1]) / int(of[2]) if of else None


def run(arguments: list[str]) -> str:
    """What a Python command prints; GateError with its last words if it fails."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        words = done.stderr.strip().splitlines() or ["it said nothing"]
        raise GateError(f"python {' '.join(arguments)} ended with {done.returncode}: {words[-1]}; run it by itself")
    return done.stdout
