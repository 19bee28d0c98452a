"""Where the gold's words stand: each file's article text, and from "these words, second time" to offsets.

The gold keeps no offsets. Its anchors count occurrences in a file's article text, that is the lines that
`lines.jsonl` labels headline, subhead or body (of a JSON Lines record: title and text), all whitespace runs one space.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Row = dict[str, Any]
KEPT = frozenset({"headline", "subhead", "body"})
CHROME = frozenset({"chrome", "byline", "agency", "dateline"})  # what is neither (captions, repeats) may stay or go
_TAG = re.compile(r"<[^>]*>")


class Line(NamedTuple):
    """One labelled line of a page, its markup and outer whitespace gone."""

    label: str
    text: str


def rows(path: Path) -> list[Row]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def plain(text: str) -> str:
    """`text` with every run of whitespace one space and none at the ends."""
    return " ".join(text.split())


def page_lines(path: Path) -> list[str]:
    """The lines of a text or HTML file as a reader sees them; line n of the file is item n - 1."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if path.suffix == ".html":
        lines = [html.unescape(_TAG.sub("", line)) for line in lines]
    return [plain(line) for line in lines]


def labelled(corpus: Path, gold_lines: Iterable[Mapping[str, Any]]) -> dict[str, list[Line]]:
    """The labelled lines of each page of `corpus`, in order."""
    pages: dict[str, list[str]] = {}
    found: dict[str, list[Line]] = {}
    for row in gold_lines:
        file = row["file"]
        if file not in pages:
            pages[file] = page_lines(corpus / file)
        found.setdefault(file, []).append(Line(row["label"], pages[file][row["line"] - 1]))
    return found


def articles(corpus: Path, gold_lines: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The article text of each page and of each JSON Lines record (under its id) of `corpus`."""
    texts = {
        file: " ".join(line.text for line in lines if line.label in KEPT)
        for file, lines in labelled(corpus, gold_lines).items()
    }
    for path in sorted(corpus.glob("*.jsonl")):
        for row in rows(path):
            texts[row["id"]] = plain(f"{row.get('title') or ''} {row['text']}")
    return texts


def locate(text: str, words: str, occurrence: int = 1) -> tuple[int, int]:
    """Start and end of the `occurrence`-th place (from 1) where `words` stand in `text`.

    Raises ValueError, naming the words, where they don't stand that often.
    """
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"not {occurrence} times in the article: {words!r}")
    return start, start + len(words)
