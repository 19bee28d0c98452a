"""The gold's mentions of actors and those that `dragoman extract` prints, brought together report by report."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from anchors import Row, articles, locate, rows
from score_own import find_report
from spans import Alignment, Offsets, likeness, pair, shared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Report = dict[str, Any]
HALF = 0.5  # relaxed: intersection over union of at least this, or the same head
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_AFTER_HEAD = re.compile(r",\s|\s(?:of|for|in|at|to|from|on|with|by)\s")


class Found(NamedTuple):
    """A mention as printed: its span without article and possessive, its actors, and the passes that linked it."""

    span: Offsets
    actors: tuple[Row, ...]
    via: str


class Reading(NamedTuple):
    """One report's gold and found mentions brought together: `pairs` of their indices, and what is found for nothing.

    `false` leaves out what matches a mention that may be found or not (`core` false).
    """

    file: str
    text: str
    gold: list[Row]
    found: list[Found]
    pairs: list[tuple[int, int]]
    exact: int
    false: list[int]


def trimmed(text: str, span: Offsets) -> Offsets:
    """`span` of `text` without a leading article and a trailing possessive, on which annotators differ by habit."""
    words = text[span[0] : span[1]]
    article, possessive = _ARTICLE.match(words), _POSSESSIVE.search(words)
    return span[0] + (article.end() if article else 0), span[1] - (len(possessive[0]) if possessive else 0)


def head_of(text: str, span: Offsets) -> Offsets:
    """The last word of a noun phrase before its first comma or preposition."""
    start = span[0]
    phrase = _AFTER_HEAD.split(text[start : span[1]])[0].rstrip()
    return start + phrase.rfind(" ") + 1, start + len(phrase)


def readings(gold_dir: Path, reports: Sequence[Report]) -> list[Reading]:
    """Each report of corpus/, the folder two levels above `gold_dir`, with the gold and the found mentions in it."""
    gold = rows(gold_dir / "mentions.jsonl")
    texts = articles(gold_dir.resolve().parent.parent / "corpus", rows(gold_dir / "lines.jsonl"))
    return [
        _read(file, article, find_report(reports, file), [row for row in gold if row["file"] == file])
        for file, article in texts.items()
    ]


def _read(file: str, article: str, report: Report, gold: list[Row]) -> Reading:
    text, found = report["text"], found_mentions(report)
    aligned, spans, heads = Alignment(article, text), [], {}
    for row in gold:
        start, end = locate(article, row["words"], row["occurrence"])
        head = start + row["words"].index(row["head"])
        spans.append(trimmed(text, aligned.span(start, end)))
        heads[spans[-1]] = aligned.span(head, head + len(row["head"]))

    def like(mine: Offsets, theirs: Offsets) -> float:
        same = shared(theirs, heads[mine]) and shared(mine, head_of(text, theirs))
        return likeness(mine, theirs) + bool(same)  # "inspectors of X" is rather "inspectors" than X, however long X is

    core = [i for i, row in enumerate(gold) if row["core"]]
    pairs = pair([spans[i] for i in core], [f.span for f in found], like, HALF)
    rest = sorted(set(range(len(found))) - {j for _, j in pairs})
    free = [span for span, row in zip(spans, gold, strict=True) if not row["core"]]
    excused = {rest[j] for _, j in pair(free, [found[j].span for j in rest], like, HALF)}
    exact = sum(spans[core[i]] == found[j].span for i, j in pairs)
    return Reading(file, text, [gold[i] for i in core], found, pairs, exact, [j for j in rest if j not in excused])


def found_mentions(report: Report) -> list[Found]:
    """The mentions of all actors of `report` in order, one for each span, however many actors it stands for."""
    by_span: dict[Offsets, list[tuple[Row, str]]] = defaultdict(list)
    for actor in report.get("actors", []):
        links = actor.get("links") or ["unknown"] * len(actor["mentions"])
        for (start, end), via in zip(actor["mentions"], links, strict=True):
            by_span[trimmed(report["text"], (start, end))].append((actor, via))
    return [
        Found(span, tuple(actor for actor, _ in held), "+".join(sorted({via for _, via in held})))
        for span, held in sorted(by_span.items(), key=lambda item: item[0])
    ]
