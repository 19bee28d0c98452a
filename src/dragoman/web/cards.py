"""What was found in a report as plain data, each thing under the id by which its words lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.web.wording import days, names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model import Actor, Event, Quotation, Report, TimeExpression

Card = dict[str, object]


def event_card(event: Event, called: Mapping[str, str]) -> Card:
    """An event's fields in words; `called` are the report's actors' names by id."""
    who, whom = [called[one] for one in event.source], [called[one] for one in event.target]
    when = f"{days(*event.date.interval)}, from the {event.date.basis}" if event.date else None
    return {
        "card": event.id,
        "who": who,
        "whom": whom,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "when": when,
        "where": event.place.name if event.place else None,
        "status": event.status,
        "reported_by": called.get(event.reported_by or ""),
        "background": event.background,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "confidence": event.confidence,
        "because": event.because,
    }


def quote_card(number: int, quote: Quotation, report: Report, called: Mapping[str, str]) -> Card:
    """A quotation's fields in words."""
    return {
        "card": f"q{number}",
        "speaker": called.get(quote.speaker or ""),
        "how": "word for word" if quote.direct else "reported",
        "words": quote.span.of(report.text),
        "cue": quote.cue.of(report.text) if quote.cue else None,
        "cue_kind": quote.cue_kind,
        "addressee": called.get(quote.addressee or ""),
        "relay": called.get(quote.relay or ""),
        "medium": quote.medium,
    }


def actor_card(number: int, actor: Actor, report: Report) -> Card:
    """An actor's fields, and by what its mentions were linked."""
    return {
        "card": f"a{number}",
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "office": actor.office,
        "sector": actor.sector,
        "wikidata": actor.wikidata,
        "mentions": [{"words": one.span.of(report.text), "via": one.via} for one in actor.mentions],
    }


def time_card(number: int, time: TimeExpression, report: Report) -> Card:
    """A time's fields."""
    return {
        "card": f"t{number}",
        "words": time.span.of(report.text),
        "type": time.type,
        "value": time.value,
        "days": days(*time.interval) if time.interval else None,
    }


def cards_of(report: Report) -> dict[str, list[Card]]:
    """All that was found in a report, by kind, in the order of the text."""
    called = {actor.id: actor.name for actor in report.actors}
    return {
        "events": [event_card(one, called) for one in sorted(report.events, key=lambda one: one.trigger)],
        "quotes": [quote_card(no, one, report, called) for no, one in enumerate(report.quotes)],
        "actors": [actor_card(no, one, report) for no, one in enumerate(report.actors)],
        "times": [time_card(no, one, report) for no, one in enumerate(report.times)],
    }


def dated(report: Report) -> Card:
    """When a report was published, in words, and what says so."""
    published = report.published
    return {
        "days": days(*published.interval) if published.interval else None,
        "basis": published.basis,
        "best": published.best,
        "stated": published.stated,
        "evidence": [
            {"card": f"d{no}", "words": one.span.of(report.text), "constraint": one.constraint}
            for no, one in enumerate(published.evidence)
        ],
    }


def whole(card: Card) -> str:
    """Who to whom in a line."""
    who, whom = card["who"], card["whom"]
    assert isinstance(who, list)
    assert isinstance(whom, list)
    return f"{names(who)} → {names(whom)}"
