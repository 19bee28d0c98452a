"""Judgements brought to bear on reports in the record, each time that these or those change.

The main tables hold a report as people see it. Where that is not what the program coded, the program's own rows stand
under the same names in the schema `coded`, so that an undoing can bring them back, and a verification can check both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Member
from dragoman.record.inserting import insert
from dragoman.record.judging import add_rulings, load_judgements
from dragoman.record.loading import load_reports
from dragoman.record.rows import report_rows
from dragoman.record.schema import BY_REPORT
from dragoman.review import applied, grounds, in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import duckdb

    from dragoman.model import Report
    from dragoman.record.rows import Run
    from dragoman.review import Judgement

_RULED = "SELECT DISTINCT report, event FROM rulings WHERE event IS NOT NULL AND report IN (SELECT unnest(?))"


def replay(connection: duckdb.DuckDBPyConnection, reports: Collection[str], run: Run) -> frozenset[Member]:
    """Apply what holds of these reports (ids), and return the events on which anything bears or did before."""
    force = in_force(load_judgements(connection))
    ids = sorted(_concerned(connection, reports, force))
    if not ids:
        return frozenset()
    touched = _ruled(connection, ids)
    connection.execute("DELETE FROM rulings WHERE report IN (SELECT unnest(?))", [ids])
    coded = _coded(connection, ids)
    originals = [*load_reports(connection, sorted(coded), "coded")]
    originals += load_reports(connection, [name for name in ids if name not in coded])
    for report in originals:
        _replay_one(connection, report, [one for one in force if report.id in grounds(one)], run)
    return touched | _ruled(connection, ids)


def _concerned(
    connection: duckdb.DuckDBPyConnection, reports: Collection[str], force: Sequence[Judgement]
) -> frozenset[str]:
    """Those of the reports on which something bears now, or did before."""
    given = list(reports)
    ruled = {member.report for member in _ruled(connection, given)}
    return (frozenset().union(*map(grounds, force)) | ruled | _coded(connection, given)) & frozenset(given)


def _coded(connection: duckdb.DuckDBPyConnection, reports: Sequence[str]) -> frozenset[str]:
    rows = connection.execute("SELECT report FROM coded.reports WHERE report IN (SELECT unnest(?))", [list(reports)])
    return frozenset(str(name) for (name,) in rows.fetchall())


def _ruled(connection: duckdb.DuckDBPyConnection, reports: Sequence[str]) -> frozenset[Member]:
    return frozenset(Member(*row) for row in connection.execute(_RULED, [list(reports)]).fetchall())


def _replay_one(
    connection: duckdb.DuckDBPyConnection, original: Report, judgements: Sequence[Judgement], run: Run
) -> None:
    """Put the report as people see it in the main tables, and the program's own in `coded` if the two differ."""
    seen, rulings = applied(original, judgements)
    if not _coded(connection, [original.id]):
        _copy(connection, original.id, "main", "coded")
    delete(connection, original.id, "main")
    if seen == original:
        _copy(connection, original.id, "coded", "main")
        delete(connection, original.id, "coded")
    else:
        for table, rows in report_rows([seen], run).items():
            insert(connection, table, rows)
    add_rulings(connection, rulings, run.id)


def delete(connection: duckdb.DuckDBPyConnection, report: str, schema: str) -> None:
    """Take a report's rows out of a schema."""
    for table in BY_REPORT:
        connection.execute(f"DELETE FROM {schema}.{table} WHERE report = ?", [report])  # noqa: S608 - the schema's own names


def _copy(connection: duckdb.DuckDBPyConnection, report: str, source: str, target: str) -> None:
    for table in BY_REPORT:
        query = f"INSERT INTO {target}.{table} BY NAME SELECT * FROM {source}.{table} WHERE report = ?"  # noqa: S608 - the schema's own names
        connection.execute(query, [report])
