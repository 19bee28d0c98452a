"""How merged events stand to one another: one denies the other, or comes of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.events import found_by, meets
from dragoman.merge.likeness import ONE_EVENT, likeness
from dragoman.merge.tellings import FORESEEN

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from dragoman.merge.events import Cluster
    from dragoman.merge.tellings import Telling

    _Index = defaultdict[tuple[str, Hashable], list[int]]


class Fulfilment(NamedTuple):
    """A merged event that happened, and the one that was planned before it (ids)."""

    event: str
    plan: str


def contrary_kinds(kind: tuple[str, str]) -> list[tuple[str, str]]:
    """The kinds of tellings that may say the contrary of those of a kind."""
    status, code = kind
    return [("denied", code)] if status in {"actual", "alleged"} else _told(code) if status == "denied" else []


def _told(code: str) -> list[tuple[str, str]]:
    return [("actual", code), ("alleged", code)]


def fulfilling_kinds(kind: tuple[str, str]) -> list[tuple[str, str]]:
    """The kinds of tellings that may have come of a plan of this kind, or been planned before what happened."""
    status, code = kind
    if status == "ahead":
        return [("actual", one) for one in _outcomes(code)]
    plans = {code, "AGREE"} if code in FORESEEN else {code}
    return [("ahead", one) for one in sorted(plans)] if status == "actual" else []


def _outcomes(code: str) -> Collection[str]:
    """The types of what can come of a plan of a type."""
    return FORESEEN if code == "AGREE" else [code]


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
        for event in _likely(found, clusters, done, _outcomes(plan.kind[1])):
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
    near = {number for code in codes for key in keys for number in index.get((code, key), ())}
    return [number for number in sorted(near) if _alike(found, clusters[number])]


def _alike(found: Cluster, other: Cluster) -> bool:
    """Whether the first telling of each would make one event but for the status."""
    one, two = found[0], other[0]
    return (likeness(one.telling, two.telling, same_story=one.story == two.story) or 0.0) >= ONE_EVENT
