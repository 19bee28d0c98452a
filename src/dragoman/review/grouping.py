"""What people merged and parted, brought to bear on the events that the program merged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.identity import short_ids
from dragoman.merge.merging import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.merge.tellings import Telling
    from dragoman.model import Member, MergedEvent, Readout


class Grouping(NamedTuple):
    """A merging or parting that is in force, with the tellings that it was found to bear on."""

    verb: str
    on: frozenset[Member]
    others: frozenset[Member]


@dataclass(slots=True)
class _Group:
    members: set[Member]
    origins: list[MergedEvent]


def regrouped(
    machine: Sequence[MergedEvent],
    told: Mapping[Member, Telling],
    groupings: Iterable[Grouping],
    origin_of: Mapping[str, str],
) -> tuple[MergedEvent, ...]:
    """The merged events anew: of the tellings in `told` only, with what people merged together and what they parted.

    A telling that is in none of `machine` is an event of its own. `origin_of` names the report that a report is a copy
    of. An event keeps its id as long as it has the telling from which it has it.
    """
    groups = [_Group({one for one in event.members if one in told}, [event]) for event in machine]
    placed = {member for group in groups for member in group.members}
    groups += [_Group({member}, []) for member in sorted(told.keys() - placed)]
    for one in groupings:
        (_merge if one.verb == "merge" else _part)(groups, one)
    whole = sorted((group for group in groups if group.members), key=lambda group: _tellings(group, told)[0].order)
    ids = _ids([_tellings(group, told)[0] for group in whole], machine)
    return tuple(_made(name, group, _tellings(group, told), origin_of) for name, group in zip(ids, whole, strict=True))


def _merge(groups: list[_Group], one: Grouping) -> None:
    """Put all groups that hold a telling of the merging together, if there are tellings of both sides."""
    if not any(group.members & one.on for group in groups) or not any(group.members & one.others for group in groups):
        return
    first, *rest = [group for group in groups if group.members & (one.on | one.others)]
    for group in rest:
        first.members |= group.members
        first.origins += group.origins
        groups.remove(group)


def _part(groups: list[_Group], one: Grouping) -> None:
    """Take the tellings that leave out of each group in which some of those stand that they were parted from."""
    for group in list(groups):
        leaving = group.members & one.on
        if leaving and group.members & one.others:
            group.members -= leaving
            groups.append(_Group(set(leaving), list(group.origins)))


def _tellings(group: _Group, told: Mapping[Member, Telling]) -> list[Telling]:
    return sorted((told[member] for member in group.members), key=lambda telling: telling.order)


def _ids(firsts: Sequence[Telling], machine: Sequence[MergedEvent]) -> list[str]:
    """The id that the program gave the event which that telling begins, else one made from its words."""
    given = {event.members[0]: event.id for event in machine}
    taken = set(given.values())
    made = short_ids("e", [f"{first.member.report}\n{first.mark}" for first in firsts])
    return [
        given.get(first.member) or (f"{name}{first.member.event}" if name in taken else name)
        for name, first in zip(made, firsts, strict=True)
    ]


def _made(name: str, group: _Group, found: Sequence[Telling], origin_of: Mapping[str, str]) -> MergedEvent:
    whole = {telling.member.report: telling.member.report for telling in found} | dict(origin_of)
    event = put_together(name, found, (), whole)
    said = [readout for origin in group.origins for readout in origin.readouts]
    return replace(event, readouts=tuple(_conflicts(readout, said) for readout in event.readouts))


def _conflicts(readout: Readout, said: Iterable[Readout]) -> Readout:
    """The readout with the conflicts that the program found for the same reporter."""
    conflicts = {who for one in said if one.reported_by == readout.reported_by for who in one.conflicts_with}
    return replace(readout, conflicts_with=tuple(sorted(conflicts)))
