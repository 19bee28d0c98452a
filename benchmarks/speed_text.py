"""How many copied texts a second become reports, beside jusText on the same texts as HTML paragraphs in the same run.

    python benchmarks/speed_text.py [FOLDER] [--rounds N]

Where jusText isn't installed, trafilatura in fast mode takes its place. Each text is taken twice as long as it stands,
some 3 kB: its lines, then its prose once more in other words. Times are of the processor, not the clock; the rounds
take turns and the fastest of each counts. What is remembered of a site's lines is forgotten before each round.
"""

from __future__ import annotations

import argparse
import html
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.article import report
from dragoman.article.chrome import opened_by
from dragoman.article.days import dates_in
from dragoman.article.judge import judge_short
from dragoman.article.label import label_lines
from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources.find import SourceFile
from dragoman.sources.pages import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

GOLD = Path(__file__).resolve().parent / "gold" / "pages"
_LONG = 80  # characters from which a line is told twice
_LETTERS = str.maketrans("aeiou", "eioua")


class Reader(NamedTuple):
    """A name to print, and what reads one page given as text and as HTML."""

    name: str
    read: Callable[[RawPage, str], object]


def by_dragoman(page: RawPage, _: str) -> object:
    """The whole article stage: labels, metadata, language, id."""
    try:
        return report(page)
    except InputError:
        return None


def by_labels(page: RawPage, _: str) -> object:
    """The labels of the lines alone: the task that jusText does."""
    return label_lines(page.content.splitlines())


def by_other() -> Reader:
    """JusText, or trafilatura where that isn't installed."""
    try:
        justext = import_module("justext")
    except ImportError:
        extract = import_module("trafilatura").extract
        return Reader("trafilatura", lambda _, page: extract(page, fast=True, include_comments=False))
    stops = justext.get_stoplist("English")
    return Reader("jusText", lambda _, page: justext.justext(page, stops))


def longer(text: str) -> str:
    """A text with its long lines told again in words that no other line has, so that nothing is a repeat."""
    again = [line.translate(_LETTERS) for line in text.splitlines() if len(line) >= _LONG]
    return "\n".join([*text.splitlines(), *again])


def as_html(text: str) -> str:
    """Each line a paragraph."""
    return (
        "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line) + "</body></html>"
    )


def load(folder: Path) -> list[RawPage]:
    """The texts in a folder, decoded and made longer, so that reading files and telling charsets is not timed."""
    files = [SourceFile(str(path), path, path.stat().st_size) for path in sorted(folder.iterdir())]
    found = [page for file in files for page in pages(file)]
    texts = [page for page in found if isinstance(page, RawPage) and page.kind == "text"]
    return [RawPage(page.path, "text", longer(page.content), page.sha256) for page in texts]


def speeds(loaded: Sequence[RawPage], rounds: int, readers: Sequence[Reader]) -> dict[str, float]:
    """Texts a second of processor time for each reader: the best of `rounds`, in which the readers take turns."""
    prepared = [(page, as_html(page.content)) for page in loaded]
    best: dict[str, float] = {}
    for _ in range(rounds):
        for reader in readers:
            for remembered in (judge_short, opened_by, dates_in):
                remembered.cache_clear()
            began = time.process_time()
            for page, markup in prepared:
                reader.read(page, markup)
            spent = time.process_time() - began
            best[reader.name] = max(best.get(reader.name, 0.0), len(loaded) / max(spent, 1e-9))
    return best


def ratios(best: Mapping[str, float], own: str) -> dict[str, float]:
    """Each speed over dragoman's own: 2.0 reads twice as many texts."""
    return {name: value / best[own] for name, value in best.items()}


def main() -> None:
    """Print texts a second and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD / "text")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    loaded = load(options.folder)
    readers = (Reader("dragoman", by_dragoman), Reader("dragoman, labels alone", by_labels), by_other())
    best = speeds(loaded, options.rounds, readers)
    mean = sum(len(page.content) for page in loaded) // max(len(loaded), 1)
    print(f"{len(loaded)} texts of {mean:,} characters on average")
    for name, ratio in ratios(best, readers[0].name).items():
        print(f"{name:24} {best[name]:7.1f} texts/s  {ratio:5.2f} x dragoman")


if __name__ == "__main__":
    main()
