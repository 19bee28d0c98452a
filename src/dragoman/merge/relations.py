"""How merged events stand to one another: one denies the other, or comes of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.merge.events import MOST_MET, found_by, meets
from dragoman.merge.likeness import ONE_EVENT, likeness
from dragoman.merge.tellings import FORESEEN

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from dragoman.merge.events import Cluster
    from dragoman.merge.tellings import Telling

    _Index = defaultdict[tuple[str, Hashable], list[int]]


def contrary_tellings(clusters: Sequence[Cluster]) -> defaultdict[int, list[Telling]]:
    """For each cluster (by number) the tellings that say the contrary: denied here, actual or alleged there."""
    denials = _index(clusters, {"denied"})
    contrary: defaultdict[int, list[Telling]] = defaultdict(list)
    for number, found in enumerate(clusters):
        status, code = found[0].telling.kind
        if status in {"actual", "alleged"}:
            for denial in _likely(found, clusters, denials, [code]):
                contrary[number].extend(one.telling for one in clusters[denial])
                contrary[denial].extend(one.telling for one in found)
    return contrary


def fulfilments(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """Clusters (by number) that happened, each with one that was planned in a report no later and is like it."""
    done = _index(clusters, {"actual"})
    for number, found in enumerate(clusters):
        plan = found[0].telling
        if plan.kind[0] != "ahead" or plan.type is None:
            continue
        for event in _likely(found, clusters, done, FORESEEN if plan.kind[1] == "AGREE" else [plan.kind[1]]):
            if clusters[event][0].telling.published >= plan.published:
                yield event, number


def _index(clusters: Sequence[Cluster], statuses: Collection[str]) -> _Index:
    """The clusters (by number) of some status classes, by type and the keys that find their first telling."""
    index: _Index = defaultdict(list)
    for number, found in enumerate(clusters):
        status, code = found[0].telling.kind
        if status in statuses:
            for key in found_by(found[0]):
                index[code, key].append(number)
    return index


def _likely(found: Cluster, clusters: Sequence[Cluster], index: _Index, codes: Iterable[str]) -> list[int]:
    """The clusters of these types that would be one event with this one but for the status."""
    keys = {*meets(found[0]), *found_by(found[0])}
    near = {number for code in codes for key in keys for number in index.get((code, key), ())[:MOST_MET]}
    return [number for number in sorted(near) if _alike(found, clusters[number])]


def _alike(found: Cluster, other: Cluster) -> bool:
    """Whether the first telling of each would make one event but for the status."""
    one, two = found[0], other[0]
    return (likeness(one.telling, two.telling, same_story=one.story == two.story) or 0.0) >= ONE_EVENT
