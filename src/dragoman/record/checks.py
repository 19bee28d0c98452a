"""What must hold of a report before it may enter the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Event, Quotation, Report, Span


def faults(report: Report) -> Iterator[str]:
    """What is wrong with a report, a line each: spans outside the text, actors that are not there, ids used twice.

    None of this can come of an input; it is a stage's mistake.
    """
    try:
        report.text.encode()
    except UnicodeEncodeError as error:
        yield f"report {report.id}: its text holds half a character at {error.start}, which no file can"
    for field, span in _spans(report):
        if not 0 <= span.start < span.end <= len(report.text):
            yield f"report {report.id}: {field} {list(span)} lies outside its text of {len(report.text)}"
    if not 0 <= report.body_start <= len(report.text):
        yield f"report {report.id}: body_start {report.body_start} lies outside its text of {len(report.text)}"
    actors = [actor.id for actor in report.actors]
    for field, actor in _references(report):
        if actor not in actors:
            yield f"report {report.id}: {field} names {actor!r}, which is no actor of the report"
    yield from (f"report {report.id}: two actors have the id {one!r}" for one in _twice(actors))
    yield from (f"report {report.id}: two events have the id {one!r}" for one in _twice([e.id for e in report.events]))


def _twice(ids: list[str]) -> list[str]:
    return sorted({one for one in ids if ids.count(one) > 1})


def _spans(report: Report) -> Iterator[tuple[str, Span]]:
    """Every span of a report and the field that it stands in."""
    yield from ((f"raw[{no}]", item.span) for no, item in enumerate(report.raw))
    yield from ((f"published.evidence[{no}]", item.span) for no, item in enumerate(report.published.evidence))
    yield from ((f"times[{no}]", time.span) for no, time in enumerate(report.times))
    yield from ((f"places[{no}]", place.span) for no, place in enumerate(report.places))
    for actor in report.actors:
        yield from ((f"actors.{actor.id}.mentions[{no}]", mention.span) for no, mention in enumerate(actor.mentions))
    for no, quote in enumerate(report.quotes):
        yield from ((f"quotes[{no}]{field}", span) for field, span in _of_quote(quote) if span)
    for event in report.events:
        yield from ((f"events.{event.id}.{field}", span) for field, span in _of_event(event) if span)


def _of_quote(quote: Quotation) -> Iterator[tuple[str, Span | None]]:
    yield from (("", quote.span), (".cue", quote.cue), (".speaker_span", quote.speaker_span))
    yield from ((f".parts[{no}]", part) for no, part in enumerate(quote.parts))


def _of_event(event: Event) -> Iterator[tuple[str, Span | None]]:
    yield from (("trigger", event.trigger), ("evidence", event.evidence))
    yield "place", event.place.span if event.place else None


def _references(report: Report) -> Iterator[tuple[str, str]]:
    """Every actor id that is used, and where."""
    for no, quote in enumerate(report.quotes):
        people = {"speaker": quote.speaker, "addressee": quote.addressee, "relay": quote.relay}
        yield from ((f"quotes[{no}].{field}", actor) for field, actor in people.items() if actor is not None)
    for event in report.events:
        yield from ((f"events.{event.id}.source", actor) for actor in event.source)
        yield from ((f"events.{event.id}.target", actor) for actor in event.target)
        if event.reported_by is not None:
            yield f"events.{event.id}.reported_by", event.reported_by
