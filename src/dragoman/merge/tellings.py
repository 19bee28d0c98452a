"""One report's telling of one event, laid out for comparison with others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.merge.dates import first_day
from dragoman.merge.words import content_words
from dragoman.model import Interval, Member

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dragoman.model import Actor, Event, Report, Span, Status

Side = tuple[str, ...]

STATUS_CLASS: Mapping[Status, str] = {
    "actual": "actual",
    "planned": "ahead",
    "proposed": "ahead",
    "conditional": "ahead",
    "denied": "denied",
    "negated": "denied",
    "alleged": "alleged",
    "habitual": "habitual",
}
"""Tellings of different classes are never one event: a plan is not what came of it."""

_MUTUAL = frozenset({"CONSULT", "COOPERATE"})  # who met whom depends on who writes
_MANY_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})  # codes of kinds of bodies, not of one body

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINAL_WORDS = _ORDINALS.split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_ORDINAL = re.compile(
    rf"\b({'|'.join(_ORDINAL_WORDS)}|\d+(?:st|nd|rd|th))\s+(?!(?:of\s+)?{_MONTH}|time\b|lady\b|century\b)[a-z]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of one event.

    `who` and `whom` hold names of the actors, `people` the names of the persons among them by side and country (a
    mutual event has one side); `block` is what two tellings must share to be compared at all. `reporter` is the name of
    who says so, None for the report itself. `words` are stems of the sentence without the actors' names, `sentence` its
    exact words.
    """

    member: Member
    published: date
    block: tuple[str, ...]
    type: str | None
    status: Status
    interval: Interval | None
    who: Side
    whom: Side
    people: Mapping[tuple[str, str], frozenset[str]]
    reporter: str | None
    outlet: str | None
    codes: frozenset[str]
    trigger: frozenset[str]
    words: frozenset[str]
    ordinals: frozenset[str]
    years: frozenset[str]
    sentence: str
    evidence: Span

    @property
    def order(self) -> tuple[date, Member]:
        """The order in which tellings are taken: by the report's date, unknown last, then ids."""
        return self.published, self.member


def tellings(report: Report) -> list[Telling]:
    """The events of a report as tellings. An actor id that names no actor of the report is passed over."""
    actors = {actor.id: actor for actor in report.actors}
    return [_telling(report, event, actors) for event in report.events]


def _telling(report: Report, event: Event, actors: Mapping[str, Actor]) -> Telling:
    who = [actors[name] for name in event.source if name in actors]
    whom = [actors[name] for name in event.target if name in actors]
    reporter = actors.get(event.reported_by or "")
    sentence = event.evidence.of(report.text)
    mutual = event.type in _MUTUAL or (bool(who) and set(event.source) == set(event.target))
    names = {word for actor in (*who, *whom) for word in _name_words(actor, report.text)}
    return Telling(
        member=Member(report.id, event.id),
        published=first_day(report.published.interval),
        block=_block(event, who, whom, mutual=mutual),
        type=event.type,
        status=event.status,
        interval=event.date.interval if event.date else None,
        who=tuple(actor.name for actor in who),
        whom=tuple(actor.name for actor in whom),
        people=_people({"": [*who, *whom]} if mutual else {"source": who, "target": whom}),
        reporter=reporter.name if reporter else None,
        outlet=report.source.outlet,
        codes=frozenset(code for code in (event.cameo, event.mode) if code),
        trigger=frozenset(content_words(event.trigger.of(report.text))),
        words=frozenset(content_words(sentence)) - names,
        ordinals=_ordinals(sentence),
        years=frozenset(_YEAR.findall(sentence)),
        sentence=sentence,
        evidence=event.evidence,
    )


def _block(event: Event, who: Iterable[Actor], whom: Iterable[Actor], *, mutual: bool) -> tuple[str, ...]:
    """Status class, type and dyad; the sides of a mutual event have no order."""
    one, other = _states(who), _states(whom)
    sides = ["with", *sorted(one | other)] if mutual else [*sorted(one), "to", *sorted(other)]
    return STATUS_CLASS[event.status], event.type or "", *sides


def _states(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of a side; an actor that stands for no one country goes by name."""
    return frozenset(
        actor.country if actor.country and actor.country not in _MANY_STATES else actor.name.casefold()
        for actor in actors
    )


def _people(sides: Mapping[str, Iterable[Actor]]) -> Mapping[tuple[str, str], frozenset[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for side, actors in sides.items():
        for actor in actors:
            if actor.kind == "person":
                found[side, actor.country or ""].add(actor.name.casefold())
    return {key: frozenset(names) for key, names in found.items()}


def _name_words(actor: Actor, text: str) -> Iterable[str]:
    yield from content_words(actor.name)
    for mention in actor.mentions:
        yield from content_words(mention.span.of(text))


def _ordinals(sentence: str) -> frozenset[str]:
    """Ordinals that count something ("third test"), as numbers; not those of dates or of "first time"."""
    found = (match.group(1).casefold() for match in _ORDINAL.finditer(sentence))
    return frozenset(
        str(_ORDINAL_WORDS.index(word) + 1) if word in _ORDINAL_WORDS else word.rstrip("stndrh") for word in found
    )
