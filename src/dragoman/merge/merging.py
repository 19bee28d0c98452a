"""Many coded reports in; stories and real events out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import InputError
from dragoman.merge.dates import first_day, width
from dragoman.merge.events import Placed, cluster
from dragoman.merge.identity import short_ids
from dragoman.merge.likeness import same_name
from dragoman.merge.origins import copies_in
from dragoman.merge.readouts import independent_sources, readouts
from dragoman.merge.relations import Fulfilment, contrary_tellings, fulfilments
from dragoman.merge.stories import likenesses, named, outline
from dragoman.merge.tellings import tellings
from dragoman.model import Interval, MergedEvent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.merge.events import Cluster
    from dragoman.merge.origins import Copy
    from dragoman.merge.tellings import Telling
    from dragoman.model import Report, Status, Story


class Merged(NamedTuple):
    """What `merge` found: each report stands in one story, each event of each report in one merged event.

    `copies` has the reports that are copies of another, by origin; the origin itself is not among them. `fulfils` has
    what came of plans: never one event with the plan, but beside it.
    """

    stories: tuple[Story, ...]
    events: tuple[MergedEvent, ...]
    copies: tuple[Copy, ...]
    fulfils: tuple[Fulfilment, ...] = ()


def merge(reports: Sequence[Report]) -> Merged:
    """Put together the reports of one happening, and the tellings of one real event.

    The result depends on the set of reports only, not on their order. The same report given twice counts once; two
    different reports under one id raise InputError. Stories and events come by first day (unknown last), then id.
    """
    distinct = _distinct(reports)
    outlines = [outline(report) for report in distinct]
    groups = likenesses(outlines).groups({one.id for one in outlines})
    copies = copies_in(groups)
    origin_of = {one.id: one.id for one in outlines} | {copy.report: copy.origin for copy in copies}
    story_of = {one.id: group[0].id for group in groups for one in group}
    placed = [Placed(telling, story_of[report.id]) for report in distinct for telling in tellings(report)]
    clusters = cluster(placed)
    ids = event_ids(clusters)
    fulfils = sorted(Fulfilment(ids[event], ids[plan]) for event, plan in fulfilments(clusters))
    events = made_events(clusters, ids, contrary_tellings(clusters), origin_of)
    return Merged(named(groups), events, copies, tuple(fulfils))


def _distinct(reports: Sequence[Report]) -> list[Report]:
    """The reports, each once."""
    by_id: dict[str, Report] = {}
    for report in reports:
        if by_id.setdefault(report.id, report) != report:
            paths = " and ".join(sorted({by_id[report.id].source.path, report.source.path}))
            what, do = f"two different reports have the id {report.id!r}", "give each report an id of its own"
            raise InputError(what, where=paths, do=do)
    return list(by_id.values())


def event_ids(clusters: Sequence[Cluster]) -> list[str]:
    """An id for each cluster.

    It comes from the telling that was published first, so that later reports leave it as it is; and from that telling's
    report and words, not from its number, so that coding the report anew does too.
    """
    return short_ids("e", [f"{found[0].telling.member.report}\n{found[0].telling.mark}" for found in clusters])


def made_events(
    clusters: Sequence[Cluster],
    ids: Sequence[str],
    contrary: Mapping[int, Sequence[Telling]],
    origin_of: Mapping[str, str],
) -> tuple[MergedEvent, ...]:
    """The clusters as merged events, by first day (unknown last), then id.

    `contrary` has, by number, the tellings that say the contrary; `origin_of` the origin of each report, itself if it
    is no copy.
    """
    events = [
        put_together(name, [one.telling for one in found], contrary.get(number, ()), origin_of)
        for number, (name, found) in enumerate(zip(ids, clusters, strict=True))
    ]
    return tuple(sorted(events, key=lambda event: (first_day(event.date), event.id)))


def put_together(
    name: str, found: Sequence[Telling], counter: Sequence[Telling], origin_of: Mapping[str, str]
) -> MergedEvent:
    """One merged event from its tellings, those that deny it, and the origin of each report."""
    origins = independent_sources(found, origin_of)
    return MergedEvent(
        id=name,
        members=tuple(telling.member for telling in found),
        type=found[0].type,
        source=_names(telling.who for telling in found),
        target=_names(telling.whom for telling in found),
        date=_date(found),
        status=_status(found),
        independent_sources=origins,
        readouts=readouts(found, counter, origins=origins),
    )


def _names(sides: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The names of one side, most told first, without those that are part of a fuller one."""
    told = Counter(name for side in sides for name in side)
    ordered = sorted(told, key=lambda name: (-told[name], name))
    return tuple(
        name for name in ordered if not any(len(other) > len(name) and same_name(name, other) for other in told)
    )


def _date(found: Sequence[Telling]) -> Interval | None:
    """The closest date that is told; of several the one told most, then the earliest."""
    told = Counter(telling.interval for telling in found if telling.interval)
    return min(told, key=lambda interval: (width(interval), -told[interval], interval), default=None)


def _status(found: Sequence[Telling]) -> Status:
    """The status told most; of several the one told first."""
    told = Counter(telling.status for telling in found)
    return max(told, key=lambda status: told[status])
