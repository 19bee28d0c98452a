"""Reports made for tests, here and in the packages above: told by hand, or any that hypothesis can think of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import (
    Actor,
    DateEvidence,
    Event,
    EventDate,
    Interval,
    Mention,
    Place,
    Published,
    Quotation,
    Report,
    Source,
    Span,
    Status,
    TimeExpression,
)

XI = Actor("a1", "Xi Jinping", "person", (), "CHN", "President of China", "GOV", "Q15031")
PARK = Actor("a2", "Park Geun-hye", "person", (), "KOR", "President of South Korea", "GOV", "Q138048")
CHINA = Actor("a3", "China", "country", (), "CHN")
KOREA = Actor("a4", "South Korea", "country", (), "KOR")
NORTH = Actor("a5", "North Korea", "country", (), "PRK")
MINISTRY = Actor("a6", "Ministry of Foreign Affairs of China", "organisation", (), "CHN", None, "GOV")
CABINET = (XI, PARK, CHINA, KOREA, NORTH, MINISTRY)


@dataclass
class Said:
    """One sentence of a made report and the event in it; the trigger is a word of the sentence."""

    sentence: str
    trigger: str
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    type: str | None = "CONSULT"
    status: Status = "actual"
    day: date | None = None
    by: Actor | None = None


def day(number: int) -> date:
    """A day of March 2013."""
    return date(2013, 3, 1) + timedelta(days=number - 1)


def made(name: str, *said: Said, title: str | None = None, on: date | None = None, outlet: str | None = None) -> Report:
    """A report of these sentences, a paragraph each; actors are mentioned where their first name stands."""
    text = f"{title}\n\n" if title else ""
    body_start, events = len(text), []
    for number, one in enumerate(said):
        text += "\n\n" if number else ""
        events.append(_event(f"e{number + 1}", one, len(text)))
        text += one.sentence
    published = Published(Interval(on, on), "given") if on else Published()
    actors = tuple(replace(actor, mentions=_mentions(actor, text)) for actor in CABINET)
    source = Source(f"{name}.txt", "0" * 64, outlet=outlet)
    return Report(name, source, title, text, body_start, published=published, actors=actors, events=tuple(events))


def _event(name: str, one: Said, start: int) -> Event:
    at = start + one.sentence.index(one.trigger)
    return Event(
        id=name,
        type=one.type,
        source=tuple(actor.id for actor in one.source),
        target=tuple(actor.id for actor in one.target),
        trigger=Span(at, at + len(one.trigger)),
        evidence=Span(start, start + len(one.sentence)),
        status=one.status,
        confidence=0.5,
        because="made for a test",
        date=EventDate(Interval(one.day, one.day), "expression") if one.day else None,
        reported_by=one.by.id if one.by else None,
    )


def _mentions(actor: Actor, text: str) -> tuple[Mention, ...]:
    at = text.find(actor.name)
    return (Mention(Span(at, at + len(actor.name)), "name"),) if at >= 0 else ()


T = TypeVar("T")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
NUMBERS = st.floats(-180, 180, allow_subnormal=False)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def intervals() -> st.SearchStrategy[Interval]:
    return st.tuples(DAYS, DAYS).map(lambda days: Interval(min(days), max(days)))


def spans(text: str) -> st.SearchStrategy[Span]:
    edges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return edges.map(lambda pair: Span(min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1])))


def places(text: str) -> st.SearchStrategy[Place]:
    return st.builds(
        Place, spans(text), WORDS, maybe(WORDS), maybe(NUMBERS), maybe(NUMBERS), maybe(st.integers(1, 10**8))
    )


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    """Any report that keeps the model's promises, of any text."""
    text = draw(TEXTS)
    report = Report(
        id="r" + draw(st.text("0123456789abcdef", min_size=1, max_size=4)),
        source=draw(st.builds(Source, WORDS, WORDS, maybe(WORDS), maybe(WORDS), maybe(WORDS))),
        title=draw(maybe(WORDS)),
        text=text,
        body_start=draw(st.integers(0, len(text))),
        language=draw(st.sampled_from(["en", "ko", "und"])),
    )
    return draw(_filled(report)) if text else report


@st.composite
def _filled(draw: st.DrawFn, report: Report) -> Report:
    span = spans(report.text)
    about = (maybe(WORDS), maybe(WORDS), maybe(WORDS), maybe(WORDS))
    kinds = st.sampled_from(["person", "organisation", "country", "group"])
    mentions = st.lists(st.builds(Mention, span, WORDS), max_size=3).map(tuple)
    actor = st.builds(Actor, st.sampled_from(["a1", "a2", "a3"]), WORDS, kinds, mentions, *about)
    actors = draw(st.lists(actor, max_size=3, unique_by=lambda one: one.id))
    names = [one.id for one in actors]
    name = st.sampled_from(names) if names else st.none()
    sides = st.lists(name, max_size=2, unique=True).map(tuple) if names else st.just(())
    event = st.builds(
        Event,
        id=st.sampled_from(["e1", "e2", "e3"]),
        type=st.sampled_from([None, "CONSULT", "ACCUSE"]),
        source=sides,
        target=sides,
        trigger=span,
        evidence=span,
        status=st.sampled_from(["actual", "planned", "denied"]),
        confidence=st.floats(0, 1, allow_subnormal=False),
        because=WORDS,
        mode=maybe(WORDS),
        context=st.lists(WORDS, max_size=2).map(tuple),
        cameo=maybe(WORDS),
        goldstein=maybe(st.floats(-10, 10, allow_subnormal=False)),
        date=maybe(st.builds(EventDate, intervals(), WORDS)),
        place=maybe(places(report.text)),
        reported_by=maybe(name),
        background=st.booleans(),
        primary=st.booleans(),
    )
    quote = st.builds(Quotation, span, st.booleans(), maybe(span), maybe(name), maybe(span))
    time = st.builds(TimeExpression, span, st.sampled_from(["DATE", "SET"]), WORDS, maybe(intervals()))
    evidence = st.lists(st.builds(DateEvidence, span, WORDS), max_size=2).map(tuple)
    dated = st.builds(Published, intervals(), st.sampled_from(["given", "inferred"]), evidence, maybe(WORDS))
    return replace(
        report,
        published=draw(st.just(Published()) | dated),
        times=draw(st.lists(time, max_size=2).map(tuple)),
        actors=tuple(actors),
        places=draw(st.lists(places(report.text), max_size=2).map(tuple)),
        quotes=draw(st.lists(quote, max_size=2).map(tuple)),
        events=tuple(draw(st.lists(event, max_size=3, unique_by=lambda one: one.id))),
    )


def test_a_made_report_points_at_its_words() -> None:
    report = made("r1", Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,)), title="A meeting")
    assert report.events[0].trigger.of(report.text) == "met"
    assert [m.span.of(report.text) for a in report.actors for m in a.mentions] == ["Xi Jinping", "Park Geun-hye"]


@settings(deadline=None)
@given(any_report())
def test_spans_of_any_report_cover_at_least_one_character(report: Report) -> None:
    found = [event.trigger for event in report.events] + [quote.span for quote in report.quotes]
    assert all(span.of(report.text) for span in found)
