"""Whether a record is whole: every offset, hash and reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.record.loading import load_reports
from dragoman.record.rows import coding_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb

_BATCH = 500

_SPANS = """
    SELECT 'paragraph' AS what, report, start_at, end_at, words FROM raw_spans
    UNION ALL SELECT 'publication date', report, start_at, end_at, words FROM dating
    UNION ALL SELECT 'time', report, start_at, end_at, words FROM times
    UNION ALL SELECT 'mention', report, start_at, end_at, words FROM mentions
    UNION ALL SELECT 'place', report, start_at, end_at, words FROM places
    UNION ALL SELECT 'quotation', report, start_at, end_at, words FROM quotes
    UNION ALL SELECT kind || '.' || field, report, start_at, end_at, words FROM evidence
"""

OFFSETS = f"""
    SELECT concat('report ', report, ': ', what, ' [', start_at, ', ', end_at, '] does not cover ''', words, '''')
    FROM ({_SPANS}) LEFT JOIN reports USING (report)
    WHERE text IS NULL OR start_at < 0 OR end_at <= start_at OR end_at > length(text)
       OR substring(text, start_at + 1, end_at - start_at) <> words
    ORDER BY ALL
"""  # noqa: S608 - joins two constants of this file
"""Spans that lie outside their report's text or whose words stand elsewhere; one line each."""

_OTHERS = (
    """
    SELECT concat('report ', report, ': its text is not the one that was written')
    FROM reports WHERE sha256(text) <> text_sha256 ORDER BY report
    """,
    """
    SELECT concat('report ', report, ': stands there ', count(*), ' times')
    FROM reports GROUP BY report HAVING count(*) > 1 ORDER BY report
    """,
    """
    SELECT concat('report ', roles.report, ': event ', event, ' names ', actor, ', which is no actor of the report')
    FROM roles ANTI JOIN actors USING (report, actor) ORDER BY ALL
    """,
    """
    SELECT concat('report ', report, ': no run ', run) FROM reports ANTI JOIN runs USING (run) ORDER BY ALL
    """,
)
_WHEN_MERGED = (
    """
    SELECT concat('event ', merged, ': member ', report, ':', event, ' is not in the record')
    FROM members ANTI JOIN events USING (report, event) ORDER BY ALL
    """,
    """
    SELECT concat('event ', report, ':', event, ': stands in ', count(merged), ' merged events, not in one')
    FROM events LEFT JOIN members USING (report, event)
    GROUP BY report, event HAVING count(merged) <> 1 ORDER BY ALL
    """,
    """
    SELECT concat('report ', report, ': stands in ', count(story), ' stories, not in one')
    FROM reports LEFT JOIN story_reports USING (report) GROUP BY report HAVING count(story) <> 1 ORDER BY ALL
    """,
    """
    SELECT concat('report ', report, ': is a copy of ', origin, ', and one of the two is not in the record')
    FROM copies WHERE report NOT IN (SELECT report FROM reports) OR origin NOT IN (SELECT report FROM reports)
    ORDER BY ALL
    """,
)


def problems(connection: duckdb.DuckDBPyConnection, *, merged: bool) -> list[str]:
    """All that is wrong with a record, a line each; `merged` says whether its events are merged up to date."""
    found: list[str] = []
    for query in (OFFSETS, *_OTHERS, *(_WHEN_MERGED if merged else ())):
        found += [str(line) for (line,) in connection.execute(query).fetchall()]
    return found or list(_recoded(connection))  # what has lost its spans can't be loaded


def _recoded(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Reports whose rows are not the ones that were written."""
    hashes = dict(connection.execute("SELECT report, coding_sha256 FROM reports ORDER BY report").fetchall())
    ids = list(hashes)
    for start in range(0, len(ids), _BATCH):
        yield from _changed(connection, ids[start : start + _BATCH], hashes)


def _changed(connection: duckdb.DuckDBPyConnection, ids: Sequence[str], hashes: dict[str, str]) -> Iterator[str]:
    for report in load_reports(connection, ids):
        if coding_hash(report) != hashes[report.id]:
            yield f"report {report.id}: its rows are not the ones that were written"
