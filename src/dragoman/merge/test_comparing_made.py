"""Reports made for comparing: paragraphs, and by hand the quotations and events in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model import (
    Actor,
    Event,
    EventDate,
    Interval,
    Member,
    Mention,
    MergedEvent,
    Published,
    Quotation,
    Report,
    Source,
    Span,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MACRON = Actor("a1", "Emmanuel Macron", "person", (), "FRA", "President of France", "GOV")
ERDOGAN = Actor("a2", "Recep Tayyip Erdoğan", "person", (), "TUR", "President of Turkey", "GOV")
PALACE = Actor("a3", "presidency of France", "organisation", (), "FRA", None, "GOV")
KALIN = Actor("a4", "İbrahim Kalın", "person", (), "TUR", "spokesman", "GOV")
FRANCE = Actor("a5", "France", "country", (), "FRA", None, "GOV")
TURKEY = Actor("a6", "Turkey", "country", (), "TUR", None, "GOV")
OFFICE = Actor("a7", "presidency", "organisation", (), None, None, "GOV")
EXPERTS = Actor("a8", "experts", "group", (), None, None, "EDU")
CAST = (MACRON, ERDOGAN, PALACE, KALIN, FRANCE, TURKEY, OFFICE, EXPERTS)
WORDS = {MACRON.id: "Macron", ERDOGAN.id: "Erdogan", PALACE.id: "French presidency", KALIN.id: "Kalin"}

CALLED = date(2021, 3, 2)


def page(name: str, *paragraphs: str, title: str = "", on: date | None = None, outlet: str | None = None) -> Report:
    """A report of these paragraphs, in which nothing was found yet but who is named."""
    head = f"{title}\n\n" if title else ""
    text = head + "\n\n".join(paragraphs)
    actors = tuple(replace(actor, mentions=_mentions(actor, text)) for actor in CAST)
    published = Published(Interval(on, on), "given") if on else Published()
    source = Source(f"{name}.txt", "0" * 64, outlet=outlet)
    return Report(name, source, title or None, text, len(head), published=published, actors=actors)


def _mentions(actor: Actor, text: str) -> tuple[Mention, ...]:
    word = WORDS.get(actor.id, actor.name)
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return tuple(Mention(Span(at, at + len(word)), "name") for at in starts)


def spot(report: Report, words: str) -> Span:
    """Where these words stand for the first time."""
    at = report.text.index(words)
    return Span(at, at + len(words))


def quoting(  # noqa: PLR0913  a quotation has as many parts
    report: Report,
    words: str,
    by: Actor,
    cue: str = "said",
    *,
    relay: Actor | None = None,
    addressee: Actor | None = None,
) -> Report:
    """The report with a quotation; the cue is the first of its kind after it, or the last before."""
    span = spot(report, words)
    at = report.text.find(cue, span.end)
    at = at if at >= 0 else report.text.rfind(cue, 0, span.start)
    quote = Quotation(
        span,
        direct=report.text[span.start - 1 : span.start] == '"',
        cue=Span(at, at + len(cue)),
        speaker=by.id,
        relay=relay.id if relay else None,
        addressee=addressee.id if addressee else None,
    )
    return replace(report, quotes=(*report.quotes, quote))


def telling(  # noqa: PLR0913  an event has as many parts
    report: Report,
    trigger: str,
    sentence: str,
    source: Sequence[Actor] = (MACRON,),
    target: Sequence[Actor] = (ERDOGAN,),
    *,
    type_: str = "CONSULT",
    status: Status = "actual",
    on: date | None = CALLED,
    by: Actor | None = None,
) -> Report:
    """The report with an event; its trigger stands in its sentence, its day in the text."""
    evidence = spot(report, sentence)
    start = report.text.index(trigger, evidence.start)
    event = Event(
        id=f"e{len(report.events) + 1}",
        type=type_,
        source=tuple(actor.id for actor in source),
        target=tuple(actor.id for actor in target),
        trigger=Span(start, start + len(trigger)),
        evidence=evidence,
        status=status,
        confidence=0.8,
        because="made for a test",
        date=EventDate(Interval(on, on), "expression") if on else None,
        reported_by=by.id if by else None,
    )
    return replace(report, events=(*report.events, event))


def merged(*reports: Report, day: date | None = CALLED) -> MergedEvent:
    """The first events of these reports as one."""
    members = tuple(Member(report.id, report.events[0].id) for report in reports)
    first = reports[0].events[0]
    names = {actor.id: actor.name for actor in CAST}
    interval = Interval(day, day) if day else None
    who, whom = (tuple(names[one] for one in side) for side in (first.source, first.target))
    return MergedEvent("e1", members, first.type, who, whom, interval, first.status, 1, ())


LEAD = "Macron told Erdogan in a call on Tuesday that deeds must follow conciliatory words, the French presidency said."
OFFER = '"France is ready to resume talks on Libya and Syria if obligations are respected," Macron said.'
REPLY = "Erdogan proposed that they fight terrorism together, his spokesman Kalin said."
OTHER_OFFER = (
    "France is prepared to resume the talks about Syria and Libya provided that obligations are respected, "
    "Macron told Erdogan in a call on Tuesday, the French presidency said in a statement."
)


def lyon() -> Report:
    """One report of a call: the one presidency's text, and the other president's spokesman's words."""
    made = page("lyon", LEAD, OFFER, REPLY, "Rain is expected.", on=date(2021, 3, 3), outlet="Lyon Courier")
    made = telling(made, "call", LEAD, by=PALACE)
    made = quoting(made, LEAD.removesuffix(", the French presidency said."), PALACE)
    made = quoting(made, "that deeds must follow conciliatory words", MACRON, relay=PALACE, addressee=ERDOGAN)
    made = quoting(made, OFFER[1:82], MACRON)
    made = quoting(made, "Erdogan proposed that they fight terrorism together", KALIN)
    return quoting(made, "that they fight terrorism together", ERDOGAN, "proposed", relay=KALIN)


def izmir(relay: Actor = PALACE) -> Report:
    """Another report of that call: the presidency's text again, in another rendering."""
    made = page("izmir", OTHER_OFFER, "Hotels are full.", on=date(2021, 3, 3), outlet="Izmir Post")
    made = telling(made, "call", OTHER_OFFER, by=relay)
    words = OTHER_OFFER[: OTHER_OFFER.index(", Macron told")]
    return quoting(made, words, MACRON, "told", relay=relay, addressee=ERDOGAN)
