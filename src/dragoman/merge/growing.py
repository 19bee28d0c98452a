"""New reports merged into what was merged before, without merging all anew, and with the same result."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dragoman.merge.kept import Change
from dragoman.merge.merging import event_ids, made_events
from dragoman.merge.origins import copies_in
from dragoman.merge.relations import (
    Fulfilment,
    contrary_kinds,
    contrary_tellings,
    fulfilling_kinds,
    fulfilments,
)
from dragoman.merge.renewing_events import reclustered
from dragoman.merge.renewing_stories import renewed_stories
from dragoman.merge.stories import named
from dragoman.merge.told import Told, cluster_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from dragoman.merge.events import Cluster
    from dragoman.merge.kept import Kept
    from dragoman.merge.origins import Copy
    from dragoman.merge.renewing_events import Reclustered
    from dragoman.merge.renewing_stories import Renewed
    from dragoman.merge.told import Kind
    from dragoman.model import MergedEvent

EDITION = "2"
"""Changes with every change of what merging makes of the same reports: what another edition merged is merged anew, not
added to."""

_LONG = 17  # letters of an id that clashed with another
_PREFIX = 9  # of one that may


def grow(kept: Kept, new: Collection[str], touched: Collection[str] = ()) -> Change | None:
    """What to change in a record when reports (ids) came in, or their events were coded otherwise (`touched`).

    The record is then as if all reports had been merged at once, whatever the order in which they came. None if two ids
    clash, which may happen once in some ten thousand times: then merge all.
    """
    renewed = renewed_stories(kept, new)
    stories = named(renewed.groups)
    copies = copies_in(renewed.groups)
    changed = frozenset({*new, *touched, *_moved(renewed, new), *_recopied(kept, renewed, copies, new)})
    told = Told(kept, renewed.groups)
    found = reclustered(told, changed)
    ids = event_ids(found.clusters)
    gone = found.gone | {story.id for story in renewed.gone}
    if _clash(kept, [*ids, *(story.id for story in stories)], gone):
        return None
    recopied = frozenset(one.id for group in renewed.groups for one in group)
    origin_of = _Origins(kept, recopied, copies)
    events, fulfils = _related(told, found, ids, origin_of)
    return Change(gone, stories, events, recopied, copies, fulfils)


def _moved(renewed: Renewed, new: Collection[str]) -> set[str]:
    """The reports that are now in one story with others than before, new ones apart.

    Of each story the greatest part that comes from one former story counts as staying, if it is that one's greatest
    part too: among those that stay nothing changed, and no more between any two of them.
    """
    before = {name: story.id for story in renewed.gone for name in story.reports}
    parts: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for number, group in enumerate(renewed.groups):
        for one in group:
            if one.id not in new:
                parts[before[one.id], number].add(one.id)
    used: set[str | int] = set()
    moved: set[str] = set()
    for (story, number), reports in sorted(parts.items(), key=lambda part: (-len(part[1]), part[0])):
        if used.isdisjoint({story, number}):
            used |= {story, number}
        else:
            moved |= reports
    return moved


def _recopied(kept: Kept, renewed: Renewed, copies: Iterable[Copy], new: Collection[str]) -> set[str]:
    """The reports that are now copies of others than before, new ones apart."""
    reports = [name for story in renewed.gone for name in story.reports if name not in new]
    before, after = (_alike(found, reports) for found in (kept.copies(reports), copies))
    return {name for name in reports if before[name] != after[name]}


def _alike(copies: Iterable[Copy], reports: Collection[str]) -> dict[str, frozenset[str]]:
    """For each of these reports those of them that have its words."""
    origin_of = {copy.report: copy.origin for copy in copies}
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name in reports:
        groups[origin_of.get(name, name)].add(name)
    return {name: frozenset(groups[origin_of.get(name, name)]) for name in reports}


def _clash(kept: Kept, ids: Sequence[str], gone: Collection[str]) -> bool:
    """Whether the length of an id depends on others than these, or did."""
    if any(len(name) == _LONG for name in (*ids, *gone)):
        return True
    return max(Counter(ids).values(), default=1) > 1 or kept.clashes([name[:_PREFIX] for name in ids], gone)


class _Origins(dict[str, str]):
    """The origin of each report, itself if it is no copy; read as it is asked for."""

    def __init__(self, kept: Kept, recopied: Collection[str], copies: Iterable[Copy]) -> None:
        super().__init__({name: name for name in recopied} | {copy.report: copy.origin for copy in copies})
        self._kept = kept

    def __missing__(self, report: str) -> str:
        for copy in self._kept.copies([report]):
            self[report] = copy.origin
        return self.setdefault(report, report)


def _related(
    told: Told, found: Reclustered, ids: Sequence[str], origin_of: Mapping[str, str]
) -> tuple[tuple[MergedEvent, ...], tuple[Fulfilment, ...]]:
    """The new events, those that are or were in conflict with one of them, and what of them fulfilled what."""
    own = dict(zip(ids, found.clusters, strict=True))
    outside = _beside(told, own, found.gone, lambda kind: [*contrary_kinds(kind), *fulfilling_kinds(kind)])
    names, clusters = [*own, *outside], [*own.values(), *outside.values()]
    fulfils = (Fulfilment(names[event], names[plan]) for event, plan in fulfilments(clusters))
    contrary = contrary_tellings(clusters)
    against = {name: outside[name] for number, name in enumerate(names) if name in outside and contrary.get(number)}
    before = told.kept.events(frozenset(told.kept.against(found.gone)))
    anew = own | against | cluster_of(told, {name: before[name] for name in before.keys() - found.gone})
    every = anew | _beside(told, anew, found.gone, contrary_kinds)
    made = made_events([*every.values()], [*every], contrary_tellings([*every.values()]), origin_of)
    return (
        tuple(event for event in made if event.id in anew),
        tuple(sorted(one for one in fulfils if one.event in own or one.plan in own)),
    )


def _beside(
    told: Told, clusters: Mapping[str, Cluster], gone: Collection[str], kinds: Callable[[Kind], Collection[Kind]]
) -> dict[str, Cluster]:
    """The events that stay and may be related to one of these: of kinds wanted for it, with a key in common."""
    near = told.kept.events(told.sought([found[0] for found in clusters.values()], kinds))
    return cluster_of(told, {name: near[name] for name in near.keys() - gone - clusters.keys()})
