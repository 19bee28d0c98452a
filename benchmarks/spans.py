"""Spans of two texts and two annotators brought together: alignment by common words, likeness, matching, F1."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Offsets = tuple[int, int]
_TOKEN = re.compile(r"\w+|[^\w\s]")
NOWHERE: Offsets = (-2, -1)


class Alignment:
    """Leads from offsets in the gold's article text to offsets in the program's text, through their common words."""

    def __init__(self, gold: str, text: str) -> None:
        self._gold = list(_TOKEN.finditer(gold))
        found = list(_TOKEN.finditer(text))
        same = difflib.SequenceMatcher(
            None, [m.group() for m in self._gold], [m.group() for m in found], autojunk=False
        )
        self._found = {i + k: found[j + k].span() for i, j, size in same.get_matching_blocks() for k in range(size)}

    def span(self, start: int, end: int) -> Offsets:
        """Where the gold's `start` to `end` stands in the program's text; NOWHERE if none of its words is there."""
        hits = [
            self._found[i]
            for i, token in enumerate(self._gold)
            if token.start() < end and token.end() > start and i in self._found
        ]
        return (hits[0][0], hits[-1][1]) if hits else NOWHERE


def shared(a: Offsets, b: Offsets) -> int:
    """How many characters two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def likeness(a: Offsets, b: Offsets) -> float:
    """Intersection over union of two spans."""
    common = shared(a, b)
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common else 0.0


def pair(
    gold: Sequence[Offsets],
    found: Sequence[Offsets],
    like: Callable[[Offsets, Offsets], float],
    least: float,
) -> list[tuple[int, int]]:
    """Index pairs of gold and found spans, one to one, the likest first, none under `least` or at zero."""
    scored = ((like(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    ranked = sorted((s for s in scored if s[0] and s[0] >= least), key=lambda s: (-s[0], s[1], s[2]))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def ratio(part: int, whole: int) -> float:
    """`part` of `whole`, 0.0 of nothing."""
    return part / whole if whole else 0.0


def precision_recall_f1(name: str, hits: int, found: int, gold: int) -> dict[str, float]:
    """The three figures under `name.p`, `name.r` and `name.f1`."""
    p, r = ratio(hits, found), ratio(hits, gold)
    return {f"{name}.p": p, f"{name}.r": r, f"{name}.f1": 2 * p * r / (p + r) if p + r else 0.0}
