"""What merging must know of a record that was merged before, and what it then changes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dragoman.merge.origins import Copy
    from dragoman.merge.relations import Fulfilment
    from dragoman.merge.stories import Outline
    from dragoman.model import Interval, Member, MergedEvent, Report, Story


class Trace(NamedTuple):
    """As much of a telling as is needed to rule out most that it could be one event with.

    `kind` and `parties` are as in a `Telling`; `interval` has the event's days, `sentence` the words of its evidence.
    """

    member: Member
    kind: tuple[str, str]
    parties: frozenset[str]
    interval: Interval | None
    sentence: str


class Kept(Protocol):
    """A record: all reports as they are now, and what was merged before some of them were written."""

    def outlines(self, reports: Collection[str]) -> Iterable[Outline]:
        """The outlines of these reports (ids)."""

    def outlines_within(self, spans: Sequence[Interval] | None) -> Iterable[Outline]:
        """Those of all reports that may be of a day in one of the spans, and all of vague or unknown date."""

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        """These reports, whole."""

    def stories(self, reports: Collection[str]) -> Sequence[Story]:
        """The stories in which these reports stood."""

    def copies(self, reports: Collection[str]) -> Iterable[Copy]:
        """Those of these reports that were copies."""

    def members(self, reports: Collection[str]) -> Collection[Member]:
        """The tellings of these reports that stood in merged events."""

    def events(self, members: Collection[Member]) -> Mapping[str, Sequence[Member]]:
        """The merged events, by id, in which these tellings stood, with all their tellings."""

    def against(self, events: Collection[str]) -> Iterable[Member]:
        """Tellings, one at least of each merged event that may have been in conflict with one of these (ids)."""

    def traces(self, kinds: Collection[tuple[str, str]]) -> Iterable[Trace]:
        """Traces of all tellings of these kinds, and maybe of others."""

    def clashes(self, prefixes: Collection[str], but: Collection[str]) -> bool:
        """Whether the id of a story or merged event begins with one of these, those in `but` apart."""


class Change(NamedTuple):
    """What to change in a record so that it is as if all its reports had been merged at once.

    `gone` are ids of stories and merged events that leave, with what fulfilled them or what they fulfilled; `stories`,
    `events`, `copies` and `fulfils` come in. An event may come in the place of one with its id that isn't gone.
    `recopied` are the reports of which `copies` tells anew.
    """

    gone: frozenset[str]
    stories: tuple[Story, ...]
    events: tuple[MergedEvent, ...]
    recopied: frozenset[str]
    copies: tuple[Copy, ...]
    fulfils: tuple[Fulfilment, ...]
