"""The tellings of a record, read as they are asked for, and those of other reports that they may be one event with."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.merge.events import Placed, days_of, parties
from dragoman.merge.likeness import FEWEST, SLACK
from dragoman.merge.tellings import counted_in, stems, tellings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.merge.events import Cluster
    from dragoman.merge.kept import Kept, Trace
    from dragoman.merge.stories import Outline
    from dragoman.model import Member

Kind = tuple[str, str]


class Told:
    """The tellings of a record as its reports are now; `groups` are the stories that were made anew."""

    def __init__(self, kept: Kept, groups: Iterable[Sequence[Outline]]) -> None:
        self.kept = kept
        self._placed: dict[str, list[Placed]] = {}
        self._story: dict[str, tuple[str, ...]] = {}
        self._traces: dict[Kind, list[Trace]] = {}
        for group in groups:
            self._note(tuple(one.id for one in group))

    def of(self, reports: Collection[str]) -> dict[Member, Placed]:
        """All tellings of these reports."""
        missing = sorted({*reports} - self._placed.keys())
        self._find_stories(missing)
        for report in self.kept.reports(missing):
            self._placed[report.id] = [Placed(one, self._story[report.id][0]) for one in tellings(report)]
        return {one.telling.member: one for name in sorted(reports) for one in self._placed.get(name, ())}

    def among(self, members: Collection[Member]) -> list[Placed]:
        """These tellings, in order; those that are no longer there are passed over."""
        found = self.of({one.report for one in members})
        return sorted((found[one] for one in {*members} & found.keys()), key=lambda one: one.telling.order)

    def sought(self, asked: Sequence[Placed], kinds: Callable[[Kind], Collection[Kind]]) -> set[Member]:
        """All tellings that may have a key in common with one of these and are of a kind wanted for it, and others."""
        wanted: defaultdict[tuple[Kind, str], list[Placed]] = defaultdict(list)
        for one in asked:
            for kind in kinds(one.telling.kind):
                for party in parties(one.telling.countries):
                    wanted[kind, party].append(one)
        self._read({kind for kind, _ in wanted})
        found = {
            trace.member
            for kind in {kind for kind, _ in wanted}
            for trace in self._traces[kind]
            for party in parties(trace.parties)
            if any(_may_meet(trace, one) for one in wanted.get((kind, party), ()))
        }
        return found | self._in_stories(asked, {kind for kind, _ in wanted})

    def _in_stories(self, asked: Sequence[Placed], kinds: AbstractSet[Kind]) -> set[Member]:
        """The tellings of these kinds in the stories of those asked."""
        reports = {name for one in asked for name in self._story[one.telling.member.report]}
        return {member for member, one in self.of(reports).items() if one.telling.kind in kinds}

    def _read(self, kinds: AbstractSet[Kind]) -> None:
        new = kinds - self._traces.keys()
        self._traces |= {kind: [] for kind in new}
        for trace in self.kept.traces(new) if new else ():
            if trace.kind in new:
                self._traces[trace.kind].append(trace)

    def _find_stories(self, reports: Collection[str]) -> None:
        for story in self.kept.stories([name for name in reports if name not in self._story]):
            self._note(story.reports)

    def _note(self, reports: tuple[str, ...]) -> None:
        for name in reports:
            self._story.setdefault(name, reports)


def cluster_of(told: Told, events: Mapping[str, Sequence[Member]]) -> dict[str, Cluster]:
    """Merged events, by id, as clusters."""
    told.of({one.report for members in events.values() for one in members})
    return {name: told.among(members) for name, members in events.items()}


def _may_meet(trace: Trace, one: Placed) -> bool:
    """Whether a trace may be of a telling that has a day, an ordinal or all words in common with this one."""
    telling = one.telling
    theirs, mine = days_of(trace.interval), days_of(telling.interval)
    if theirs and mine and theirs.start <= mine.stop - 1 + SLACK and mine.start <= theirs.stop - 1 + SLACK:
        return True
    if telling.counted and not telling.counted.isdisjoint(counted_in(trace.sentence)):
        return True
    return not (theirs and mine) and len(telling.words) >= FEWEST and telling.words <= _stems_once(trace.sentence)


_stems_once: Callable[[str], frozenset[str]] = lru_cache(maxsize=1 << 8)(stems)  # a trace is held against several
