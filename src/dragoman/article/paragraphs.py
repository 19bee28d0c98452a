"""Lines broken at a fixed width are put back into paragraphs, where it is clear that they were."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 40, 100
_PAIRS_NEEDED = 3


def unwrap(lines: Sequence[str]) -> list[list[int]]:
    """Which lines (by index) make a line of the text as it was before it was broken: one each where none was.

    A line was broken when the next line's first word would not have fitted on it. A text counts as wrapped when no
    line is longer than 100 characters and most neighbours were broken so, many of them before a small letter.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return [[i] for i in range(len(lines))]
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    broken = [(a, b) for a, b in pairs if _broken(a, b, width)]
    small = sum(b.lstrip()[0].islower() for _, b in broken)
    if len(broken) < _PAIRS_NEEDED or len(broken) * 5 < len(pairs) * 3 or small * 5 < len(broken) * 2:
        return [[i] for i in range(len(lines))]
    return _groups(lines, width)


def join(lines: Sequence[str], group: Sequence[int]) -> str:
    """The lines of a group as the one that they were."""
    return " ".join(lines[i].strip() for i in group) if len(group) > 1 else lines[group[0]]


def _broken(line: str, following: str, width: int) -> bool:
    """Whether `following` goes on where `line` was cut; an indented line begins a paragraph."""
    if following[:2].isspace() and not line[:2].isspace():
        return False
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width


def _groups(lines: Sequence[str], width: int) -> list[list[int]]:
    groups: list[list[int]] = []
    last = ""
    for i, line in enumerate(lines):
        if last.strip() and line.strip() and _broken(last, line, width):
            groups[-1].append(i)
        else:
            groups.append([i])
        last = line
    return groups
