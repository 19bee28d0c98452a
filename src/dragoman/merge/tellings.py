"""One report's telling of one event, laid out for comparison with others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from sys import intern
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

FORESEEN = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "AID"})
"""Types that are one before the event: a plan to meet is AGREE in one report, a planned CONSULT in another."""

_MUTUAL = frozenset({"CONSULT", "COOPERATE"})  # who met whom depends on who writes
_MANY_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})  # codes of kinds of bodies, not of one body

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINAL_WORDS = _ORDINALS.split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_ORDINAL = re.compile(
    rf"\b({'|'.join(_ORDINAL_WORDS)}|\d+(?:st|nd|rd|th))\s+(?!(?:of\s+)?{_MONTH}|time\b|lady\b|century\b)([a-z]\w*(?:\s+[a-z]\w*)?)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of one event.

    `who` and `whom` hold names of the actors, `people` the names of the persons among them by side and country (a
    mutual event has one side); `kind` is what two tellings must share to be compared at all: status class and type.
    `sides` are the countries of source and target, both in the first if the event is mutual. `reporter` is the name of
    who says so, None for the report itself. `words` are stems of the sentence without the actors' names, `sentence` its
    exact words. `own_day` says that the date rests on the text and not on the report's own. `counted` are ordinals with
    the word they count: "third test" is ("3", "test"). `mark` tells the event from all others of its report by its
    words alone, so that it stays when they are numbered anew.
    """

    member: Member
    mark: str
    published: date
    kind: tuple[str, str]
    sides: tuple[frozenset[str], frozenset[str]]
    mutual: bool
    type: str | None
    status: Status
    interval: Interval | None
    own_day: bool
    who: Side
    whom: Side
    people: Mapping[tuple[str, str], frozenset[str]]
    reporter: str | None
    outlet: str | None
    codes: frozenset[str]
    trigger: frozenset[str]
    words: frozenset[str]
    counted: frozenset[tuple[str, str]]
    years: frozenset[str]
    sentence: str
    evidence: Span
    at: Span
    headline: bool

    @property
    def order(self) -> tuple[date, str, Span, str]:
        """The order in which tellings are taken: by the report's date, unknown last, its id, and place in its text."""
        return self.published, self.member.report, self.at, self.mark

    @property
    def block(self) -> tuple[str, ...]:
        """Kind and dyad in full, for those who leave nothing open; the sides of a mutual event have no order."""
        one, other = (sorted(side) for side in self.sides)
        return (*self.kind, "with", *one) if self.mutual else (*self.kind, *one, "to", *other)

    @property
    def countries(self) -> frozenset[str]:
        """All whom the event concerns."""
        return self.sides[0] | self.sides[1]


def tellings(report: Report) -> list[Telling]:
    """The events of a report as tellings. An actor id that names no actor of the report is passed over."""
    actors = {actor.id: actor for actor in report.actors}
    marks = _marks(report)
    return [_telling(report, event, actors, mark) for event, mark in zip(report.events, marks, strict=True)]


def _marks(report: Report) -> list[str]:
    """For each event a digest of its sentence and trigger, and its number among those that have the same words."""
    keys = [_digest(f"{event.evidence.of(report.text)}\n{event.trigger.of(report.text)}") for event in report.events]
    places = [(event.trigger, event.type or "", event.id) for event in report.events]
    earlier = [sorted(place for place, key in zip(places, keys, strict=True) if key == mine) for mine in keys]
    return [f"{key}-{same.index(place)}" for key, place, same in zip(keys, places, earlier, strict=True)]


def _digest(words: str) -> str:
    return blake2b(words.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def stems(text: str) -> frozenset[str]:
    """The stems of a text, each kept in memory once however many tellings have it."""
    return frozenset(map(intern, content_words(text)))


@lru_cache(maxsize=1 << 14)
def _same(names: frozenset[str]) -> frozenset[str]:
    """The set that equals this one and is there already: sides are few, and tellings many."""
    return names


def _telling(report: Report, event: Event, actors: Mapping[str, Actor], mark: str) -> Telling:
    who = [actors[name] for name in event.source if name in actors]
    whom = [actors[name] for name in event.target if name in actors]
    reporter = actors.get(event.reported_by or "")
    sentence = event.evidence.of(report.text)
    mutual = event.type in _MUTUAL or (bool(who) and set(event.source) == set(event.target))
    names = {word for actor in (*who, *whom) for word in _name_words(actor, report.text)}
    return Telling(
        member=Member(report.id, event.id),
        mark=mark,
        published=first_day(report.published.interval),
        kind=kind_of(event.status, event.type),
        sides=(_states((*who, *whom)), frozenset()) if mutual else (_states(who), _states(whom)),
        mutual=mutual,
        type=event.type,
        status=event.status,
        interval=event.date.interval if event.date else None,
        own_day=event.date is not None and event.date.basis != "report",
        who=tuple(actor.name for actor in who),
        whom=tuple(actor.name for actor in whom),
        people=_people({"": [*who, *whom]} if mutual else {"source": who, "target": whom}),
        reporter=reporter.name if reporter else None,
        outlet=report.source.outlet,
        codes=_same(frozenset(code for code in (event.cameo, event.mode) if code)),
        trigger=_same(stems(event.trigger.of(report.text))),
        words=stems(sentence) - names,
        counted=counted_in(sentence),
        years=frozenset(_YEAR.findall(sentence)),
        sentence=sentence,
        evidence=event.evidence,
        at=event.trigger,
        headline=event.trigger.end <= report.body_start,
    )


def kind_of(status: Status, code: str | None) -> tuple[str, str]:
    """Status class and type; of what is still ahead, agreeing to do a thing is the thing."""
    group = STATUS_CLASS[status]
    return group, "AGREE" if group == "ahead" and code in FORESEEN else code or ""


def party_of(country: str | None, name: str) -> str:
    """The country of an actor; one that stands for no one country goes by name."""
    return country if country and country not in _MANY_STATES else name.casefold()


def _states(actors: Iterable[Actor]) -> frozenset[str]:
    return _same(frozenset(party_of(actor.country, actor.name) for actor in actors))


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


def counted_in(sentence: str) -> frozenset[tuple[str, str]]:
    """Ordinals with the words that they count ("third nuclear test"), as numbers; no dates and no "first time"."""
    found: set[tuple[str, str]] = set()
    for match in _ORDINAL.finditer(sentence):
        word = match.group(1).casefold()
        number = str(_ORDINAL_WORDS.index(word) + 1) if word in _ORDINAL_WORDS else word.rstrip("stndrh")
        found.update((number, noun) for noun in content_words(match.group(2)))
    return frozenset(found)
