"""Rows of `dragoman extract` back into reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from dragoman.export.fields import Fields
from dragoman.model import (
    Actor,
    ActorKind,
    Basis,
    CueKind,
    DateEvidence,
    Event,
    EventDate,
    Mention,
    Place,
    Published,
    Quotation,
    RawSpan,
    Report,
    Source,
    Span,
    Status,
    TimeExpression,
    TimeType,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def from_json(row: Mapping[str, object]) -> Report:
    """The report that a row of `dragoman extract` stands for; `from_json(to_json(r)) == r` but for the parse.

    Raises InputError naming the report and the field if one is missing, of the wrong kind, or points outside the text.
    """
    owner = row.get("id")
    fields = Fields(row, owner if isinstance(owner, str) else "without an id")
    text = fields.text("text")
    fields = fields._replace(size=len(text))
    return Report(
        id=fields.text("id"),
        source=_source(fields.inner("source")),
        title=fields.maybe_text("title"),
        text=text,
        body_start=fields.offset("body_start"),
        language=fields.maybe_text("language") or "und",
        published=_published(fields.maybe_inner("published")),
        raw=tuple(_raw(item) for item in fields.each("raw")),
        times=tuple(_time(item) for item in fields.each("times")),
        actors=tuple(_actor(item) for item in fields.each("actors")),
        places=tuple(_place(item) for item in fields.each("places")),
        quotes=tuple(_quote(item) for item in fields.each("quotes")),
        events=tuple(_event(item) for item in fields.each("events")),
    )


def _source(row: Fields) -> Source:
    return Source(
        path=row.text("path"),
        sha256=row.text("sha256"),
        url=row.maybe_text("url"),
        outlet=row.maybe_text("outlet"),
        byline=row.maybe_text("byline"),
    )


def _published(row: Fields | None) -> Published:
    if row is None:
        return Published()
    interval = row.maybe_interval()
    basis = cast("Basis", row.choice("basis", get_args(Basis)))
    if (interval is None) != (basis == "unknown"):
        raise row.wrong("basis", "says 'unknown' exactly when there is no date")
    evidence = tuple(DateEvidence(item.edges(), item.text("constraint")) for item in row.each("evidence"))
    return Published(interval, basis, evidence, row.maybe_text("stated"), row.maybe_day("best"))


def _raw(row: Fields) -> RawSpan:
    return RawSpan(row.edges(), Span(row.whole("raw_start"), row.whole("raw_end")), row.whole("line"))


def _time(row: Fields) -> TimeExpression:
    kind = cast("TimeType", row.choice("type", get_args(TimeType)))
    return TimeExpression(row.edges(), kind, row.text("value"), row.maybe_interval())


def _actor(row: Fields) -> Actor:
    spans = row.spans("mentions")
    links = row.texts("links") or ("unknown",) * len(spans)
    if len(links) != len(spans):
        raise row.wrong("links", "is not as long as 'mentions'")
    return Actor(
        id=row.text("id"),
        name=row.text("name"),
        kind=cast("ActorKind", row.choice("kind", get_args(ActorKind))),
        mentions=tuple(Mention(span, via) for span, via in zip(spans, links, strict=True)),
        country=row.maybe_text("code") or row.maybe_text("country"),
        office=row.maybe_text("office"),
        sector=row.maybe_text("sector"),
        wikidata=row.maybe_text("wikidata"),
    )


def _place(row: Fields) -> Place:
    return Place(
        span=row.edges(),
        name=row.text("name"),
        country=row.maybe_text("country"),
        lat=row.maybe_number("lat"),
        lon=row.maybe_number("lon"),
        geonames=row.maybe_whole("geonames"),
    )


def _quote(row: Fields) -> Quotation:
    return Quotation(
        span=row.edges(),
        direct=row.flag("direct"),
        cue=row.maybe_span("cue"),
        speaker=row.maybe_text("speaker"),
        speaker_span=row.maybe_span("speaker_span"),
        cue_kind=cast("CueKind", row.choice("cue_kind", get_args(CueKind)) if "cue_kind" in row.data else "speech"),
        parts=row.spans("parts"),
        addressee=row.maybe_text("addressee"),
        relay=row.maybe_text("relay"),
        medium=row.maybe_text("medium"),
    )


def _event(row: Fields) -> Event:
    confidence = row.maybe_number("confidence")
    if confidence is None or not 0 <= confidence <= 1:
        raise row.wrong("confidence", "is not a number from 0 to 1")
    place = row.maybe_inner("place")
    return Event(
        id=row.text("id"),
        type=row.maybe_text("type"),
        source=row.texts("source"),
        target=row.texts("target"),
        trigger=row.span("trigger"),
        evidence=row.span("evidence"),
        status=cast("Status", row.choice("status", get_args(Status))),
        confidence=confidence,
        because=row.maybe_text("because") or "",
        mode=row.maybe_text("mode"),
        context=row.texts("context"),
        cameo=row.maybe_text("cameo"),
        goldstein=row.maybe_number("goldstein"),
        date=_event_date(row.maybe_inner("date")),
        place=_place(place) if place else None,
        reported_by=row.maybe_text("reported_by"),
        background=row.flag("background"),
        primary=row.flag("primary"),
    )


def _event_date(row: Fields | None) -> EventDate | None:
    if row is None:
        return None
    interval = row.maybe_interval()
    if interval is None:
        raise row.wrong("from", "is missing; an event of unknown date has null for 'date'")
    return EventDate(interval, row.maybe_text("basis") or "")
