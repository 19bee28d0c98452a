"""Score what `dragoman extract` prints for the saved pages against their gold; Python's library and nothing else.

    python -m dragoman extract benchmarks/gold/pages/html > out.jsonl
    python benchmarks/score_html.py benchmarks/gold/pages/html.jsonl out.jsonl [--pages]

Figures come for each half: `dev` may be read for errors, `held` is only counted. gold/README.md says what is body.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Row = dict[str, Any]
HALVES = ("dev", "held")
_EMPTY: Row = {"text": "", "body_start": 0}
_WORD = re.compile(r"\w+")


class Verdict(NamedTuple):
    """How one page was read: the body's precision, recall and F1 by words, and whether each field is right."""

    file: str
    half: str
    precision: float
    recall: float
    f1: float
    fields: Mapping[str, bool]


def score(gold: Sequence[Row], reports: Iterable[Row]) -> dict[str, dict[str, float]]:
    """For each half its figures, 0 to 1: means over pages, a page without a report counting as an empty one."""
    verdicts = judge_all(gold, reports)
    return {half: figures([v for v in verdicts if v.half == half]) for half in HALVES}


def figures(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The means of `verdicts`: body.p, body.r and body.f1 by words, and the share of pages with each field right."""
    if not verdicts:
        return {}
    bodies = {
        "body.p": fmean(v.precision for v in verdicts),
        "body.r": fmean(v.recall for v in verdicts),
        "body.f1": fmean(v.f1 for v in verdicts),
    }
    fields = {name: fmean(v.fields[name] for v in verdicts) for name in verdicts[0].fields}
    return {name: round(value, 4) for name, value in (bodies | fields).items()}


def judge_all(gold: Sequence[Row], reports: Iterable[Row]) -> list[Verdict]:
    """A verdict for each row of the gold; reports belong to the row with their path's file name."""
    found = {Path((report.get("source") or {}).get("path") or "").name: report for report in reports}
    return [judge(row, found.get(row["file"], _EMPTY)) for row in gold]


def judge(row: Row, report: Row) -> Verdict:
    """One report, as `dragoman extract` prints it, against its row of the gold."""
    body = words((report.get("text") or "")[report.get("body_start") or 0 :])
    for passage in row["either"]:
        body = without(body, words(passage))
    precision, recall, f1 = by_words(words(" ".join(row["body"])), body)
    published, source = report.get("published") or {}, report.get("source") or {}
    fields = {
        "title": _line(report.get("title")) == _line(row["title"]),
        "date": (published.get("from"), published.get("to")) == (row["date"], row["date"]),
        "byline": _line(source.get("byline")) == _line(row["byline"]),
        "outlet": _line(source.get("outlet")) == _line(row["outlet"]),
        "language": (report.get("language") or "").partition("-")[0] == row["language"],
    }
    return Verdict(row["file"], row["half"], precision, recall, f1, fields)


def words(text: str) -> list[str]:
    """The word tokens of a text, in lower case: runs of letters and digits, as in papers on content extraction."""
    return _WORD.findall(text.lower())


def by_words(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two multisets of words; order does not count."""
    common = (Counter(gold) & Counter(found)).total()
    precision, recall = common / (len(found) or 1), common / (len(gold) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def without(text: Sequence[str], passage: Sequence[str]) -> list[str]:
    """`text` without the first place where all words of `passage` follow one another, if there is one."""
    size = len(passage)
    for start in range(len(text) - size + 1) if size else ():
        if list(text[start : start + size]) == list(passage):
            return [*text[:start], *text[start + size :]]
    return list(text)


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def table(scores: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Lines to print: a figure a line, a half a column."""
    names = next(iter(scores.values()))
    head = f"{'':10}" + "".join(f"{half:>8}" for half in scores)
    return [head, *(f"{name:10}" + "".join(f"{scores[half][name]:8.3f}" for half in scores) for name in names)]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _dev_pages(verdicts: Iterable[Verdict]) -> list[str]:
    """A line for each page of the dev half, worst first; the held half's pages are nobody's to look at."""
    return [
        f"{v.file:28} p {v.precision:.3f} r {v.recall:.3f} wrong: {' '.join(n for n, ok in v.fields.items() if not ok)}"
        for v in sorted(verdicts, key=lambda v: v.f1)
        if v.half == "dev"
    ]


def main(arguments: Sequence[str]) -> None:
    """Print the figures of the reports in the second file against the gold in the first; --pages lists dev's pages."""
    files = [Path(argument) for argument in arguments if argument != "--pages"]
    if len(files) != 2:
        sys.exit(__doc__)
    gold, reports = (read_rows(file) for file in files)
    print("\n".join(table(score(gold, reports))))
    if "--pages" in arguments:
        print("\n".join(_dev_pages(judge_all(gold, reports))))


if __name__ == "__main__":
    main(sys.argv[1:])
