"""What people decided of merged events, brought to bear on those in the record.

As with reports, the main tables hold the events as people see them, and `coded` those of the program that are no longer
among them. Only events that hang together with what was touched are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.merge import Merged
from dragoman.merge.tellings import tellings
from dragoman.model import Member
from dragoman.record.inserting import insert
from dragoman.record.loading import load_merged_events, load_reports
from dragoman.record.rows import merged_rows
from dragoman.record.schema import REGROUPED
from dragoman.review import Grouping, regrouped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import duckdb

    from dragoman.merge.tellings import Telling
    from dragoman.model import MergedEvent
    from dragoman.record.rows import Run

_GROUPINGS = """
    SELECT r.judgement, r.verb, r.side, r.report, r.event
    FROM rulings r JOIN judgements j USING (judgement) WHERE r.field = 'members' ORDER BY j.decided, j.judgement
"""


_FULFILS = """
    WITH seen AS (
        SELECT c.merged AS own, arg_min(m.merged, c.no) AS merged
        FROM coded.members c JOIN main.members m USING (report, event) GROUP BY ALL
    )
    INSERT INTO fulfils
    SELECT DISTINCT ?, -1, coalesce(e.merged, f.event) AS event, coalesce(p.merged, f.plan) AS plan
    FROM fulfils f LEFT JOIN seen e ON e.own = f.event LEFT JOIN seen p ON p.own = f.plan
    WHERE coalesce(e.merged, f.event) <> coalesce(p.merged, f.plan)
      AND (coalesce(e.merged, f.event), coalesce(p.merged, f.plan)) NOT IN (SELECT (event, plan) FROM fulfils)
"""
"""What came of plans, told of the events that people made: each stands for the program's events whose first telling it
has. These rows have the number -1; the program's own stay, some of them of events that are not there for now."""


def regroup(connection: duckdb.DuckDBPyConnection, touched: Iterable[Member], run: Run) -> None:
    """Make the merged events of these tellings, and of all that people merged with or parted from them, anew."""
    groupings = load_groupings(connection)
    members = _together(connection, frozenset(touched), groupings)
    if not members:
        return
    _restore(connection, members)
    machine = load_merged_events(connection, _merged_of(connection, members, "main"))
    told = _told(connection, members)
    seen = regrouped(machine, told, [one for one in groupings if members & (one.on | one.others)], _origins(connection))
    displaced = [one.id for one in machine if one not in seen]
    _copy(connection, displaced, "main", "coded")
    _delete(connection, displaced, "main")
    _add(connection, [one for one in seen if one not in machine], run)
    connection.execute("DELETE FROM fulfils WHERE no < 0")
    connection.execute(_FULFILS, [run.id])


def regroup_all(connection: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Bring all that people decided of merged events to bear on those that the program has just merged."""
    grouped = [one.on | one.others for one in load_groupings(connection)]
    regroup(connection, frozenset().union(*grouped), run)


def take_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring all of the program's own events back, in the place of those that people made of them."""
    rows = connection.execute("SELECT DISTINCT report, event FROM coded.members").fetchall()
    _restore(connection, frozenset(Member(*row) for row in rows))
    connection.execute("DELETE FROM fulfils WHERE no < 0")


def load_groupings(connection: duckdb.DuckDBPyConnection) -> list[Grouping]:
    """The mergings and partings in force, in order, with the tellings on which they bear now."""
    sides: dict[tuple[str, str], defaultdict[str, set[Member]]] = {}
    for judgement, verb, side, report, event in connection.execute(_GROUPINGS).fetchall():
        sides.setdefault((judgement, verb), defaultdict(set))[side].add(Member(report, event))
    return [Grouping(verb, frozenset(found["on"]), frozenset(found["others"])) for (_, verb), found in sides.items()]


def _together(
    connection: duckdb.DuckDBPyConnection, members: frozenset[Member], groupings: Sequence[Grouping]
) -> frozenset[Member]:
    """These tellings and all that hang together with them: in one event now or before, or in one judgement."""
    grown = members
    while True:
        for schema in ("main", "coded"):
            grown |= _members_of(connection, _merged_of(connection, grown, schema), schema)
        for one in groupings:
            if grown & (one.on | one.others):
                grown |= one.on | one.others
        if grown == members:
            return grown
        members = grown


def _merged_of(connection: duckdb.DuckDBPyConnection, members: Collection[Member], schema: str) -> list[str]:
    """The ids of the merged events in which these tellings stand."""
    query = f"""
        SELECT DISTINCT merged FROM {schema}.members JOIN (SELECT unnest(?) AS report, unnest(?) AS event)
        USING (report, event) ORDER BY merged
    """  # noqa: S608 - the schema's own names
    rows = connection.execute(query, [[one.report for one in members], [one.event for one in members]]).fetchall()
    return [str(name) for (name,) in rows]


def _members_of(connection: duckdb.DuckDBPyConnection, merged: Sequence[str], schema: str) -> frozenset[Member]:
    query = f"SELECT report, event FROM {schema}.members WHERE merged IN (SELECT unnest(?))"  # noqa: S608 - the schema's own names
    return frozenset(Member(*row) for row in connection.execute(query, [list(merged)]).fetchall())


def _restore(connection: duckdb.DuckDBPyConnection, members: frozenset[Member]) -> None:
    """Bring the program's own events of these tellings back, in the place of those made of them."""
    own = _merged_of(connection, members, "coded")
    _delete(connection, _merged_of(connection, _members_of(connection, own, "coded"), "main"), "main")
    _copy(connection, own, "coded", "main")
    _delete(connection, own, "coded")


def _told(connection: duckdb.DuckDBPyConnection, members: frozenset[Member]) -> dict[Member, Telling]:
    """The tellings themselves; those of rejected events are no longer there."""
    reports = sorted({one.report for one in members})
    found = (telling for report in load_reports(connection, reports) for telling in tellings(report))
    return {telling.member: telling for telling in found if telling.member in members}


def _origins(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT report, origin FROM copies").fetchall())


def _add(connection: duckdb.DuckDBPyConnection, events: Sequence[MergedEvent], run: Run) -> None:
    for table, rows in merged_rows(Merged((), tuple(events), ()), run).items():
        insert(connection, table, rows)


def _delete(connection: duckdb.DuckDBPyConnection, merged: Sequence[str], schema: str) -> None:
    for table in REGROUPED:
        query = f"DELETE FROM {schema}.{table} WHERE merged IN (SELECT unnest(?))"  # noqa: S608 - the schema's own names
        connection.execute(query, [list(merged)])


def _copy(connection: duckdb.DuckDBPyConnection, merged: Sequence[str], source: str, target: str) -> None:
    for table in REGROUPED:
        query = (
            f"INSERT INTO {target}.{table} BY NAME SELECT * FROM {source}.{table} WHERE merged IN (SELECT unnest(?))"  # noqa: S608 - the schema's own names
        )
        connection.execute(query, [list(merged)])
