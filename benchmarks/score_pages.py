"""Score what `dragoman extract` makes of our copied-off pages: body, headline, stated date; Python's library only.

    python -m dragoman extract benchmarks/gold/pages/text > out.jsonl
    python benchmarks/score_pages.py benchmarks/gold/pages out.jsonl

Rules are written with the half `dev` in view; of the half `held` only the figures are looked at. Reports that the gold
doesn't know are passed over; a page without a report counts as an empty one. gold/README.md says what is annotated.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from anchors import CHROME, KEPT, Line, page_lines, plain, rows
from score_own import find_report
from spans import precision_recall_f1, ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

Report = dict[str, Any]
HALVES = ("dev", "held")


class Page(NamedTuple):
    """A page of the gold: `published` is the ISO day that it states for itself, None where it states none in full."""

    file: str
    manner: int
    half: str
    headline: str
    published: str | None
    lines: tuple[Line, ...]


def pages(gold_dir: Path) -> list[Page]:
    """The pages that `gold_dir`/text.jsonl describes, with the lines of the files in `gold_dir`/text.

    Raises ValueError where a file hasn't as many lines as labels.
    """
    return [
        Page(row["file"], row["manner"], row["half"], row["headline"], row["published"], _lines(gold_dir, row))
        for row in rows(gold_dir / "text.jsonl")
    ]


def _lines(gold_dir: Path, row: dict[str, Any]) -> tuple[Line, ...]:
    texts = page_lines(gold_dir / "text" / row["file"])[:-1]  # what follows the last line's end is no line
    return tuple(Line(label, text) for label, text in zip(row["labels"], texts, strict=True))


def score(gold: Sequence[Page], reports: Sequence[Report]) -> dict[str, dict[str, float]]:
    """For each half its figures, all between 0 and 1, more is better.

    `kept` asks for headline, subheads and body, `body` for the body alone, both by characters that aren't space.
    A caption or a repeated line may stay or go. `date` also asks that no date be called stated where none is.
    """
    counts = {half: Counter[str]() for half in HALVES}
    for page in gold:
        report = find_report(reports, page.file)
        n = counts[page.half]
        n.update(line_counts(page.lines, report["text"]))
        n.update(pages=1, headline=has_headline(page, report), date=has_date(page, report))
    return {half: {name: round(value, 4) for name, value in _figures(n).items()} for half, n in counts.items()}


def _figures(n: Counter[str]) -> dict[str, float]:
    return {
        **precision_recall_f1("kept", n["kept"], n["kept"] + n["wrong"], n["to_keep"]),
        **precision_recall_f1("body", n["body"], n["body"] + n["wrong"], n["to_keep.body"]),
        "headline": ratio(n["headline"], n["pages"]),
        "date": ratio(n["date"], n["pages"]),
    }


def line_counts(lines: Sequence[Line], text: str) -> Counter[str]:
    """Characters of a page's lines to keep, of those that stand in `text`, and of chrome that stands there.

    A line stands in `text` if all its characters do, in a row, space aside. Chrome that the article says too can't be
    told to have stayed, and isn't counted.
    """
    found, n = _bare(text), Counter[str]()
    for line in lines:
        if line.label in KEPT:
            bare = _bare(line.text)
            kept = len(bare) if bare in found else 0
            n.update({"to_keep": len(bare), "kept": kept})
            if line.label == "body":
                n.update({"to_keep.body": len(bare), "body": kept})
    n["wrong"] = _chrome_kept(lines, found)
    return n


def _chrome_kept(lines: Sequence[Line], found: str) -> int:
    """Characters of chrome in `found`; the longest lines are taken out first, so none is counted within another."""
    article = "".join(_bare(line.text) for line in lines if line.label in KEPT)
    kept, left = 0, found
    for bare, label in sorted({(_bare(line.text), line.label) for line in lines if line.text}, key=_longest_first):
        if label in CHROME and bare not in article:
            kept += len(bare) * left.count(bare)
        left = left.replace(bare, "\n")
    return kept


def _longest_first(line: tuple[str, str]) -> tuple[int, str, str]:
    return (-len(line[0]), *line)


def _bare(text: str) -> str:
    return "".join(text.split())


def has_headline(page: Page, report: Report) -> bool:
    """Whether the report's title is the page's headline, letter by letter, runs of whitespace aside."""
    return plain(report.get("title") or "") == page.headline


def has_date(page: Page, report: Report) -> bool:
    """Whether the report's date is called stated and is the page's; of a page that states none, whether none is."""
    published = report.get("published") or {}
    if published.get("basis") != "stated":
        return page.published is None
    return published.get("from") == published.get("to") == page.published


def main(arguments: Sequence[str]) -> None:
    """Print each figure of both halves: the gold's folder and the file of reports are the two arguments."""
    if len(arguments) != 2:
        sys.exit(__doc__)
    lines = Path(arguments[1]).read_text(encoding="utf-8").splitlines()
    figures = score(pages(Path(arguments[0])), [json.loads(line) for line in lines if line.strip()])
    print(f"{'':12}" + "".join(f"{half:>8}" for half in HALVES))
    for name in figures[HALVES[0]]:
        print(f"{name:12}" + "".join(f"{figures[half][name]:8.4f}" for half in HALVES))


if __name__ == "__main__":
    main(sys.argv[1:])
