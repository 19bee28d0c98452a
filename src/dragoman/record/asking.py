"""A question put to the record in steps: tables handed in, tables narrowed to a few reports, one answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Self

from dragoman.record.connecting import translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    import pyarrow as pa

    from dragoman.record.store import Store

FEW = 300
"""Ids that are put into a query one by one: DuckDB then skips what has none of them, which a join does not let it."""
MANY = 20_000
"""Ids from which on narrowing costs more than it saves."""
_PARAMETER = re.compile(r"\$(\w+)")


class Source(NamedTuple):
    """Where a question finds its tables: CTEs that take their names, with their parameters; none for the main ones."""

    before: str = ""
    values: Mapping[str, object] = {}


MAIN = Source()
CODED = Source("""
    events AS (
        FROM coded.events
        SEMI JOIN (SELECT report, event FROM main.rulings WHERE verb = 'reject' AND stands) USING (report, event)
    ),
    roles AS (FROM coded.roles), actors AS (FROM coded.actors), evidence AS (FROM coded.evidence),
    reports AS (FROM coded.reports),
""")
"""What people rejected, as the program coded it."""


def narrowed(tables: Sequence[str], chosen: pa.Table, name: str = "chosen", key: str = "report") -> Source:
    """The tables with only those rows whose `key` the chosen rows have, which were handed in under `name`."""
    ids = chosen[key].unique().to_pylist()
    if len(ids) > MANY:
        return Source("".join(f"{table} AS ({_read(table)}), " for table in tables if table == "reports"))
    if len(ids) > FEW:
        return Source("".join(f"{table} AS ({_read(table)} SEMI JOIN {name} USING ({key})), " for table in tables))
    names = [f"{key}_{number}" for number in range(len(ids))]
    wanted = ", ".join(f"${one}" for one in names) or "NULL"
    ctes = (f"{table} AS ({_read(table)} WHERE {key} IN ({wanted})), " for table in tables)
    return Source("".join(ctes), dict(zip(names, ids, strict=True)))


def _read(table: str) -> str:
    """All of a table, but of reports not their texts: to read those takes longer than all else."""
    if table == "reports":
        return "SELECT * EXCLUDE (text), length(text) AS characters FROM main.reports"
    return f"FROM main.{table}"


class Asked:
    """A question under way, in a `with` statement, at whose end the tables that were handed in are forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        for name in self._tables:
            self._store.connection.unregister(name)

    def table(self, name: str, table: pa.Table) -> None:
        """Hand in a table under a name."""
        self._store.connection.register(name, table)
        self._tables.append(name)

    def ask(self, query: str, values: Mapping[str, object], *sources: Source) -> pa.Table:
        """The answer; of the values those count that the query names, `{narrowed}` in it stands for the sources."""
        query = query.replace("{narrowed}", "".join(source.before for source in sources))
        given = {name: value for source in sources for name, value in source.values.items()} | dict(values)
        wanted = {name: given[name] for name in set(_PARAMETER.findall(query))}
        with translated(self._store.path):
            return self._store.connection.sql(query, params=wanted).to_arrow_table()
