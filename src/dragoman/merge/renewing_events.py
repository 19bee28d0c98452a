"""Merged events made anew around tellings that are new or changed, exactly as if all were made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.events import alike_pairs, cluster
from dragoman.merge.settling import settled

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

    from dragoman.merge.events import Cluster
    from dragoman.merge.told import Kind, Told
    from dragoman.model import Member


class Reclustered(NamedTuple):
    """The ids of merged events that leave, and the clusters that come in their place."""

    gone: frozenset[str]
    clusters: list[Cluster]


def reclustered(told: Told, changed: Collection[str]) -> Reclustered:
    """What becomes of merged events when the tellings of some reports (ids) are new, changed or gone."""
    kept = told.kept
    fresh = told.of(changed).keys()
    stale = frozenset(kept.members(changed))

    def company(members: AbstractSet[Member]) -> set[Member]:
        events = kept.events(members)
        found = {one for event in events.values() for one in event} | members
        return {one for one in found if one.report not in changed or one in fresh}

    def near(members: AbstractSet[Member]) -> set[Member]:
        asked = told.among(members)
        others = told.among(told.sought(asked, _same) - members)
        return {
            one.telling.member if other.telling.member in members else other.telling.member
            for one, other in alike_pairs([*asked, *others])
            if (one.telling.member in members) != (other.telling.member in members)
        }

    def join(members: AbstractSet[Member]) -> list[list[Member]]:
        return [[one.telling.member for one in found] for found in cluster(told.among(members))]

    inside, _, groups = settled(fresh | company(stale), company, near, join)
    gone = kept.events(inside | stale)
    return Reclustered(frozenset(gone), [told.among(group) for group in groups])


def _same(kind: Kind) -> tuple[Kind]:
    return (kind,)
