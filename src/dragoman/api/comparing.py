"""An event's readouts side by side, from a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import InputError
from dragoman.merge import compare
from dragoman.merge.tellings import FORESEEN, STATUS_CLASS
from dragoman.record import tellings
from dragoman.record.connecting import translated
from dragoman.record.loading import load_merged_events, load_reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.merge import Comparison
    from dragoman.merge.comparing_values import Point, Statement
    from dragoman.model import Interval, MergedEvent
    from dragoman.record import Store

MOST = 200
"""Reports searched for the contrary besides those that tell the event: a story may have thousands."""

_RELATED = """
    WITH own AS (SELECT DISTINCT report FROM members WHERE merged = $merged),
    stories AS (SELECT DISTINCT story FROM story_reports SEMI JOIN own USING (report)),
    linked AS (SELECT plan AS merged FROM fulfils WHERE event = $merged
               UNION SELECT event FROM fulfils WHERE plan = $merged),
    parties AS (SELECT report, event FROM roles JOIN actors USING (report, actor) WHERE name IN (SELECT unnest($names))
                GROUP BY ALL HAVING count(DISTINCT name) >= least(2, len($names))),
    dealings AS (SELECT report FROM events SEMI JOIN parties USING (report, event)
                 WHERE type IN (SELECT unnest($types))
                 AND (date_to >= $first::DATE - 1 AND date_from <= $last::DATE + 1
                      OR $ahead AND status IN ('planned', 'proposed', 'conditional'))),
    related AS (SELECT report FROM story_reports SEMI JOIN stories USING (story)
                UNION SELECT report FROM members SEMI JOIN linked USING (merged)
                UNION SELECT report FROM dealings)
    FROM own UNION (SELECT report FROM related ANTI JOIN own USING (report) ORDER BY report LIMIT $most)
"""


def compare_event(store: Store, event_id: str) -> Comparison:
    """What is said of an event by who says it; `event_id` is a merged event's, or "report:event" of one telling of it.

    Reports of the same story, of a plan or what came of it, and of dealings of the same parties on the same day are
    searched for the contrary. Raises InputError if the record has no such event.
    """
    merged = _merged_id(store, event_id)
    with translated(store.path):
        [event] = load_merged_events(store.connection, [merged])
        ids = [str(name) for (name,) in store.connection.execute(_RELATED, _asked(event)).fetchall()]
        reports = list(load_reports(store.connection, ids))
    return compare(event, reports)


def _asked(event: MergedEvent) -> dict[str, object]:
    """What to look for elsewhere: dealings of the same parties on the same day, or other days that are foreseen."""
    first, last = event.date or (None, None)
    return {
        "merged": event.id,
        "names": list({*event.source, *event.target}),
        "types": sorted(FORESEEN) if event.type in FORESEEN else [event.type],
        "first": first,
        "last": last,
        "ahead": STATUS_CLASS[event.status] == "ahead",
        "most": MOST,
    }


def _merged_id(store: Store, event_id: str) -> str:
    rows = tellings(store, event_id).to_pylist()
    if not rows:
        raise InputError("no such event in this record", where=event_id, do="take an id from dragoman timeline")
    if rows[0]["merged"] is None:
        raise InputError("this event was rejected or is not merged", where=event_id, do="see it with dragoman show")
    return str(rows[0]["merged"])


def comparison_to_json(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """A comparison as JSON objects: one of kind "comparison" with the event and the sides, then its points in order.

    Offsets are code points into the report's text, end exclusive; an unknown value is null.
    """
    event = comparison.event
    yield {
        "kind": "comparison",
        "event": event.id,
        "type": event.type,
        "status": event.status,
        "source": list(event.source),
        "target": list(event.target),
        "date": _days(event.date),
        "sides": [side._asdict() for side in comparison.sides],
        "copies": [copy._asdict() for copy in comparison.copies],
    }
    for number, point in enumerate(comparison.points, 1):
        yield _point(number, point)


def _point(number: int, point: Point) -> dict[str, Any]:
    return {
        "kind": "point",
        "number": number,
        "is": point.kind,
        "sides": list(point.sides),
        "alike": None if point.alike is None else round(point.alike, 3),
        "statements": [_statement(*both) for both in zip(point.statements, point.differs, strict=True)],
        "conflicts": [
            {"kind": one.kind, "statements": [one.one, one.other], "because": one.because} for one in point.conflicts
        ],
    }


def _statement(said: Statement, differs: tuple[str, ...]) -> dict[str, Any]:
    return {
        "side": said.side,
        "reported_by": said.reported_by,
        "speaker": said.speaker,
        "report": said.report,
        "start": said.span.start,
        "end": said.span.end,
        "words": said.words,
        "differs": list(differs),
        "published": _days(said.published),
        "headline": said.headline,
        "path": said.path,
        "line": said.line,
        "place": said.place,
        "share": round(said.share, 3),
        "events": list(said.events),
        "because": said.because,
    }


def _days(days: Interval | None) -> dict[str, str] | None:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()} if days else None
