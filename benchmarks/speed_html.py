"""How many saved pages a second become reports, beside trafilatura alone on the same pages in the same run.

    python benchmarks/speed_html.py [FOLDER] [--rounds N] [--scores]

Times are of the processor, not the clock, so that other work on the machine changes little; the rounds take turns and
the fastest of each counts. --scores prints how well each reads the pages, where the folder is the gold's.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from score_html import Row, read_rows, score, table
from trafilatura import bare_extraction
from trafilatura.meta import reset_caches

from dragoman.article import report
from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.find import SourceFile
from dragoman.sources.pages import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

GOLD = Path(__file__).resolve().parent / "gold" / "pages"


class Reader(NamedTuple):
    """A name to print, and what it makes of one page: a row as `dragoman extract` prints it, text and metadata."""

    name: str
    read: Callable[[RawPage], Row]


def by_dragoman(page: RawPage) -> Row:
    """The article stage alone: no sentence is parsed and nothing is coded."""
    try:
        found = report(page)
    except InputError:
        return {"source": {"path": page.path}}
    days = found.published.interval
    return {
        "source": {"path": page.path, "outlet": found.source.outlet, "byline": found.source.byline},
        "title": found.title,
        "text": found.text,
        "body_start": found.body_start,
        "language": found.language,
        "published": {"from": days.first.isoformat(), "to": days.last.isoformat()} if days else None,
    }


def by_trafilatura(page: RawPage) -> Row:
    """Trafilatura in fast mode with its metadata: the same task."""
    return _row(page, _bare(page, metadata=True))


def by_trafilatura_text(page: RawPage) -> Row:
    """Trafilatura in fast mode without metadata: the text alone."""
    return _row(page, _bare(page, metadata=False))


READERS = (
    Reader("dragoman", by_dragoman),
    Reader("trafilatura", by_trafilatura),
    Reader("trafilatura, text alone", by_trafilatura_text),
)


def _bare(page: RawPage, *, metadata: bool) -> Any:  # noqa: ANN401 - trafilatura's document has no types
    return bare_extraction(
        page.content, fast=True, include_comments=False, include_tables=False, with_metadata=metadata
    )


def _row(page: RawPage, found: Any) -> Row:  # noqa: ANN401
    if found is None:
        return {"source": {"path": page.path}}
    return {
        "source": {"path": page.path, "outlet": found.sitename, "byline": (found.author or "").replace("; ", ", ")},
        "title": found.title,
        "text": found.text,
        "language": found.language,
        "published": {"from": found.date, "to": found.date},
    }


def load(folder: Path) -> list[RawPage]:
    """The HTML pages in a folder, decoded, so that reading files and telling charsets is not timed."""
    files = [SourceFile(str(path), path, path.stat().st_size) for path in sorted(folder.iterdir())]
    found = [page for file in files for page in pages(file)]
    return [page for page in found if isinstance(page, RawPage) and page.kind == "html"]


def speeds(loaded: Sequence[RawPage], rounds: int, readers: Iterable[Reader] = READERS) -> dict[str, float]:
    """Pages a second of processor time for each reader: the best of `rounds`, in which the readers take turns."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for reader in readers:
            reset_caches()  # else each reader finds the dates that the one before has parsed
            began = time.process_time()
            for page in loaded:
                reader.read(page)
            spent = time.process_time() - began
            best[reader.name] = max(best.get(reader.name, 0.0), len(loaded) / max(spent, 1e-9))
    return best


def ratios(best: Mapping[str, float]) -> dict[str, float]:
    """Each speed over dragoman's own: 2.0 reads twice as many pages."""
    return {name: value / best[READERS[0].name] for name, value in best.items()}


def main() -> None:
    """Print pages a second and ratios, and scores if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD / "html")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scores", action="store_true")
    options = parser.parse_args()
    loaded = load(options.folder)
    best = speeds(loaded, options.rounds)
    print(f"{len(loaded)} pages, {sum(len(page.content) for page in loaded) // 1000} thousand characters")
    for name, ratio in ratios(best).items():
        print(f"{name:24} {best[name]:7.1f} pages/s  {ratio:5.2f} x dragoman")
    if options.scores:
        gold = read_rows(options.folder.parent / "html.jsonl")
        for reader in READERS[:2]:
            print(f"\n{reader.name}", *table(score(gold, map(reader.read, loaded))), sep="\n")


if __name__ == "__main__":
    main()
