"""What a question keeps beyond the record's own filters: a pair of sides, an outlet, words.

Each answer is narrowed after the record gave it, by keys that one query more finds. A question without these filters
pays nothing for them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.record import Query
from dragoman.record.connecting import translated

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.record import Store


_PARAMETER = re.compile(r"\$(\w+)")


class Side(NamedTuple):
    """One side of a dyad: all actors of a country (a code), or those whose name has these words, in any case."""

    country: str | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        """The side as it was asked for."""
        return self.country or self.name or ""


class Narrow(NamedTuple):
    """What to keep; None keeps all. `dyad` is two sides that act on each other, in either direction.

    `outlet` is part of the outlet's name and `words` are words of the evidence, both in any case.
    """

    dyad: tuple[Side, Side] | None = None
    outlet: str | None = None
    words: str | None = None


class Chosen(NamedTuple):
    """A record and what is asked of it."""

    store: Store
    query: Query = Query()
    narrow: Narrow = Narrow()


_ACTING = """
    acting AS (
        SELECT r.report, r.event, r.role, r.actor, a.country, a.name,
               coalesce(a.country = $a_country OR contains(lower(a.name), lower($a_name)), FALSE) AS is_a,
               coalesce(a.country = $b_country OR contains(lower(a.name), lower($b_name)), FALSE) AS is_b
        FROM roles r JOIN actors a USING (report, actor)
        WHERE is_a OR is_b
    )
"""

BETWEEN = f"""
    {_ACTING}, pairs AS (
        SELECT s.report, s.event, bool_or(s.is_a AND t.is_b) AS forth, bool_or(s.is_b AND t.is_a) AS back
        FROM acting s JOIN acting t USING (report, event)
        WHERE s.role = 'source' AND t.role = 'target' AND s.actor <> t.actor
          AND ((s.is_a AND t.is_b) OR (s.is_b AND t.is_a))
        GROUP BY s.report, s.event
    )
"""  # noqa: S608 - joins constants of this file
"""Tellings in which one side acts on the other: `forth` from the first to the second, `back` the other way."""

_ONLY_OUTLET = "e.report IN (SELECT report FROM reports WHERE contains(lower(outlet), lower($outlet)))"
_ONLY_BETWEEN = "(e.report, e.event) IN (SELECT (report, event) FROM pairs)"


def sides_asked(dyad: tuple[Side, Side] | None) -> dict[str, str | None]:
    """The parameters of `BETWEEN`."""
    first, second = dyad or (Side(), Side())
    return {"a_country": first.country, "a_name": first.name, "b_country": second.country, "b_name": second.name}


def kept(narrow: Narrow) -> str:
    """CTEs up to `kept`: the tellings that are kept; joins only what the filters in use need."""
    joins, tests = "", ["TRUE"]
    if narrow.outlet is not None:
        tests.append(_ONLY_OUTLET)
    if narrow.words is not None:
        joins += " JOIN evidence v ON v.report = e.report AND v.no = e.no AND v.kind = 'event' AND v.field = 'evidence'"
        tests.append("contains(lower(v.words), lower($words))")
    if narrow.dyad is not None:
        tests.append(_ONLY_BETWEEN)
    before = f"{BETWEEN}, " if narrow.dyad else ""
    return f"{before} kept AS (SELECT e.report, e.event FROM events e {joins} WHERE {' AND '.join(tests)})"  # noqa: S608 - joins constants of this file


def keys(chosen: Chosen, query: str) -> pa.Array:
    """The keys (one column) that a query finds; of the filters' values those are handed in that it names."""
    narrow = chosen.narrow
    values = {**sides_asked(narrow.dyad), "outlet": narrow.outlet, "words": narrow.words}
    wanted = {name: values[name] for name in set(_PARAMETER.findall(query))}
    with translated(chosen.store.path):
        found = chosen.store.connection.sql(query, params=wanted).to_arrow_table()
    return found.column(0).combine_chunks()
