"""Events as these formats have them: one source and one target a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.export.choosing import Telling, coded, tellings
from dragoman.knowledge.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.analysis import Chosen
    from dragoman.model import Actor, Event, Report, Span


class Deed(NamedTuple):
    """One telling, narrowed to one source and one target; None where the report names none."""

    telling: Telling
    source: Actor | None
    target: Actor | None

    @property
    def report(self) -> Report:
        """The report that tells it."""
        return self.telling.report

    @property
    def event(self) -> Event:
        """The event with all its sides."""
        return self.telling.event

    @property
    def id(self) -> str:
        """The telling's id with the ids of its two actors: one a row, the same on every run."""
        ends = (end.id if end else "" for end in (self.source, self.target))
        return ":".join((self.telling.id, *ends))


def coded_deeds(chosen: Chosen) -> Iterator[Deed]:
    """A row for each source and target of each telling that has a type; what happened, unless a status is asked for."""
    for telling in tellings(coded(chosen)):
        if telling.event.type:
            yield from deeds(telling)


def deeds(telling: Telling) -> Iterator[Deed]:
    """Every source with every target but itself: what two do together stands each way, what has no side not."""
    actors = {actor.id: actor for actor in telling.report.actors}
    for source in telling.event.source or (None,):
        for target in telling.event.target or (None,):
            if source != target:
                yield Deed(telling, actors[source] if source else None, actors[target] if target else None)


def quad(deed: Deed) -> int | None:
    """PLOVER's number of the type's quad category, 1 to 4, which GDELT and Phoenix share."""
    entry = codebook().types.get(deed.event.type or "")
    return entry.quad_code if entry else None


def named(event: Event, actor: Actor | None) -> Span | None:
    """Where the actor is first named in the event's sentence; None if it isn't."""
    mentions = actor.mentions if actor else ()
    return min((one.span for one in mentions if event.evidence.holds(one.span)), default=None)


def words(report: Report, event: Event, actor: Actor | None) -> str | None:
    """The words for the actor in the event's sentence."""
    span = named(event, actor)
    return span.of(report.text) if span else None
