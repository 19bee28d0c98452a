"""Reports joined to groups: the two nearest, again and again, until none are near enough.

How near two groups are is the mean likeness over their pairs of reports (UPGMA, which does not chain), against how
alike the reports within each are: two tight groups that are a little alike are two happenings of one kind, where two
loose ones would be one.
"""

from __future__ import annotations

import heapq
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.dates import hull, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.merge.alike import Graph
    from dragoman.model import Interval

SPAN = 14
"""Days that a story may cover: else one that goes on each day would chain over years."""


class Scale(NamedTuple):
    """What is near for one kind of text: `near` is enough for one story.

    `usual` is the likeness of two reports of one story that is assumed of a group before anything is seen of it, as if
    of `PRIOR` pairs; `tightness`, from 0 to 1, is how much a group's own likeness counts.
    """

    near: float
    usual: float
    tightness: float


FULL = Scale(0.27, 0.3, 1.0)
"""For full texts: the middle of the plateau on the ECB+ development set."""
BARE = Scale(0.095, 0.15, 0.3)
"""For bare headlines, on the UCI development set."""
PRIOR = 30
"""Pairs of reports as alike as usual that each group starts with."""
NEGLIGIBLE = 0.015
"""Likeness that adds so little that the pair need not be kept."""

_Entry = tuple[float, int, int]  # of the heap: nearness below zero, so that the nearest comes first, and two groups


class Part(NamedTuple):
    """What joining must know of a report: its days, if they are known closely, and whether it is a bare headline.

    `known` has its days however vaguely they are known: it need not lie within a story's days, but near them.
    """

    interval: Interval | None
    bare: bool
    known: Interval | None = None


class _Group:
    """Reports put together; `close` holds the sum of likenesses with every other group that is at all like it."""

    __slots__ = ("bare", "close", "first_end", "interval", "last_start", "members", "own")

    def __init__(self, number: int, part: Part, close: dict[int, float]) -> None:
        self.members = [number]
        self.bare = part.bare
        self.interval = part.interval
        known = part.known or part.interval
        self.first_end = known.last if known else date.max
        self.last_start = known.first if known else date.min
        self.own = 0.0  # sum of likenesses within
        self.close = close

    def within(self, usual: float) -> float:
        """Mean likeness of two of its reports, as far as that is known."""
        pairs = len(self.members) * (len(self.members) - 1) / 2
        return (self.own + PRIOR * usual) / (pairs + PRIOR)


def joined(parts: Sequence[Part], alike: Graph) -> list[list[int]]:
    """The groups of report numbers that are left when the nearest have been joined as long as any are near."""
    groups = {number: _Group(number, part, _close(alike, number)) for number, part in enumerate(parts)}
    heap = [entry for number in groups for entry in _candidates(groups, number, later_only=True)]
    heapq.heapify(heap)
    while heap:
        nearness, one, other = heapq.heappop(heap)
        if one in groups and other in groups and _nearness(groups[one], groups[other], other) == -nearness:
            _join(groups, one, other)
            for entry in _candidates(groups, one):
                heapq.heappush(heap, entry)
    return [sorted(groups[number].members) for number in sorted(groups)]


def _close(alike: Graph, number: int) -> dict[int, float]:
    others, likeness = alike.row(number)
    return dict(zip(others.tolist(), likeness.tolist(), strict=True))


def _nearness(one: _Group, other: _Group, other_number: int) -> float:
    """How near two groups are; 0 if that is too little for one story, or if together they would cover too many days."""
    if _apart(one, other):
        return 0.0
    scale = BARE if one.bare and other.bare else FULL
    mean = one.close[other_number] / (len(one.members) * len(other.members))
    tight = (one.within(scale.usual) * other.within(scale.usual)) ** 0.5 / scale.usual
    nearness = mean / tight**scale.tightness
    return nearness if nearness >= scale.near else 0.0


def _apart(one: _Group, other: _Group) -> bool:
    """Whether together they would cover too many days, or would hold two reports that are surely so far apart."""
    both = hull(one.interval, other.interval)
    earliest, latest = min(one.first_end, other.first_end), max(one.last_start, other.last_start)
    return (both is not None and width(both) > SPAN) or (latest > earliest and (latest - earliest).days >= SPAN)


def _candidates(groups: dict[int, _Group], number: int, *, later_only: bool = False) -> Iterator[_Entry]:
    """Heap entries for a group and those near enough to it; the lower number comes first in each."""
    for other in groups[number].close:
        if later_only and other < number:
            continue
        low, high = sorted((number, other))
        nearness = _nearness(groups[low], groups[high], high)
        if nearness:
            yield -nearness, low, high


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Put the second group into the first, and let all others know it by the first's number."""
    kept, gone = groups[one], groups.pop(other)
    kept.own += gone.own + kept.close.pop(other)
    del gone.close[one]
    kept.members += gone.members
    kept.bare = kept.bare and gone.bare
    kept.interval = hull(kept.interval, gone.interval)
    kept.first_end, kept.last_start = min(kept.first_end, gone.first_end), max(kept.last_start, gone.last_start)
    for third in list(gone.close):
        value = gone.close[third] + kept.close.get(third, 0.0)
        kept.close[third] = groups[third].close[one] = value
        del groups[third].close[other]
