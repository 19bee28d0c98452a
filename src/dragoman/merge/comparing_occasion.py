"""What a report says of one event: the sentences that belong to the occasion, and who says each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.comparing_sentences import sentences
from dragoman.merge.comparing_sides import stands_for
from dragoman.merge.dates import gap, precise
from dragoman.merge.likeness import CLOSE, SLACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.model import Actor, Event, Interval, Quotation, Report, Span

NEAR = 3
"""Sentences from a telling of the event within which undated dealings of its parties belong to it."""
LEAD = 2
"""Sentences of a report's beginning that sum up what it is about, besides its headline."""
FAR = 2
"""Sentences over which a speaker's words are still taken from whoever passed them on before."""


class Occasion(NamedTuple):
    """The parties of an event, and the day where it is known.

    `principals` are the names of those who act in person, or of the parties if no person does; `states` the countries
    for which no person acts, so that anybody may speak for them; `countries` all countries.
    """

    principals: frozenset[str]
    states: frozenset[str]
    countries: frozenset[str]
    day: Interval | None
    type: str | None


class Told(NamedTuple):
    """A stretch of a report that belongs to an occasion, who reports and who speaks (actors of it), and why so."""

    span: Span
    reporter: Actor | None
    speaker: Actor | None
    because: str


class _Sentence(NamedTuple):
    """A sentence with the events and the speech in it."""

    number: int
    span: Span
    events: tuple[Event, ...]
    speech: tuple[Quotation, ...]


class _Teller(NamedTuple):
    """What it takes to say who says a sentence: all of a report, and who last passed on whose words, and where."""

    report: Report
    event_ids: AbstractSet[str]
    about: Occasion
    relayed: AbstractSet[str | None]
    passed_on: dict[str, tuple[int, Actor]]


def occasion(tellings: Iterable[tuple[Report, Event]], day: Interval | None, type_: str | None) -> Occasion:
    """The parties of an event from its tellings; where persons act, they are meant and not their countries."""
    found = [actor for report, event in tellings for actor in _actors(report, (*event.source, *event.target))]
    people = [actor for actor in found if actor.kind == "person"]
    principals = frozenset(actor.name.casefold() for actor in people or found)
    countries = frozenset(state for actor in found if (state := stands_for(actor)))
    states = countries - {stands_for(actor) for actor in people}
    return Occasion(principals, states, countries, precise(day, CLOSE), type_)


def told(report: Report, event_ids: AbstractSet[str], about: Occasion) -> list[Told]:
    """What a report tells of an occasion, in order; `event_ids` are the report's own tellings of the event.

    To these come sentences in which both parties deal with each other on that day, and, sentence by sentence from
    there, the further words of those who speak.
    """
    every = _laid_out(report)
    inside = {one.number for one in every if any(event.id in event_ids for event in one.events)}
    near = _near(report, every, inside)
    inside |= {one.number for one in every if _between_parties(report, one, about, near=one.number in near)}
    inside |= _going_on(report, every, inside, about)
    kept = [one for one in every if one.number in inside]
    relayed = frozenset(quote.speaker for one in kept for quote in one.speech if quote.relay)
    teller = _Teller(report, event_ids, about, relayed, {})
    return [found for one in kept for found in _by_whom(teller, one)]


def _laid_out(report: Report) -> list[_Sentence]:
    return [
        _Sentence(
            number,
            span,
            tuple(event for event in report.events if span.holds(event.trigger)),
            tuple(quote for quote in report.quotes if quote.cue_kind == "speech" and span.overlaps(quote.span)),
        )
        for number, span in enumerate(sentences(report))
    ]


def _actors(report: Report, ids: Iterable[str | None]) -> list[Actor]:
    actors = {actor.id: actor for actor in report.actors}
    return [actors[one] for one in ids if one in actors]


def _near(report: Report, every: Sequence[_Sentence], inside: AbstractSet[int]) -> frozenset[int]:
    """The sentences about those inside, and the headline and lead, which sum them up."""
    body = [one.number for one in every if one.span.start >= report.body_start]
    head = {one.number for one in every} - set(body[LEAD:])
    return frozenset(number + step for number in inside for step in range(-NEAR, NEAR + 1)) | head


def _between_parties(report: Report, sentence: _Sentence, about: Occasion, *, near: bool) -> bool:
    """Whether in a sentence the parties deal with each other: an event of both, or words of one to the other.

    What is not dated in the sentence must stand near to the event; so must everything if the event's day is unknown.
    """
    dealings = [
        (*event.source, *event.target)
        for event in sentence.events
        if event.type and _is_of_the_day(event, about) and (near or (event.date and about.day))
    ]
    if len(about.countries) > 1:
        words = [(quote.speaker, quote.addressee) for quote in sentence.speech if near]
        return any(_are_parties(_actors(report, both), about) for both in (*dealings, *words))
    return any(
        event.type == about.type and _are_parties(_actors(report, event.source), about) and _is_of_the_day(event, about)
        for event in sentence.events
        if event.type and event.date and about.day
    )


def _are_parties(found: Sequence[Actor], about: Occasion) -> bool:
    """Whether these are two parties at least (all, of an event that has but one), one of them in person."""
    countries = {stands_for(actor) for actor in found} & about.countries
    in_person = any(_is_principal(actor, about) for actor in found)
    return in_person and len(countries) >= min(2, len(about.countries))


def _is_of_the_day(event: Event, about: Occasion) -> bool:
    if event.background or event.status == "habitual":
        return False
    return not (event.date and about.day) or gap(event.date.interval, about.day) <= SLACK


def _going_on(report: Report, every: Sequence[_Sentence], inside: AbstractSet[int], about: Occasion) -> frozenset[int]:
    """The sentences next to those inside in which somebody goes on speaking."""
    found = set(inside)
    steps = [(one, other) for one, other in pairwise(every) if _both_in_body(report, one)]
    for here, there in (*steps, *((other, one) for one, other in reversed(steps))):
        if here.number in found and _goes_on(report, here, there, about):
            found.add(there.number)
    return frozenset(found)


def _both_in_body(report: Report, sentence: _Sentence) -> bool:
    return sentence.span.start >= report.body_start


def _goes_on(report: Report, here: _Sentence, there: _Sentence, about: Occasion) -> bool:
    """Whether in the sentence there somebody speaks who speaks or is named here, or a party to the event does."""
    voices = {voice for quote in here.speech for voice in (quote.speaker, quote.relay)}
    voices |= {event.reported_by for event in here.events}
    voices |= {actor.id for actor in report.actors if _is_principal(actor, about)}
    voices.discard(None)
    speaks = any({quote.speaker, quote.relay} & voices for quote in there.speech)
    return speaks and not any(_is_elsewhere(event, about) for event in there.events)


def _is_principal(actor: Actor, about: Occasion) -> bool:
    return actor.name.casefold() in about.principals or stands_for(actor) in about.states


def _is_elsewhere(event: Event, about: Occasion) -> bool:
    """Whether an event is dated in so many words, and on other days; one still ahead is what they spoke about."""
    dated = event.date and event.date.basis == "expression" and event.status == "actual" and about.day
    return bool(dated) and not _is_of_the_day(event, about)


def _by_whom(teller: _Teller, one: _Sentence) -> list[Told]:
    """A sentence by who reports it; one in which several speak falls into what each says."""
    report = teller.report
    speakers = _actors(report, dict.fromkeys(quote.speaker for quote in one.speech))
    relays = [actor for actor in _relays(report, one) if actor.name.casefold() not in teller.about.principals]
    speaker = next((actor for actor in speakers if actor not in relays), None)
    if len(relays) == 1:
        return [_relayed(teller, one, relays[0], speaker)]
    if not relays and len({stands_for(actor) or actor.id for actor in speakers}) < 2:
        return [_plain(teller, one, speaker)]
    parts = [one._replace(span=quote.span, speech=(quote,), events=()) for quote in _outermost(one)]
    if any(not any(part.span.holds(event.trigger) for part in parts) for event in _tellings(teller, one)):
        return [Told(one.span, None, None, "the report tells it itself, and several speak in the sentence")]
    return [found for part in parts for found in _by_whom(teller, part)]


def _relays(report: Report, one: _Sentence) -> list[Actor]:
    return _actors(report, dict.fromkeys(quote.relay for quote in one.speech if quote.relay))


def _tellings(teller: _Teller, one: _Sentence) -> list[Event]:
    return [event for event in one.events if event.id in teller.event_ids]


def _relayed(teller: _Teller, one: _Sentence, relay: Actor, speaker: Actor | None) -> Told:
    for quote in one.speech:
        if quote.speaker and quote.relay == relay.id:
            teller.passed_on[quote.speaker] = one.number, relay
    return Told(one.span, relay, speaker, f"{relay.name} is named as the source in this sentence")


def _plain(teller: _Teller, one: _Sentence, speaker: Actor | None) -> Told:
    """A sentence in which nobody passes on what another says: it goes on from one before, or is its speaker's own.

    What a party says to the other is known from somebody: from whoever is named just before, else from the report.
    """
    report, about = teller.report, teller.about
    if speaker is None:
        said_by = _actors(report, dict.fromkeys(event.reported_by for event in one.events if _matters(teller, event)))
        if len(said_by) == 1:
            return Told(one.span, said_by[0], None, f"{said_by[0].name} is given as the source")
        return Told(one.span, None, None, "no source is given but the report itself")
    number, before = teller.passed_on.get(speaker.id, (-FAR, None))
    if before and one.number - number <= FAR and one.span.start >= report.body_start:
        teller.passed_on[speaker.id] = one.number, before
        return Told(one.span, before, speaker, f"{before.name} passed on {speaker.name}'s words just before")
    to_party = any(_is_party(report, quote.addressee, about) for quote in one.speech)
    if speaker.id in teller.relayed or (to_party and _is_party(report, speaker.id, about)):
        return Told(one.span, None, speaker, f"the report gives {speaker.name}'s words and names no source here")
    return Told(one.span, speaker, speaker, f"{speaker.name} says so")


def _matters(teller: _Teller, event: Event) -> bool:
    acting = {actor.name.casefold() for actor in _actors(teller.report, (*event.source, *event.target))}
    return event.id in teller.event_ids or bool(acting & teller.about.principals)


def _is_party(report: Report, actor_id: str | None, about: Occasion) -> bool:
    return any(
        actor.name.casefold() in about.principals or stands_for(actor) in about.countries
        for actor in _actors(report, [actor_id])
    )


def _outermost(one: _Sentence) -> list[Quotation]:
    """The quotations of a sentence that lie in no other, each stretch once."""
    by_span = {quote.span: quote for quote in one.speech}
    return [
        quote
        for span, quote in sorted(by_span.items())
        if not any(other != span and other.holds(span) for other in by_span)
    ]
