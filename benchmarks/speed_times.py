"""How many sentences a second get their times, beside dateparser's `search_dates` on the same text in the same run.

    python benchmarks/speed_times.py [PATH] [--sentences N] [--rounds N]

PATH is a file or folder as `dragoman extract` reads it; without one, the pages of the gold. Parsing is not timed, for
every stage needs it. Times are of the processor, not the clock; the rounds take turns and the fastest of each counts.
"""

from __future__ import annotations

import argparse
import time
import warnings
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateparser.search import search_dates  # type: ignore[import-untyped]  # dateparser has no types

from dragoman.article import report
from dragoman.errors import DragomanError
from dragoman.language import parse_all
from dragoman.model import Interval, Published, RawPage
from dragoman.sources.find import SourceFile
from dragoman.sources.pages import pages
from dragoman.times import add_times, resolve_times, tag_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dragoman.model import Report

GOLD = Path(__file__).resolve().parent / "gold" / "pages" / "html"
DAY = datetime(2015, 6, 15, tzinfo=UTC)
"""The day that every report is taken to be of, so that both resolve the same relative times."""


class Tagger(NamedTuple):
    """A name to print, and what finds the times of a report: how many it found."""

    name: str
    count: Callable[[Report], int]


def by_dragoman(one: Report) -> int:
    """Tagged and resolved, the verbs' tenses read."""
    return len(add_times(one).times)


def by_dateparser(one: Report) -> int:
    """Paragraph by paragraph, in English and before the same day, as its manual advises for speed."""
    settings = {"RELATIVE_BASE": DAY.replace(tzinfo=None)}
    return sum(
        len(search_dates(part, languages=["en"], settings=settings) or ()) for part in one.text.split("\n\n") if part
    )


TAGGERS = (Tagger("dragoman", by_dragoman), Tagger("dateparser", by_dateparser))


def load(path: Path, sentences: int) -> list[Report]:
    """The first reports under the path, parsed and dated, that hold about so many sentences."""
    found: list[Report] = []
    total = 0
    for one in parse_all(islice(_reports(path), sentences)):
        found.append(one)
        total += sentence_count([one])
        if total >= sentences:
            break
    return found


def _reports(path: Path) -> Iterator[Report]:
    day = Interval(DAY.date(), DAY.date())
    for name in sorted(path.iterdir()) if path.is_dir() else [path]:
        for page in pages(SourceFile(str(name), name, name.stat().st_size)):
            if isinstance(page, RawPage):
                try:
                    one = report(page)
                except DragomanError:
                    continue
                if one.text and one.language.startswith("en"):
                    yield _dated(one, day)


def _dated(one: Report, day: Interval) -> Report:
    return replace(one, published=Published(day, "given"))


def sentence_count(reports: Iterable[Report]) -> int:
    """How many sentences parsed reports have."""
    return sum(1 for one in reports if one.parse is not None for _ in one.parse.sents)


def speeds(reports: Sequence[Report], rounds: int, taggers: Iterable[Tagger] = TAGGERS) -> dict[str, float]:
    """Sentences a second of processor time for each: the best of `rounds`, in which they take turns."""
    sentences, best = sentence_count(reports), dict[str, float]()
    for _ in range(rounds):
        for tagger in taggers:
            began = time.process_time()
            for one in reports:
                tagger.count(one)
            best[tagger.name] = max(best.get(tagger.name, 0.0), sentences / max(time.process_time() - began, 1e-9))
    return best


def ratios(best: Mapping[str, float]) -> dict[str, float]:
    """Each speed over dateparser's: 2.0 reads twice as many sentences."""
    return {name: value / best["dateparser"] for name, value in best.items()}


def resolving(reports: Sequence[Report]) -> float:
    """Sentences a second when times already tagged are set on another day, as dating tries many."""
    tagged, day = [tag_times(one) for one in reports], Interval(DAY.date(), DAY.date())
    began = time.process_time()
    for times in tagged:
        resolve_times(times, day)
    return sentence_count(reports) / max(time.process_time() - began, 1e-9)


def main() -> None:
    """Print sentences a second and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--sentences", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # dateparser warns of days without a year; here that is the text's affair
    reports = load(options.path, options.sentences)
    best = speeds(reports, options.rounds)
    print(f"{len(reports)} reports, {sentence_count(reports)} sentences, parsing not counted")
    for name, ratio in ratios(best).items():
        times = sum(tagger.count(one) for tagger in TAGGERS if tagger.name == name for one in reports)
        print(f"{name:24} {best[name]:8.1f} sentences/s  {ratio:6.2f} x dateparser  {times:5} times")
    print(f"{'resolved once more':24} {resolving(reports):8.1f} sentences/s")


if __name__ == "__main__":
    main()
