"""Merged events in the record: all anew, or only those that new reports and judgements touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.merge import EDITION, Merged, grow
from dragoman.record.inserting import insert
from dragoman.record.kept import Tables
from dragoman.record.regrouping import take_back
from dragoman.record.rows import merged_rows
from dragoman.record.schema import MERGED, REGROUPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import duckdb

    from dragoman.merge import Change
    from dragoman.model import Report
    from dragoman.record.rows import Run

_MOST = 0.5
"""From this share of new reports on it is quicker to merge all."""
_NEW = "SELECT report FROM reports ANTI JOIN story_reports USING (report) ORDER BY report"
_TOUCHED = "SELECT DISTINCT value FROM meta SEMI JOIN story_reports ON report = value WHERE key = 'touched' ORDER BY 1"
_ORDERS = {
    "stories": ("story", "date_from NULLS LAST, story"),
    "merged_events": ("merged", "date_from NULLS LAST, merged"),
    "copies": ("report", "origin, report"),
    "fulfils": ("(event, plan)", "event, plan"),
}


def note_changed(connection: duckdb.DuckDBPyConnection, reports: Iterable[Report]) -> None:
    """Note, before these are written, which are there and coded otherwise, and whether one has other words or days.

    Of a report that is no longer there nobody can tell whose story it held together: then all is merged anew.
    """
    new = {one.id: one for one in reports}
    there = Tables(connection).outlines(new)
    note_touched(connection, [one.id for one in there])
    if any((one.text, one.interval) != (new[one.id].text, new[one.id].published.interval) for one in there):
        connection.execute("INSERT INTO meta VALUES ('anew', 'a report was replaced')")


def note_touched(connection: duckdb.DuckDBPyConnection, reports: Iterable[str]) -> None:
    """Note reports whose events may be told otherwise than when they were merged."""
    connection.execute("INSERT INTO meta SELECT 'touched', unnest(?)", [list(reports)])


def add_new(connection: duckdb.DuckDBPyConnection, run: Run) -> bool:
    """Merge what is new or touched into what is there; false, and nothing is done, if all must be merged anew."""
    noted = dict(connection.execute("SELECT key, max(value) FROM meta GROUP BY key").fetchall())
    if "anew" in noted or noted.get("merging") != EDITION:
        return False
    new = _ids(connection, _NEW)
    [(count,)] = connection.execute("SELECT count(*) FROM reports").fetchall()
    if len(new) > _MOST * count:
        return False
    take_back(connection)
    change = grow(Tables(connection), new, _ids(connection, _TOUCHED))
    if change is None:
        return False
    _make(connection, change, run)
    _done(connection)
    return True


def replace(connection: duckdb.DuckDBPyConnection, merged: Merged, run: Run) -> None:
    """Put these stories and merged events in the place of all that were there."""
    for table in (*MERGED, *(f"coded.{name}" for name in REGROUPED)):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the schema's own names
    _insert(connection, merged, run)
    _done(connection)


def _make(connection: duckdb.DuckDBPyConnection, change: Change, run: Run) -> None:
    """Make a change, and number what stands in an order anew."""
    coming = [event.id for event in change.events]
    _delete(connection, ("stories", "story_reports"), "story", change.gone)
    _delete(connection, REGROUPED, "merged", [*change.gone, *coming])
    _delete(connection, ("copies",), "report", change.recopied)
    for side in ("event", "plan"):
        _delete(connection, ("fulfils",), side, change.gone)
    _insert(connection, Merged(change.stories, change.events, change.copies, change.fulfils), run)
    for table, (key, order) in _ORDERS.items():
        connection.execute(f"""
            UPDATE {table} SET no = ordered.place FROM (
                SELECT {key} AS key, row_number() OVER (ORDER BY {order}) - 1 AS place FROM {table}) ordered
            WHERE {key} = ordered.key AND no <> ordered.place
        """)  # noqa: S608 - the schema's own names


def _delete(connection: duckdb.DuckDBPyConnection, tables: Sequence[str], column: str, values: Iterable[str]) -> None:
    for table in tables:
        query = f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?))"  # noqa: S608 - the schema's own names
        connection.execute(query, [list(values)])


def _insert(connection: duckdb.DuckDBPyConnection, merged: Merged, run: Run) -> None:
    for table, rows in merged_rows(merged, run).items():
        insert(connection, table, rows)


def _done(connection: duckdb.DuckDBPyConnection) -> None:
    """Note that nothing is left to merge, and by which edition of merging that was done."""
    connection.execute("DELETE FROM meta WHERE key IN ('touched', 'anew', 'merging')")
    connection.execute("INSERT INTO meta VALUES ('merging', ?)", [EDITION])


def _ids(connection: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [str(name) for (name,) in connection.execute(query).fetchall()]
