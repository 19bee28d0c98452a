"""Tellings of one real event, put together over all reports.

Only tellings of one block (status class, type, dyad) and of neighbouring days, or undated ones of one story or with
the same words, meet. They are taken in an order of their own; each joins the event that it is most like and none of
whose tellings forbids it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.dates import precise
from dragoman.merge.likeness import DATED, ONE_EVENT, SLACK, likeness

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from dragoman.merge.tellings import Telling


class Placed(NamedTuple):
    """A telling and the story that its report belongs to."""

    telling: Telling
    story: str


Cluster = list[Placed]


def cluster(placed: Sequence[Placed]) -> list[Cluster]:
    """The tellings by event, each in exactly one; both levels come in the order of `Telling.order`."""
    blocks: defaultdict[tuple[str, ...], Cluster] = defaultdict(list)
    for one in sorted(placed, key=_order):
        blocks[one.telling.block].append(one)
    clusters = [found for block in blocks.values() for found in _in_block(block)]
    return sorted(clusters, key=lambda found: _order(found[0]))


def _in_block(block: Cluster) -> list[Cluster]:
    """One pass over a block: into the likest event there is, else into a new one.

    The dated come first, so that an undated telling can join any of them.
    """
    clusters: list[Cluster] = []
    index: defaultdict[Hashable, set[int]] = defaultdict(set)
    for one in sorted(block, key=lambda one: not _days(one)):
        near = sorted({number for key in _meets(one) for number in index[key]})
        likest = max(near, key=lambda number: _likeness(one, clusters[number]), default=None)
        if likest is None or _likeness(one, clusters[likest]) < ONE_EVENT:
            likest = len(clusters)
            clusters.append([])
        clusters[likest].append(one)
        for key in _found_by(one):
            index[key].add(likest)
    return [sorted(found, key=_order) for found in clusters]


def _order(one: Placed) -> tuple[object, ...]:
    return one.telling.order


def _days(one: Placed) -> range:
    """The days of an event, as ordinals of the calendar; none if they are not known closely."""
    interval = precise(one.telling.interval, DATED)
    return range(interval.first.toordinal(), interval.last.toordinal() + 1) if interval else range(0)


def _found_by(one: Placed) -> Iterator[Hashable]:
    """The keys under which others find a telling: its days, story and words."""
    yield from _days(one)
    yield one.story
    yield one.telling.words


def _meets(one: Placed) -> Iterator[Hashable]:
    """The keys under which to look for a telling's event: its own days and those beside them, or story and words."""
    days = _days(one)
    if days:
        yield from range(days.start - SLACK, days.stop + SLACK)
    else:
        yield one.story
        yield one.telling.words


def _likeness(one: Placed, found: Cluster) -> float:
    """Likeness to the likest telling of an event; 0 if any of them forbids it."""
    best = 0.0
    for other in found:
        score = likeness(one.telling, other.telling, same_story=one.story == other.story)
        if score is None:
            return 0.0
        best = max(best, score)
    return best
