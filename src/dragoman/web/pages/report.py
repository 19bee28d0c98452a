"""A report: the article as it was published with its evidence marked, what was found, and how it was dated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.export import to_json
from dragoman.record.connecting import translated
from dragoman.record.loading import as_dicts
from dragoman.web.cards import cards_of, dated
from dragoman.web.marking import marks_of, paragraphs
from dragoman.web.page import Answer, Asked, Page
from dragoman.web.rawinput import raw_input
from dragoman.web.rawmarks import raw_pieces

if TYPE_CHECKING:
    from dragoman.model import Report
    from dragoman.record import Store

_AROUND = """
    SELECT s.story, k.origin AS copy_of,
           (SELECT list(r.report ORDER BY r.no) FROM story_reports r WHERE r.story = s.story) AS told_in
    FROM (SELECT $report AS report) one
    LEFT JOIN story_reports s USING (report) LEFT JOIN copies k USING (report)
"""
_JUDGED = """
    SELECT e.event AS card, m.merged,
           arg_max(CASE r.verb WHEN 'confirm' THEN 'confirmed' ELSE 'rejected' END, j.decided)
               FILTER (r.verb IN ('confirm', 'reject')) AS verdict,
           arg_max(j.who, j.decided) FILTER (r.verb IN ('confirm', 'reject')) AS judged_by,
           coalesce(list(r.field ORDER BY j.decided, r.field) FILTER (r.field IS NOT NULL), []) AS corrected,
           coalesce(list(j.who ORDER BY j.decided, r.field) FILTER (r.field IS NOT NULL), []) AS corrected_by
    FROM events e LEFT JOIN members m USING (report, event)
    LEFT JOIN (SELECT * FROM rulings WHERE stands AND report = $report) r USING (report, event)
    LEFT JOIN judgements j USING (judgement)
    WHERE e.report = $report GROUP BY ALL
"""
_TITLES = "SELECT report AS id, title, path, outlet FROM reports WHERE report IN (SELECT unnest($ids)) ORDER BY report"


def _answer(asked: Asked) -> Answer:
    report = asked.record.report(asked.path["id"])
    [around] = _rows(asked.store, _AROUND, report=report.id)
    others = [one for one in around["told_in"] or () if one != report.id]
    judged = {row["card"]: row for row in _rows(asked.store, _JUDGED, report=report.id)}
    view = {
        "report": report,
        "paragraphs": paragraphs(report, marks_of(report)),
        "cards": cards_of(report),
        "judged": judged,
        "dated": dated(report),
        "others": _rows(asked.store, _TITLES, ids=others[:20]),
        "lines": {one.span.start: one.line for one in report.raw},
    }
    data = {**to_json(report), "story": around["story"], "copy_of": around["copy_of"], "story_reports": others}
    return Answer(data, view)


def _raw(asked: Asked) -> Answer:
    """The article, and beside it the page as it came in with the article's paragraphs marked."""
    report = asked.record.report(asked.path["id"])
    found = raw_input(report.source, asked.desk.path.parent)
    data = {"id": report.id, "path": report.source.path, "content": found.content, "why_not": found.why}
    pieces = raw_pieces(found.content, report.raw) if found.content is not None else None
    return Answer(data, {"report": report, "paragraphs": paragraphs(report, ()), "raw": pieces, "at": _at(report)})


def _at(report: Report) -> dict[int, int]:
    """The number of the place in the page for each paragraph's start."""
    return {one.span.start: no for no, one in enumerate(report.raw)}


def _rows(store: Store, query: str, **values: object) -> list[dict[str, Any]]:
    with translated(store.path):
        return as_dicts(store.connection.execute(query, values))


PAGES = (
    Page("/report/{id:id}", "report.html", _answer, steady=True),
    Page("/report/{id:id}/raw", "raw.html", _raw),
)
