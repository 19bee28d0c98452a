"""How the nouns become rows of the record's tables (schema.py), columns in the order that these have there."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from dragoman.record.seeking import passages, sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.merge import Merged
    from dragoman.model import Actor, Event, Interval, Place, Quotation, Report, Span

Row = tuple[object, ...]
Rows = dict[str, list[Row]]


class Run(NamedTuple):
    """One reading: what made the rows. `id` is unique; versions are of program and codebook; `started` is UTC."""

    id: str
    program: str
    codebook: str
    started: datetime

    @classmethod
    def begin(cls, *, program: str, codebook: str) -> Run:
        """A new run that starts now, under a new id."""
        return cls(uuid4().hex[:12], program, codebook, datetime.now(UTC).replace(tzinfo=None))


def report_rows(reports: Sequence[Report], run: Run) -> Rows:
    """Rows by table for a batch of reports, checked already (checks.py)."""
    rows: Rows = defaultdict(list)
    for report in reports:
        for table, values in _rows(report):
            rows[table].append((run.id, report.id, *values))
        first = len(rows["events"]) - len(report.events)
        for no, event in enumerate(report.events, first):
            rows["events"][no] += sought(report, event)
        rows["passages"] += [(run.id, report.id, *passage) for passage in passages(report)]
        rows["reports"][-1] += (text_hash(report), coding_hash(report))
    return rows


def coding_hash(report: Report) -> str:
    """A hash of all rows of a report but for the run and what is only looked for (seeking.py).

    It changes when anything about the report does.
    """
    return _hash(repr(list(_rows(report))))


def text_hash(report: Report) -> str:
    """A hash of the report's text."""
    return _hash(report.text)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _rows(report: Report) -> Iterator[tuple[str, Row]]:
    """Table and values (without run and report) of all rows of a report."""
    text = report.text
    yield "reports", _report(report)
    for no, one in enumerate(report.raw):
        yield "raw_spans", (no, *_words(text, one.span), *one.raw, one.line)
    for no, item in enumerate(report.published.evidence):
        yield "dating", (no, *_words(text, item.span), item.constraint)
    for no, time in enumerate(report.times):
        yield "times", (no, *_words(text, time.span), time.type, time.value, *_days(time.interval))
    for no, actor in enumerate(report.actors):
        about = (actor.name, actor.kind, actor.country, actor.office, actor.sector, actor.wikidata)
        yield "actors", (no, actor.id, *about, *_counts(report, actor))
        for at, mention in enumerate(actor.mentions):
            yield "mentions", (at, actor.id, *_words(text, mention.span), mention.via)
    for no, place in enumerate(report.places):
        yield "places", (no, *_words(text, place.span), *_spot(place))
    for no, quote in enumerate(report.quotes):
        parts = [edge for part in quote.parts for edge in part]
        told = (quote.direct, quote.speaker, quote.cue_kind, parts, quote.addressee, quote.relay, quote.medium)
        yield "quotes", (no, *_words(text, quote.span), *told)
        yield from _spans(text, "quote", no, _quote_spans(quote))
    for no, event in enumerate(report.events):
        yield "events", _event(no, event)
        yield from _roles(event)
        yield from _spans(text, "event", no, _event_spans(event))


def _report(report: Report) -> Row:
    source, published = report.source, report.published
    return (
        *(source.path, source.sha256, source.url, source.outlet, source.byline),
        *(report.title, report.language, report.text, report.body_start),
        *(*_days(published.interval), published.basis, published.stated, published.best),
    )


def _counts(report: Report, actor: Actor) -> Row:
    """How often an actor is mentioned, acts and speaks, and its deeds: no question has the time to count."""
    acts = [event for event in report.events if actor.id in {*event.source, *event.target}]
    deeds = "".join(f"{deed} " for deed in sorted({f"{event.type or ''}/{event.status}" for event in acts}))
    spoken = sum(quote.speaker == actor.id for quote in report.quotes)
    return len(actor.mentions), len(acts), spoken, f" {deeds}"


def _event(no: int, event: Event) -> Row:
    date = (*_days(event.date.interval), event.date.basis) if event.date else (None, None, None)
    return (
        *(no, event.id, event.type, event.mode, list(event.context), event.cameo, event.goldstein),
        *(*date, event.status, event.reported_by, event.background, event.primary, event.confidence, event.because),
        *(_spot(event.place) if event.place else (None,) * 5),
    )


def _roles(event: Event) -> Iterator[tuple[str, Row]]:
    for role, actors in (("source", event.source), ("target", event.target)):
        for no, actor in enumerate(actors):
            yield "roles", (no, event.id, role, actor)


def _quote_spans(quote: Quotation) -> dict[str, Span | None]:
    return {"cue": quote.cue, "speaker": quote.speaker_span}


def _event_spans(event: Event) -> dict[str, Span | None]:
    return {"trigger": event.trigger, "evidence": event.evidence, "place": event.place.span if event.place else None}


def _spans(text: str, kind: str, no: int, spans: dict[str, Span | None]) -> Iterator[tuple[str, Row]]:
    for field, span in spans.items():
        if span:
            yield "evidence", (kind, no, field, *_words(text, span))


def _words(text: str, span: Span) -> Row:
    return span.start, span.end, span.of(text)


def _days(interval: Interval | None) -> Row:
    return (interval.first, interval.last) if interval else (None, None)


def _spot(place: Place) -> Row:
    return place.name, place.country, place.lat, place.lon, place.geonames


def merged_rows(merged: Merged, run: Run) -> Rows:
    """Rows by table for all stories, merged events and copies."""
    rows: Rows = defaultdict(list)
    for no, story in enumerate(merged.stories):
        rows["stories"].append((run.id, no, story.id, *_days(story.interval)))
        rows["story_reports"] += [(run.id, at, story.id, report) for at, report in enumerate(story.reports)]
    for no, event in enumerate(merged.events):
        about = (event.type, list(event.source), list(event.target), *_days(event.date), event.status)
        rows["merged_events"].append((run.id, no, event.id, *about, event.independent_sources))
        readout_of = {member: at for at, readout in enumerate(event.readouts) for member in readout.members}
        rows["members"] += [
            (run.id, at, event.id, *member, readout_of[member]) for at, member in enumerate(event.members)
        ]
        rows["readouts"] += [
            (run.id, at, event.id, readout.reported_by, readout.only_here, list(readout.conflicts_with))
            for at, readout in enumerate(event.readouts)
        ]
    for no, copy in enumerate(merged.copies):
        rows["copies"].append((run.id, no, *copy))
    for no, fulfilment in enumerate(merged.fulfils):
        rows["fulfils"].append((run.id, no, *fulfilment))
    return rows
