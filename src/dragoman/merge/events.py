"""Tellings of one real event, put together over all reports.

Only tellings of one kind (status class and type) that name a country in common and lie on neighbouring days, or undated
ones of one story, with the same words or the same ordinal, meet. The likest are joined first, and never if a telling of
one event forbids a telling of the other; so no telling's place depends on which was read first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.dates import FAR, precise
from dragoman.merge.likeness import DATED, FEWEST, ONE_EVENT, SLACK, YEAR, likeness

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.merge.tellings import Telling
    from dragoman.model import Interval

MOST_ASKED = 16
"""Tellings of an event that are asked whether another belongs to it: the others say what these do."""


class Placed(NamedTuple):
    """A telling and the story that its report belongs to."""

    telling: Telling
    story: str


Cluster = list[Placed]


def cluster(placed: Sequence[Placed]) -> list[Cluster]:
    """The tellings by event, each in exactly one; both levels come in the order of `Telling.order`."""
    clusters = [found for block in _blocks(placed) for found in _in_block(block)]
    return sorted(clusters, key=lambda found: _order(found[0]))


def alike_pairs(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """All pairs of tellings that may be joined straight."""
    for block in _blocks(placed):
        for _, one, other in _pairs_in(block):
            yield block[one], block[other]


def _blocks(placed: Sequence[Placed]) -> Iterable[Cluster]:
    """The tellings by kind: those of two kinds never meet."""
    blocks: defaultdict[tuple[str, str], Cluster] = defaultdict(list)
    for one in sorted(placed, key=_order):
        blocks[one.telling.kind].append(one)
    return blocks.values()


def _in_block(block: Cluster) -> list[Cluster]:
    """The likest two tellings are joined first, and with them all that are joined to either, unless some forbid it."""
    clusters = {number: [number] for number in range(len(block))}
    cluster_of = list(range(len(block)))
    for _, one, other in sorted(_pairs_in(block)):
        kept, gone = sorted((cluster_of[one], cluster_of[other]))
        if kept != gone and _agree(block, clusters[kept], clusters[gone]):
            for number in clusters[gone]:
                cluster_of[number] = kept
            clusters[kept] = sorted(clusters[kept] + clusters.pop(gone))
    return [[block[number] for number in found] for found in clusters.values()]


def _pairs_in(block: Cluster) -> Iterator[tuple[float, int, int]]:
    """Pairs of tellings (by number) that are alike enough for one event, with their likeness below zero.

    The dated come first, so that an undated telling meets all of them that it can.
    """
    index: defaultdict[Hashable, list[int]] = defaultdict(list)
    for one in sorted(range(len(block)), key=lambda number: not days_of(block[number].telling.interval)):
        for other in sorted({number for key in meets(block[one]) for number in index.get(key, ())}):
            score = _likeness(block[one], block[other])
            if score is not None and score >= ONE_EVENT:
                yield -round(score, 6), min(one, other), max(one, other)
        for key in found_by(block[one]):
            index[key].append(one)


def _agree(block: Cluster, some: Sequence[int], others: Sequence[int]) -> bool:
    """Whether no telling of one event forbids one of the other; of many only the first of each are asked.

    Of their days all are asked, so that no chain of tellings leads from one year to another.
    """
    return _one_time([block[number].telling for number in (*some, *others)]) and all(
        _likeness(block[one], block[other]) is not None for one in some[:MOST_ASKED] for other in others[:MOST_ASKED]
    )


def _one_time(found: Sequence[Telling]) -> bool:
    """Whether the days of tellings allow one event, and the reports that tell what nothing dates are of one year."""
    days = [telling.interval for telling in found if telling.interval]
    if days and (max(day.first for day in days) - min(day.last for day in days)).days > SLACK:
        return False
    if len(days) == len(found) or any(telling.counted for telling in found):
        return True
    known = [telling.published for telling in found if telling.published != FAR]
    return not known or (max(known) - min(known)).days <= YEAR


def _likeness(one: Placed, other: Placed) -> float | None:
    return likeness(one.telling, other.telling, same_story=one.story == other.story)


def _order(one: Placed) -> tuple[object, ...]:
    return one.telling.order


def days_of(interval: Interval | None) -> range:
    """The days of an event, as ordinals of the calendar; none if they are not known closely."""
    interval = precise(interval, DATED)
    return range(interval.first.toordinal(), interval.last.toordinal() + 1) if interval else range(0)


def found_by(one: Placed) -> Iterator[Hashable]:
    """The keys under which others find a telling: its parties with each of its days, its story, words and ordinals.

    Whole dyads meet under both their parties, so that a day of many dyads makes little work; those of which a side is
    open meet all that name the one.
    """
    telling, days = one.telling, days_of(one.telling.interval)
    for day in days:
        yield from ((party, day) for party in _singly(one))
        yield from ((pair, day) for pair in _dyads(telling))
    for party in parties(telling.countries):
        yield party, one.story
        if len(telling.words) >= FEWEST:
            yield party, telling.words
        for counted in telling.counted:
            yield party, counted


def meets(one: Placed) -> Iterator[Hashable]:
    """The keys under which to look for a telling's event: its days and those beside them, or all the rest."""
    telling, days = one.telling, days_of(one.telling.interval)
    for day in range(days.start - SLACK, days.stop + SLACK) if days else ():
        yield from ((party, day) for party in _sought(one))
        yield from ((pair, day) for pair in _dyads(telling))
    for party in parties(telling.countries):
        if not days:
            yield party, one.story
            if len(telling.words) >= FEWEST:
                yield party, telling.words
        for counted in telling.counted:
            yield party, counted


def _singly(one: Placed) -> Iterator[Hashable]:
    """Each party, under which those find a telling of which a side is open; and again if it is open itself."""
    for party in parties(one.telling.countries):
        yield party, "any"
        if not _dyads(one.telling):
            yield party, "open"


def _sought(one: Placed) -> Iterator[Hashable]:
    """Under which of these to look: who leaves a side open may mean any, who names both only the open ones besides."""
    kind = "open" if _dyads(one.telling) else "any"
    return ((party, kind) for party in parties(one.telling.countries))


def _dyads(telling: Telling) -> list[frozenset[str]]:
    """The pairs of parties of a telling that leaves no side open; none of the others."""
    if len(telling.countries) < 2:
        return []
    one, other = (telling.sides[0],) * 2 if telling.mutual else telling.sides
    return sorted({frozenset((a, b)) for a in one for b in other if a != b}, key=sorted)


def parties(countries: AbstractSet[str]) -> list[str]:
    """The countries that an event concerns, in order; "" stands for those of one that names nobody."""
    return sorted(countries) or [""]
