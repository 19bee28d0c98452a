"""A coded report as rows of the tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.export import to_json
from dragoman.pipeline import is_coded
from dragoman.scale.tables import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.errors import InputError
    from dragoman.model import Actor, Event, Interval, Quotation, Report, Span

Batches = dict[str, pa.RecordBatch]
"""What one page became: rows by table, tables without any left out."""
_Row = dict[str, object]


def report_batches(report: Report, skipped: str | None = None) -> Batches:
    """The rows of a report in all tables; `skipped` says why it was not coded although its language is."""
    rows = {
        "reports": [_report(report, skipped)],
        "events": [_event(report, event) for event in report.events],
        "sides": [side for event in report.events for side in _sides(report, event)],
        "quotes": [_quote(report, quote) for quote in report.quotes],
        "actors": [_actor(report, actor) for actor in report.actors],
    }
    return _batches(rows)


def error_batches(error: InputError) -> Batches:
    """The row of what could not be read or coded."""
    words = {"place": error.where, "what": error.what, "remedy": error.do}
    return _batches({"errors": [{name: _encodable(said) for name, said in words.items()}]})


def _batches(rows: Mapping[str, list[_Row]]) -> Batches:
    return {name: pa.RecordBatch.from_pylist(some, SCHEMAS[name]) for name, some in rows.items() if some}


def _encodable(words: str) -> str:
    return words.encode("utf-8", "replace").decode()


def _report(report: Report, skipped: str | None) -> _Row:
    coded = {name: value for name, value in to_json(report).items() if name != "text"}
    return {
        "id": report.id,
        "title": report.title,
        "path": report.source.path,
        "url": report.source.url,
        "outlet": report.source.outlet,
        "language": report.language,
        **_days(report.published.interval),
        "date_basis": report.published.basis,
        "characters": len(report.text),
        "times": len(report.times),
        "actors": len(report.actors),
        "quotes": len(report.quotes),
        "events": len(report.events),
        "text": report.text,
        "coded": json.dumps(coded, ensure_ascii=False) if is_coded(report) and skipped is None else None,
        "skipped": skipped,
    }


def _event(report: Report, event: Event) -> _Row:
    names = {actor.id: actor.name for actor in report.actors}
    return {
        "id": f"{report.id}:{event.id}",
        **_days(event.date.interval if event.date else None),
        "date_basis": event.date.basis if event.date else None,
        "who": [names[one] for one in event.source],
        "type": event.type,
        "mode": event.mode,
        "whom": [names[one] for one in event.target],
        "status": event.status,
        "place": event.place.name if event.place else None,
        "reported_by": names[event.reported_by] if event.reported_by else None,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "background": event.background,
        "primary": event.primary,
        "confidence": event.confidence,
        "because": event.because,
        "report": report.id,
        "event": event.id,
        "title": report.title,
        "path": report.source.path,
        **_span(report, "trigger", event.trigger),
        **_span(report, "evidence", event.evidence),
        "corrected": [],
        "corrected_by": [],
    }


def _sides(report: Report, event: Event) -> Iterator[_Row]:
    actors = {actor.id: actor for actor in report.actors}
    for role, ids in (("source", event.source), ("target", event.target)):
        for no, one in enumerate(ids):
            yield {"event": f"{report.id}:{event.id}", "role": role, "no": no, **_about(actors[one])}


def _quote(report: Report, quote: Quotation) -> _Row:
    actors = {actor.id: actor for actor in report.actors}
    names = {id_: actor.name for id_, actor in actors.items()}
    speaker = actors[quote.speaker] if quote.speaker else None
    beside = quote.speaker_span
    return {
        "report": report.id,
        "title": report.title,
        "path": report.source.path,
        **_days(report.published.interval),
        "speaker": speaker.name if speaker else None,
        "country": speaker.country if speaker else None,
        "office": speaker.office if speaker else None,
        "direct": quote.direct,
        "cue_kind": quote.cue_kind,
        "addressee": names[quote.addressee] if quote.addressee else None,
        "relay": names[quote.relay] if quote.relay else None,
        "medium": quote.medium,
        "cue": quote.cue.of(report.text) if quote.cue else None,
        "start": quote.span.start,
        "end": quote.span.end,
        "words": quote.span.of(report.text),
        **({f"speaker_{edge}": at for edge, at in beside._asdict().items()} if beside else {}),
        "speaker_words": beside.of(report.text) if beside else None,
    }


def _actor(report: Report, actor: Actor) -> _Row:
    return {
        "report": report.id,
        "actor": actor.id,
        **_about(actor),
        "path": report.source.path,
        "mentions": len(actor.mentions),
        "events": sum(actor.id in {*event.source, *event.target} for event in report.events),
        "quotes": sum(quote.speaker == actor.id for quote in report.quotes),
    }


def _about(actor: Actor) -> _Row:
    return {name: getattr(actor, name) for name in ("name", "kind", "country", "office", "sector", "wikidata")}


def _span(report: Report, name: str, span: Span) -> _Row:
    return {f"{name}_start": span.start, f"{name}_end": span.end, name: span.of(report.text)}


def _days(interval: Interval | None) -> _Row:
    return {"date_from": interval.first, "date_to": interval.last} if interval else {}
