"""Whether a record is whole: every offset, hash and reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.record.judging import load_judgements
from dragoman.record.loading import load_reports
from dragoman.record.rows import coding_hash

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

_BATCH = 500

_SPANS = """
    SELECT 'paragraph' AS what, report, start_at, end_at, words FROM {schema}.raw_spans
    UNION ALL SELECT 'publication date', report, start_at, end_at, words FROM {schema}.dating
    UNION ALL SELECT 'time', report, start_at, end_at, words FROM {schema}.times
    UNION ALL SELECT 'mention', report, start_at, end_at, words FROM {schema}.mentions
    UNION ALL SELECT 'place', report, start_at, end_at, words FROM {schema}.places
    UNION ALL SELECT 'quotation', report, start_at, end_at, words FROM {schema}.quotes
    UNION ALL SELECT kind || '.' || field, report, start_at, end_at, words FROM {schema}.evidence
"""

OFFSETS = f"""
    SELECT concat('report ', report, ': ', what, ' [', start_at, ', ', end_at, '] does not cover ''', words, '''')
    FROM ({_SPANS}) LEFT JOIN {{schema}}.reports USING (report)
    WHERE text IS NULL OR start_at < 0 OR end_at <= start_at OR end_at > length(text)
       OR substring(text, start_at + 1, end_at - start_at) <> words
    ORDER BY ALL
"""  # noqa: S608 - joins two constants of this file
"""Spans that lie outside their report's text or whose words stand elsewhere; one line each."""

_EACH = (
    OFFSETS,
    """
    SELECT concat('report ', report, ': its text is not the one that was written')
    FROM {schema}.reports WHERE sha256(text) <> text_sha256 ORDER BY report
    """,
    """
    SELECT concat('report ', report, ': stands there ', count(*), ' times')
    FROM {schema}.reports GROUP BY report HAVING count(*) > 1 ORDER BY report
    """,
    """
    SELECT concat('report ', r.report, ': event ', event, ' names ', actor, ', which is no actor of the report')
    FROM {schema}.roles r ANTI JOIN {schema}.actors USING (report, actor) ORDER BY ALL
    """,
    """
    SELECT concat('report ', report, ': no run ', run) FROM {schema}.reports ANTI JOIN main.runs USING (run)
    ORDER BY ALL
    """,
)
"""What must hold of reports as people see them (schema main) and as the program coded them (schema coded)."""

_OTHERS = (
    """
    SELECT concat('report ', report, ': is in the record as it was coded, but not as it is seen')
    FROM coded.reports ANTI JOIN main.reports USING (report) ORDER BY ALL
    """,
    """
    SELECT concat('judgement ', judgement, ': is not in the record, but bears on report ', report)
    FROM rulings ANTI JOIN judgements USING (judgement) ORDER BY ALL
    """,
    "SELECT concat('judgement ', judgement, ': no run ', run) FROM judgements ANTI JOIN runs USING (run) ORDER BY ALL",
    """
    SELECT concat('judgement ', judgement, ': bears on ', report, ':', event, ', which is not in the record')
    FROM rulings WHERE event IS NOT NULL AND verb <> 'reject'
      AND (report, event) NOT IN (SELECT (report, event) FROM main.events)
      AND (report, event) NOT IN (SELECT (report, event) FROM coded.events) ORDER BY ALL
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


SCHEMAS = ("main", "coded")


def problems(connection: duckdb.DuckDBPyConnection, *, merged: bool) -> list[str]:
    """All that is wrong with a record, a line each; `merged` says whether its events are merged up to date."""
    queries = [query.format(schema=schema) for schema in SCHEMAS for query in _EACH]
    found: list[str] = []
    for query in (*queries, *_OTHERS, *(_WHEN_MERGED if merged else ())):
        found += [str(line) for (line,) in connection.execute(query).fetchall()]
    found += _rewritten(connection)
    if not found:  # what has lost its spans can't be loaded
        found = [line for schema in SCHEMAS for line in _recoded(connection, schema)]
    return found


def _rewritten(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Judgements that no longer say what they said when they were written: their ids are hashes of it."""
    names = connection.execute("SELECT judgement FROM judgements ORDER BY decided, judgement").fetchall()
    for (name,), one in zip(names, load_judgements(connection), strict=True):
        if one.id != name:
            yield f"judgement {name}: is not the one that was written"


def _recoded(connection: duckdb.DuckDBPyConnection, schema: str) -> Iterator[str]:
    """Reports whose rows are not the ones that were written."""
    query = f"SELECT report, coding_sha256 FROM {schema}.reports ORDER BY report"  # noqa: S608 - one of SCHEMAS
    hashes = dict(connection.execute(query).fetchall())
    ids = list(hashes)
    for start in range(0, len(ids), _BATCH):
        for report in load_reports(connection, ids[start : start + _BATCH], schema):
            if coding_hash(report) != hashes[report.id]:
                yield f"report {report.id}: its rows are not the ones that were written"
