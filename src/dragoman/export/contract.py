"""Reports, stories and merged events as the objects of the public contract (docs/contract.md), and back."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.export.reading import from_json
from dragoman.model import MANY_STATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model import (
        Actor,
        Event,
        EventDate,
        Interval,
        MergedEvent,
        Place,
        Published,
        Quotation,
        RawSpan,
        Readout,
        Report,
        Source,
        Span,
        Story,
        TimeExpression,
    )

__all__ = ["from_json", "merged_to_json", "published_to_json", "story_to_json", "to_json"]

_NO_COPIES: Mapping[str, str] = MappingProxyType({})


def to_json(report: Report) -> dict[str, object]:
    """One report as `dragoman extract` prints it: plain dicts, lists, strings and numbers, ready for `json.dumps`."""
    return {
        "id": report.id,
        "source": _source(report.source),
        "title": report.title,
        "language": report.language,
        "text": report.text,
        "body_start": report.body_start,
        "published": published_to_json(report.published),
        "raw": [_raw(one) for one in report.raw],
        "times": [_time(time) for time in report.times],
        "actors": [_actor(actor) for actor in report.actors],
        "places": [_place(place) for place in report.places],
        "quotes": [_quote(quote) for quote in report.quotes],
        "events": [_event(event) for event in report.events],
    }


def story_to_json(story: Story, origin_of: Mapping[str, str] = _NO_COPIES) -> dict[str, object]:
    """One story as `dragoman merge` prints it: `{"kind": "story", "id", "reports", "copies", "from", "to"}`.

    `origin_of` names the report that a report is a copy of: `dict(merged.copies)`. `copies` has those of the story's
    reports that share an origin, a list for each of which there are two or more.
    """
    together: defaultdict[str, list[str]] = defaultdict(list)
    for report in story.reports:
        together[origin_of.get(report, report)].append(report)
    copies = [reports for reports in together.values() if len(reports) > 1]
    about = {"kind": "story", "id": story.id, "reports": list(story.reports), "copies": copies}
    return {**about, **_days(story.interval)}


def merged_to_json(event: MergedEvent) -> dict[str, object]:
    """One merged event as `dragoman merge` prints it: `{"kind": "event", "id", "members", ...}`; `status` is added."""
    return {
        "kind": "event",
        "id": event.id,
        "members": [member._asdict() for member in event.members],
        "type": event.type,
        "source": list(event.source),
        "target": list(event.target),
        "date": _days(event.date) if event.date else None,
        "status": event.status,
        "independent_sources": event.independent_sources,
        "readouts": [_readout(readout) for readout in event.readouts],
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "path": source.path,
        "url": source.url,
        "outlet": source.outlet,
        "byline": source.byline,
        "sha256": source.sha256,
    }


def published_to_json(published: Published) -> dict[str, object]:
    """When a report was published, as `dragoman extract` prints it."""
    evidence = [{**_edges(item.span), "constraint": item.constraint} for item in published.evidence]
    return {
        **_days(published.interval),
        "basis": published.basis,
        "evidence": evidence,
        "stated": published.stated,
        "best": published.best.isoformat() if published.best else None,
    }


def _raw(one: RawSpan) -> dict[str, object]:
    return {**_edges(one.span), "raw_start": one.raw.start, "raw_end": one.raw.end, "line": one.line}


def _time(time: TimeExpression) -> dict[str, object]:
    return {**_edges(time.span), "type": time.type, "value": time.value, **_days(time.interval)}


def _actor(actor: Actor) -> dict[str, object]:
    """One actor; `links` says, mention by mention, which pass linked it.

    `country` is a country's only; `code` also has PLOVER's for bodies of many states, which belong to none.
    """
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": None if actor.country in MANY_STATES else actor.country,
        "code": actor.country,
        "office": actor.office,
        "sector": actor.sector,
        "wikidata": actor.wikidata,
        "mentions": [list(mention.span) for mention in actor.mentions],
        "links": [mention.via for mention in actor.mentions],
    }


def _place(place: Place) -> dict[str, object]:
    return {
        **_edges(place.span),
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
    }


def _quote(quote: Quotation) -> dict[str, object]:
    return {
        **_edges(quote.span),
        "direct": quote.direct,
        "cue": list(quote.cue) if quote.cue else None,
        "speaker": quote.speaker,
        "speaker_span": list(quote.speaker_span) if quote.speaker_span else None,
        "cue_kind": quote.cue_kind,
        "parts": [list(part) for part in quote.parts],
        "addressee": quote.addressee,
        "relay": quote.relay,
        "medium": quote.medium,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "source": list(event.source),
        "target": list(event.target),
        "trigger": list(event.trigger),
        "evidence": list(event.evidence),
        "date": _event_date(event.date) if event.date else None,
        "place": _place(event.place) if event.place else None,
        "status": event.status,
        "reported_by": event.reported_by,
        "background": event.background,
        "primary": event.primary,
        "confidence": event.confidence,
        "because": event.because,
    }


def _event_date(date: EventDate) -> dict[str, object]:
    return {**_days(date.interval), "basis": date.basis}


def _readout(readout: Readout) -> dict[str, object]:
    return {
        "reported_by": readout.reported_by,
        "members": [member._asdict() for member in readout.members],
        "only_here": readout.only_here,
        "conflicts_with": list(readout.conflicts_with),
    }


def _edges(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _days(interval: Interval | None) -> dict[str, object]:
    if interval is None:
        return {"from": None, "to": None}
    return {"from": interval.first.isoformat(), "to": interval.last.isoformat()}
