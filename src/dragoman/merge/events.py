"""Tellings of one real event, put together over all reports.

Only tellings of one kind (status class and type) that name a country in common and lie on neighbouring days, or undated
ones of one story, with the same words or the same ordinal, meet. The likest are joined first, and never if a telling of
one event forbids a telling of the other; so no telling's place depends on which was read first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.dates import precise
from dragoman.merge.likeness import DATED, ONE_EVENT, SLACK, likeness

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from dragoman.merge.tellings import Telling

MOST_MET = 64
"""Tellings under one key that another is compared with, the latest ones: more on one day, of one party and of one type
tell of few events, and the work must not grow with their pairs."""
MOST_ASKED = 16
"""Tellings of an event that are asked whether another belongs to it: the others say what these do."""


class Placed(NamedTuple):
    """A telling and the story that its report belongs to."""

    telling: Telling
    story: str


Cluster = list[Placed]


def cluster(placed: Sequence[Placed]) -> list[Cluster]:
    """The tellings by event, each in exactly one; both levels come in the order of `Telling.order`."""
    blocks: defaultdict[tuple[str, str], Cluster] = defaultdict(list)
    for one in sorted(placed, key=_order):
        blocks[one.telling.kind].append(one)
    clusters = [found for block in blocks.values() for found in _in_block(block)]
    return sorted(clusters, key=lambda found: _order(found[0]))


def _in_block(block: Cluster) -> list[Cluster]:
    """The likest two tellings are joined first, and with them all that are joined to either, unless some forbid it."""
    clusters = {number: [number] for number in range(len(block))}
    cluster_of = list(range(len(block)))
    for _, one, other in sorted(_pairs(block)):
        kept, gone = sorted((cluster_of[one], cluster_of[other]))
        if kept != gone and _agree(block, clusters[kept], clusters[gone]):
            for number in clusters[gone]:
                cluster_of[number] = kept
            clusters[kept] = sorted(clusters[kept] + clusters.pop(gone))
    return [[block[number] for number in found] for found in clusters.values()]


def _pairs(block: Cluster) -> Iterator[tuple[float, int, int]]:
    """Pairs of tellings (by number) that are alike enough for one event, with their likeness below zero.

    The dated come first, so that an undated telling meets all of them that it can.
    """
    index: defaultdict[Hashable, list[int]] = defaultdict(list)
    for one in sorted(range(len(block)), key=lambda number: not _days(block[number])):
        for other in sorted({number for key in meets(block[one]) for number in index[key][-MOST_MET:]}):
            score = _likeness(block[one], block[other])
            if score is not None and score >= ONE_EVENT:
                yield -round(score, 6), min(one, other), max(one, other)
        for key in found_by(block[one]):
            index[key].append(one)


def _agree(block: Cluster, some: Sequence[int], others: Sequence[int]) -> bool:
    """Whether no telling of one event forbids one of the other; of many only the first of each are asked."""
    return all(
        _likeness(block[one], block[other]) is not None for one in some[:MOST_ASKED] for other in others[:MOST_ASKED]
    )


def _likeness(one: Placed, other: Placed) -> float | None:
    return likeness(one.telling, other.telling, same_story=one.story == other.story)


def _order(one: Placed) -> tuple[object, ...]:
    return one.telling.order


def _days(one: Placed) -> range:
    """The days of an event, as ordinals of the calendar; none if they are not known closely."""
    interval = precise(one.telling.interval, DATED)
    return range(interval.first.toordinal(), interval.last.toordinal() + 1) if interval else range(0)


def found_by(one: Placed) -> Iterator[Hashable]:
    """The keys under which others find a telling: a country with each of its days, its story, words and ordinals."""
    for country in _parties(one):
        for day in _days(one):
            yield country, day
        yield country, one.story
        yield country, one.telling.words
        for counted in one.telling.counted:
            yield country, counted


def meets(one: Placed) -> Iterator[Hashable]:
    """The keys under which to look for a telling's event: its days and those beside them, or all the rest."""
    days = _days(one)
    for country in _parties(one):
        for day in range(days.start - SLACK, days.stop + SLACK) if days else ():
            yield country, day
        if not days:
            yield country, one.story
            yield country, one.telling.words
        for counted in one.telling.counted:
            yield country, counted


def _parties(one: Placed) -> list[str]:
    return sorted(one.telling.countries) or [""]
