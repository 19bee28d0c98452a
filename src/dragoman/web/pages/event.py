"""An event: all that tell it, readouts side by side, plan and fulfilment, citations, and what people decided."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.api.comparing import comparison_to_json
from dragoman.api.reviewing import Review
from dragoman.errors import InputError
from dragoman.export import merged_to_json
from dragoman.record.connecting import translated
from dragoman.record.loading import as_dicts, load_merged_events, load_reports
from dragoman.review import event_anchor
from dragoman.web.cards import event_card
from dragoman.web.citing import cited, formats
from dragoman.web.decisions import history
from dragoman.web.marking import Mark, event_marks, paragraphs
from dragoman.web.page import Answer, Asked, Page
from dragoman.web.pages.dyad import called
from dragoman.web.siding import side_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.merge import Comparison
    from dragoman.model import Event, MergedEvent, Report
    from dragoman.record import Store
    from dragoman.web.cards import Card
    from dragoman.web.marking import Paragraph

COMPARED = 20
"""Reports of an event's stories up to which they are compared unasked."""
_SHOWN = 60
_FULFILS = """
    SELECT f.event, f.plan, g.merged AS id, g.source AS who, g.target AS whom, g.type, g.status, g.date_from, g.date_to
    FROM fulfils f JOIN merged_events g ON g.merged = CASE WHEN f.event = $id THEN f.plan ELSE f.event END
    WHERE f.event = $id OR f.plan = $id ORDER BY g.date_from NULLS LAST, g.merged
"""
_STORY = """
    SELECT count(DISTINCT o.report) AS n FROM story_reports s JOIN story_reports o USING (story)
    WHERE s.report IN (SELECT report FROM members WHERE merged = $id)
"""


class Told(NamedTuple):
    """One telling: its row as `dragoman events` has it, its report, its fields, and the words around it, marked."""

    row: dict[str, Any]
    report: Report
    card: Card
    around: Sequence[Paragraph]


def _answer(asked: Asked) -> Answer:
    rows = asked.record.event(asked.path["id"]).to_pylist()
    shown = rows[:_SHOWN]
    told = [_told(number, *both) for number, both in enumerate(zip(shown, _reports(asked, shown), strict=True))]
    merged = _merged(asked.store, rows[0]["merged"])
    comparison, many = _compared(asked, merged)
    anchors = [event_anchor(one.report, _event(one.report, one.row["event"])) for one in told]
    related = _rows(asked.store, _FULFILS, id=merged.id) if merged else []
    data = {
        "id": asked.path["id"],
        "merged": merged_to_json(merged) if merged else None,
        "tellings": rows,
        "plans": [row for row in related if merged and row["event"] == merged.id],
        "fulfilled_by": [row for row in related if merged and row["plan"] == merged.id],
        "comparison": list(comparison_to_json(comparison)) if comparison else None,
        "citations": formats([cited(one.report, _event(one.report, one.row["event"])) for one in told]),
        "history": history(asked.store, anchors),
    }
    view: dict[str, object] = {"told": told, "compared": comparison, "many": many, "whole": merged}
    view |= {"dyads": _dyads(told[0]), "sayers": _sayers(told[0].row)}
    return Answer(data, view)


def _reports(asked: Asked, rows: Sequence[dict[str, Any]]) -> Iterator[Report]:
    """The reports of tellings, read together, which takes no longer than one; of a rejected one as it was coded."""
    store, ids = asked.store, list(dict.fromkeys(row["report"] for row in rows))
    with translated(store.path):
        found = {report.id: report for report in load_reports(store.connection, ids)}
    for row in rows:
        report = found.get(row["report"])
        if report is None or all(one.id != row["event"] for one in report.events):
            report = Review(store).coded(row["report"])
        if report is None:
            raise InputError("no such report in this record", where=row["report"], do="run dragoman verify")
        yield report


def _event(report: Report, event: str) -> Event:
    return next(one for one in report.events if one.id == event)


def _told(number: int, row: dict[str, Any], report: Report) -> Told:
    event, name = _event(report, row["event"]), f"x{number}"
    called = {actor.id: actor.name for actor in report.actors}
    marks = [one._replace(card=name) for one in event_marks(event)]
    for actor in report.actors:
        if actor.id in {*event.source, *event.target, event.reported_by}:
            marks += [Mark(one.span, "actor", name) for one in actor.mentions if event.evidence.holds(one.span)]
    around = [one for one in paragraphs(report, marks) if one.span.overlaps(event.evidence)]
    return Told(row, report, {**event_card(event, called), "card": name}, around)


def _dyads(told: Told) -> list[dict[str, str]]:
    """The pairs of countries of which one acts on the other, by code and name; each leads to its own page."""
    event, states = _event(told.report, told.row["event"]), {one.id: one.country for one in told.report.actors}
    pairs = {tuple(sorted((a, b))) for a, b in product(_states(states, event.source), _states(states, event.target))}
    return [{"a": a, "b": b, "a_name": called(a), "b_name": called(b)} for a, b in sorted(pairs) if a != b]


def _states(states: dict[str, str | None], who: Sequence[str]) -> set[str]:
    return {code for one in who if (code := states[one]) and side_of(code).country == code}


def _sayers(row: dict[str, Any]) -> list[str]:
    """Whose quotations may tell more of it."""
    said_so = [row["reported_by"]] if row["reported_by"] else []
    return list(dict.fromkeys([*said_so, *row["who"], *row["whom"]]))


def _merged(store: Store, merged: str | None) -> MergedEvent | None:
    if merged is None:
        return None
    with translated(store.path):
        return next(iter(load_merged_events(store.connection, [merged])), None)


def _compared(asked: Asked, merged: MergedEvent | None) -> tuple[Comparison | None, int]:
    """The readouts side by side, and how many reports may have to be read for that; of many only if asked for."""
    if merged is None or len(merged.members) < 2:
        return None, 0
    [row] = _rows(asked.store, _STORY, id=merged.id)
    wanted = row["n"] <= COMPARED or "compare" in asked.query
    return asked.record.compare(merged.id) if wanted else None, row["n"]


def _rows(store: Store, query: str, **values: object) -> list[dict[str, Any]]:
    with translated(store.path):
        return as_dicts(store.connection.execute(query, values))


PAGES = (Page("/event/{id:id}", "event.html", _answer, steady=True),)
