"""BCubed of the stories that dragoman finds in texts whose stories are known, without coding the texts."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.merge.stories import find_stories
from dragoman.model import Interval, Published, Report, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def score(gold: Path) -> dict[str, float]:
    """Precision, recall and F1 over the rows of a gold file: `cluster`, and `sentences` or `title` and `time`."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    stories = find_stories([_report(row) for row in rows])
    return bcubed({row["id"]: row["cluster"] for row in rows}, {name: s.id for s in stories for name in s.reports})


def bcubed(wanted: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """How far the clusters found are those wanted, seen from each item (Bagga and Baldwin, 1998)."""
    both = Counter((wanted[item], found[item]) for item in wanted)
    ours, theirs = Counter(found[item] for item in wanted), Counter(wanted.values())
    precision = sum(n * n / ours[one] for (_, one), n in both.items()) / len(wanted)
    recall = sum(n * n / theirs[other] for (other, _), n in both.items()) / len(wanted)
    figures = {"p": precision, "r": recall, "f1": 2 * precision * recall / (precision + recall)}
    return {f"bcubed.{name}": round(value, 4) for name, value in figures.items()}


def _report(row: Mapping[str, Any]) -> Report:
    title, body = row.get("title"), "\n\n".join(row.get("sentences", ()))
    head = f"{title}\n\n" if title else ""
    text = f"{head}{body}".rstrip()
    day = date.fromisoformat(row["time"][:10]) if row.get("time") else None
    published = Published(Interval(day, day), "given") if day else Published()
    return Report(row["id"], Source(row["id"], ""), title, text, min(len(head), len(text)), published=published)
