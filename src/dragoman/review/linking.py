"""A mention given to another actor, and what follows from that for events and quotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model import Mention

if TYPE_CHECKING:
    from dragoman.model import Actor, Event, Quotation, Report, Span

VIA = "review"
"""Of a mention that a person linked."""


class Touched(NamedTuple):
    """An event in which a link changed a field, and the names that stood there."""

    event: str
    field: str
    was: tuple[str, ...]


def linked(report: Report, mention: Span, actor: str) -> tuple[Report, tuple[Touched, ...]]:
    """The report with the mention given to the actor of this id, and the events that change with it.

    An event whose sentence holds the mention, and no other of the actor who had it, has the new actor in that one's
    place; so has a quotation whose speaker the mention names.
    """
    old = next((one for one in report.actors if any(at.span == mention for at in one.mentions)), None)
    if old is None or old.id == actor:
        return report, ()
    moved = replace(report, actors=tuple(_moved(one, mention, actor) for one in report.actors))
    names = {one.id: one.name for one in moved.actors}
    changed = {event.id: _event(event, mention, old, actor) for event in report.events}
    touched = tuple(
        Touched(event.id, field, tuple(names[one] for one in _side(event, field)))
        for event in report.events
        for field in ("source", "target", "reported_by")
        if _side(event, field) != _side(changed[event.id], field)
    )
    quotes = tuple(_quote(quote, mention, old.id, actor) for quote in report.quotes)
    return replace(moved, events=tuple(changed.values()), quotes=quotes), touched


def _moved(one: Actor, mention: Span, to: str) -> Actor:
    kept = tuple(at for at in one.mentions if at.span != mention)
    if one.id == to:
        kept = tuple(sorted((*kept, Mention(mention, VIA)), key=lambda at: at.span))
    return replace(one, mentions=kept)


def _event(event: Event, mention: Span, old: Actor, new: str) -> Event:
    others = (at.span for at in old.mentions if at.span != mention)
    if not event.evidence.holds(mention) or any(event.evidence.holds(span) for span in others):
        return event
    return replace(
        event,
        source=_put(event.source, old.id, new),
        target=_put(event.target, old.id, new),
        reported_by=new if event.reported_by == old.id else event.reported_by,
    )


def _put(side: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if one == old else one for one in side))


def _side(event: Event, field: str) -> tuple[str, ...]:
    if field == "reported_by":
        return (event.reported_by,) if event.reported_by else ()
    return event.source if field == "source" else event.target


def _quote(quote: Quotation, mention: Span, old: str, new: str) -> Quotation:
    beside = quote.speaker_span is not None and quote.speaker_span.overlaps(mention)
    return replace(quote, speaker=new) if beside and quote.speaker == old else quote
