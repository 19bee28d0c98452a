"""What merging asks of a record (dragoman.merge.kept), answered from its tables.

The merged events there must be the program's own, without what people made of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.merge import Copy, Outline, Trace
from dragoman.merge.tellings import FORESEEN, STATUS_CLASS, kind_of, party_of
from dragoman.model import Interval, Member, Story
from dragoman.record.loading import load_reports

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import duckdb

    from dragoman.model import Report

_OUTLINES = "SELECT report, text, date_from, date_to, body_start FROM reports"
_VAGUE = 7  # from this many days between its first and its last a report's date is vague
_BATCH = 500  # reports read at once
_STORIES = """
    SELECT s.story, s.date_from, s.date_to, list(r.report ORDER BY r.no)
    FROM stories s JOIN story_reports r USING (story)
    WHERE s.story IN (SELECT story FROM story_reports WHERE report IN (SELECT unnest($ids)))
    GROUP BY ALL ORDER BY ALL
"""
_EVENTS = """
    SELECT merged, list((report, event) ORDER BY no) FROM members WHERE merged IN (
        SELECT m.merged FROM members m
        JOIN (SELECT unnest($reports) AS report, unnest($events) AS event) USING (report, event))
    GROUP BY merged
"""
_AGAINST = """
    WITH told AS (SELECT merged, type, coalesce(reported_by, 'the reports') AS who, conflicts_with
                  FROM readouts JOIN merged_events USING (merged) WHERE len(conflicts_with) > 0),
         gone AS (FROM told WHERE merged IN (SELECT unnest($ids)))
    SELECT DISTINCT m.report, m.event
    FROM gone g JOIN told t ON g.type IS NOT DISTINCT FROM t.type AND g.merged <> t.merged
         AND (list_contains(t.conflicts_with, g.who) OR list_contains(g.conflicts_with, t.who))
    JOIN members m ON m.merged = t.merged
    WHERE m.no = 0
"""
_TRACES = """
    WITH named AS (
        SELECT r.report, r.event, list((a.country, a.name)) AS parties
        FROM roles r JOIN actors a USING (report, actor) GROUP BY ALL
    )
    SELECT e.report, e.event, e.status, e.type, e.date_from, e.date_to, v.words, n.parties
    FROM events e
    JOIN evidence v ON v.report = e.report AND v.no = e.no AND v.kind = 'event' AND v.field = 'evidence'
    LEFT JOIN named n ON n.report = e.report AND n.event = e.event
    WHERE e.status IN (SELECT unnest($statuses)) AND coalesce(e.type, '') IN (SELECT unnest($types))
"""
_CLASHES = """
    SELECT count(*) FROM (SELECT story AS id FROM stories UNION ALL SELECT merged FROM merged_events)
    WHERE left(id, $length) IN (SELECT unnest($prefixes)) AND id NOT IN (SELECT unnest($but))
"""


class Tables:
    """A record as merging sees it; a `Kept`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def outlines(self, reports: Collection[str]) -> list[Outline]:
        """The outlines of these reports."""
        query = f"{_OUTLINES} WHERE report IN (SELECT unnest(?))"
        return [_outline(*row) for row in self.connection.execute(query, [list(reports)]).fetchall()]

    def outlines_within(self, spans: Sequence[Interval] | None) -> list[Outline]:
        """Those of all reports that may be of a day in one of the spans, and all of vague or unknown date."""
        if spans is None:
            return [_outline(*row) for row in self.connection.execute(_OUTLINES).fetchall()]
        query = f"""{_OUTLINES} WHERE date_from IS NULL OR date_to - date_from >= {_VAGUE} OR EXISTS (
            SELECT 1 FROM spans WHERE date_from <= spans.last AND date_to >= spans.first)"""  # noqa: S608 - constants of this file
        days = pa.table({"first": [one.first for one in spans], "last": [one.last for one in spans]})
        self.connection.register("spans", days)
        try:
            return [_outline(*row) for row in self.connection.execute(query).fetchall()]
        finally:
            self.connection.unregister("spans")

    def reports(self, ids: Collection[str]) -> Iterator[Report]:
        """These reports as people see them."""
        every = list(ids)
        for start in range(0, len(every), _BATCH):
            yield from load_reports(self.connection, every[start : start + _BATCH])

    def stories(self, reports: Collection[str]) -> list[Story]:
        """The stories in which these reports stood."""
        rows = self.connection.execute(_STORIES, {"ids": list(reports)}).fetchall() if reports else []
        return [Story(name, tuple(told), _days(first, last)) for name, first, last, told in rows]

    def copies(self, reports: Collection[str]) -> list[Copy]:
        """Those of these reports that were copies."""
        query = "SELECT report, origin FROM copies WHERE report IN (SELECT unnest(?)) ORDER BY ALL"
        return [Copy(*row) for row in self.connection.execute(query, [list(reports)]).fetchall()]

    def members(self, reports: Collection[str]) -> list[Member]:
        """The tellings of these reports that stood in merged events."""
        query = "SELECT report, event FROM members WHERE report IN (SELECT unnest(?))"
        return [Member(*row) for row in self.connection.execute(query, [list(reports)]).fetchall()]

    def events(self, members: Collection[Member]) -> Mapping[str, tuple[Member, ...]]:
        """The merged events, by id, in which these tellings stood."""
        ordered = list(members)
        asked = {"reports": [one.report for one in ordered], "events": [one.event for one in ordered]}
        rows = self.connection.execute(_EVENTS, asked).fetchall() if ordered else []
        return {name: tuple(Member(*one) for one in found) for name, found in rows}

    def against(self, events: Collection[str]) -> list[Member]:
        """The first telling of each merged event that may have been in conflict with one of these."""
        return [Member(*row) for row in self.connection.execute(_AGAINST, {"ids": list(events)}).fetchall()]

    def traces(self, kinds: Collection[tuple[str, str]]) -> Iterable[Trace]:
        """Traces of all tellings of these kinds, and of some others."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for group, code in kinds:
            wanted["types"] |= FORESEEN if (group, code) == ("ahead", "AGREE") else {code}
            wanted["statuses"] |= {status for status, own in STATUS_CLASS.items() if own == group}
        asked = {name: sorted(wanted[name]) for name in ("statuses", "types")}
        for report, event, status, code, first, last, words, parties in self.connection.execute(
            _TRACES, asked
        ).fetchall():
            named = frozenset(party_of(*one) for one in parties or ())
            yield Trace(Member(report, event), kind_of(status, code), named, _days(first, last), words)

    def clashes(self, prefixes: Collection[str], but: Collection[str]) -> bool:
        """Whether the id of a story or merged event begins with one of these, those in `but` apart."""
        length = max(map(len, prefixes), default=0)
        asked = {"prefixes": list(prefixes), "but": list(but), "length": length}
        [(count,)] = self.connection.execute(_CLASHES, asked).fetchall()
        return bool(count)


def _outline(name: str, text: str, first: date | None, last: date | None, body_start: int) -> Outline:
    return Outline(name, text, _days(first, last), not text[body_start:].strip())


def _days(first: date | None, last: date | None) -> Interval | None:
    return Interval(first, last) if first and last else None
