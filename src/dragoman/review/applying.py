"""What people decided, brought to bear on a report as the program coded it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.review.anchors import events_at, mentions_at
from dragoman.review.linking import linked
from dragoman.review.naming import with_actors
from dragoman.review.values import SIDES, put, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.model import Event, Report, Span
    from dragoman.review.judgement import Anchor, Judgement, Verb

VERDICTS = frozenset({"confirm", "reject"})


class Ruling(NamedTuple):
    """A judgement that bears on an event of a report, or on a mention in it (`event` is None).

    `side` is "on" or "others", as in the judgement; `was` is what the corrected field held before. `stands` is False
    where a later judgement overrules it.
    """

    judgement: str
    report: str
    event: str | None
    verb: Verb
    side: str = "on"
    field: str | None = None
    was: tuple[str, ...] | None = None
    stands: bool = True


class Applied(NamedTuple):
    """A report as people see it, without the events that they reject, and which judgements bear on what in it.

    A judgement that has no ruling here no longer fits.
    """

    report: Report
    rulings: tuple[Ruling, ...]


@dataclass(slots=True)
class _Desk:
    """A report under review: as it came, what it has become, and what was ruled."""

    events: Mapping[Anchor, tuple[str, ...]]
    mentions: Mapping[Anchor, tuple[Span, ...]]
    report: Report
    rulings: list[Ruling] = field(default_factory=list)


def applied(report: Report, judgements: Sequence[Judgement]) -> Applied:
    """The report with the judgements that are in force and bear on it, given in their order."""
    desk = _Desk(events_at(report), mentions_at(report), report)
    for one in judgements:
        for side, anchors in (("on", one.on), ("others", one.others)):
            for anchor in anchors:
                if anchor.report == report.id:
                    _rule(desk, one, anchor, side)
    rulings = _standing(desk.rulings)
    rejected = {one.event for one in rulings if one.verb == "reject" and one.stands}
    left = tuple(event for event in desk.report.events if event.id not in rejected)
    return Applied(replace(desk.report, events=left), tuple(rulings))


def _rule(desk: _Desk, one: Judgement, anchor: Anchor, side: str) -> None:
    if one.verb == "link":
        for mention in desk.mentions.get(anchor, ()):
            _link(desk, one, mention)
        return
    for event in desk.events.get(anchor, ()):
        if one.verb == "correct":
            _correct(desk, one, event)
        else:
            desk.rulings.append(Ruling(one.id, desk.report.id, event, one.verb, side, _about(one.verb)))


def _about(verb: Verb) -> str | None:
    return "members" if verb in {"merge", "part"} else None


def _correct(desk: _Desk, one: Judgement, name: str) -> None:
    """Correct a field of an event; a name that is neither in the report nor described leaves the judgement lost."""
    value, about = one.value or (), one.field or ""
    event = _event(desk.report, name)
    was = read(event, about, {actor.id: actor.name for actor in desk.report.actors})
    if about in SIDES:
        found = with_actors(desk.report, value, one)
        if found is None:
            return
        desk.report, value = found
    corrected = put(event, about, value)
    desk.report = replace(
        desk.report, events=tuple(corrected if other.id == name else other for other in desk.report.events)
    )
    desk.rulings.append(Ruling(one.id, desk.report.id, name, "correct", field=about, was=was))


def _link(desk: _Desk, one: Judgement, mention: Span) -> None:
    found = with_actors(desk.report, one.value or (), one)
    if found is None or len(found[1]) != 1:
        return
    report, (actor,) = found
    desk.report, touched = linked(report, mention, actor)
    desk.rulings.append(Ruling(one.id, report.id, None, "link", field="mention"))
    desk.rulings += [Ruling(one.id, report.id, event, "link", field=side, was=was) for event, side, was in touched]


def _event(report: Report, name: str) -> Event:
    return next(event for event in report.events if event.id == name)


def _standing(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings with those marked that a later one on the same field, or a later verdict, overrules."""
    last = {_subject(one): one.judgement for one in rulings}
    return [one._replace(stands=last[_subject(one)] == one.judgement) for one in rulings]


def _subject(one: Ruling) -> tuple[str | None, ...]:
    if one.verb in VERDICTS:
        return one.event, "verdict"
    if one.field == "members" or one.event is None:
        return one.event, one.field, one.judgement  # each of these stands beside the others
    return one.event, one.field
