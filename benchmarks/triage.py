"""What triage loses and what it gains.

    python benchmarks/triage.py [--reports N] [--only recall|times]

Recall: of the events that are coded without triage, how many lie in reports that triage keeps, on N reports (150) of
PolNeAR's dev part and on TimeBank, where ../shared lies beside the checkout, and on the sample corpus; beside it the
share of reports kept. Throughput: processor time a page, from the page as read to its rows, without triage and with it,
for the corpus' reports and for the pages about other things in training/elsewhere/held.jsonl, on none of which the
classifier was trained; the least of several rounds. Then the ratio for a mix of which a tenth are the corpus', by pages
and, as those pages are half as long, by words. The mean times are mixed, not pages, so that no chance is in it. Needs a
few minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from measure import ROOT, SHARED

from dragoman.article import report
from dragoman.model import Metadata, RawPage
from dragoman.pipeline import code
from dragoman.scale import Task, code_page
from dragoman.sources import find, pages
from dragoman.triage import is_worth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

RELEVANT = 0.1
"""Of the mix."""
ROUNDS = 3
GOLD = {"polnear": "quotes_polnear_dev.jsonl", "timebank": "times_timebank.jsonl"}


class Times(NamedTuple):
    """Processor seconds for all pages without triage and with it, the pages, those kept, and the words of all."""

    without: float
    beside: float
    pages: int
    kept: int
    words: int


def page(name: str, text: str, day: str | None = None) -> RawPage:
    """A text as the page of an article."""
    return RawPage(name, "article", text, sha256(text.encode()).hexdigest(), Metadata(id=name, date=day))


def gold_pages(name: str, most: int | None = None) -> list[RawPage]:
    """The texts of a gold set, or so many drawn from them, the same on every run; none where it is not at hand."""
    path = SHARED / "gold" / GOLD[name]
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    random.Random(1).shuffle(rows)  # noqa: S311 - which texts are measured is no secret
    known = [(row.get("id") or row["doc_id"], row["text"], row.get("date") or row["dct"]) for row in rows[:most]]
    return [page(name, text, day) for name, text, day in known if text.strip()]


def corpus_pages() -> list[RawPage]:
    """The sample corpus' pages, as read."""
    files, _ = find([str(ROOT / "corpus")])
    return [one for file in files for one in pages(file) if isinstance(one, RawPage)]


def pages_elsewhere() -> list[RawPage]:
    """The pages about other things that were held out of the training."""
    path: Path = ROOT / "training/elsewhere/held.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return [page(f"elsewhere-{number}", text) for number, text in enumerate(texts)]


def say_recall(name: str, those: Sequence[RawPage]) -> None:
    """Print how many of the events coded without triage are in reports that it keeps."""
    if not those:
        print(f"{name:9} is not here")
        return
    coded = list(code(report(one) for one in those))
    kept = [one for one in coded if is_worth(one)]
    all_of_them, left = (sum(len(one.events) for one in some) for some in (coded, kept))
    print(f"{name:9} events {left} of {all_of_them} ({left / all_of_them:.4f}), reports {len(kept)} of {len(coded)}")


def timed(those: Sequence[RawPage]) -> Times:
    """The processor time of the pages' rows, in this process: the least of ROUNDS, after one for the models to load."""
    rounds = [[_seconds(those, Task(triage=triage)) for triage in (False, True)] for _ in range(ROUNDS + 1)]
    without, beside = (min(each) for each in zip(*rounds[1:], strict=True))
    reports = [report(one) for one in those]
    words = sum(len(one.text.split()) for one in reports)
    return Times(without, beside, len(those), sum(map(is_worth, reports)), words)


def _seconds(those: Sequence[RawPage], task: Task) -> float:
    start = time.process_time()
    for one in those:
        code_page(one, task)
    return time.process_time() - start


def say_times(about: Times, elsewhere: Times) -> None:
    """Print the times a page of both kinds, and how many times the throughput triage gives for the mixes."""
    for name, one in (("corpus", about), ("elsewhere", elsewhere)):
        a_page = [1000 * seconds / one.pages for seconds in (one.without, one.beside)]
        print(f"{name:9} {a_page[0]:.1f} ms a page, {a_page[1]:.1f} with triage, {one.kept} of {one.pages} kept")
    for by in ("pages", "words"):
        units = [getattr(one, by) for one in (about, elsewhere)]
        mixed = [
            RELEVANT * ours / units[0] + (1 - RELEVANT) * theirs / units[1]
            for ours, theirs in zip(about[:2], elsewhere[:2], strict=True)
        ]
        print(f"mix, {RELEVANT:.0%} of the {by} the corpus': {mixed[0] / mixed[1]:.2f} times the throughput")


def main() -> None:
    """Print recall, times a page and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=150, metavar="N", help="of PolNeAR (150)")
    parser.add_argument("--only", choices=("recall", "times"), help="one of the two")
    options = parser.parse_args()
    if options.only != "times":
        say_recall("polnear", gold_pages("polnear", options.reports))
        say_recall("timebank", gold_pages("timebank"))
        say_recall("corpus", corpus_pages())
    if options.only != "recall":
        say_times(timed(corpus_pages()), timed(pages_elsewhere()))


if __name__ == "__main__":
    main()
