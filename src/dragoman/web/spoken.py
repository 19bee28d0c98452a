"""Quotations by who says them, to whom, and about whom: an actor is spoken of where a mention lies within the words.

A speaker who names himself is not taken to be spoken about. Who is sought is a piece of SQL that yields rows (report,
actor), so that the same question is asked for a name, a country, and one actor's own rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.record import sql
from dragoman.record.asking import Asked, narrowed
from dragoman.record.narrowing import OF_OUTLET, Query, joined, values, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.record import Side, Store

MINE = "SELECT report, actor FROM mine"
"""Who is sought: the rows of a table that was handed in."""

_CHOOSE = "SELECT q.report, q.no, r.date_from FROM quotes q JOIN reports r USING (report) {joins} WHERE {where}"
_BY = "SEMI JOIN ({who}) s ON s.report = q.report AND s.actor = q.speaker"
_TO = "SEMI JOIN ({who}) d ON d.report = q.report AND d.actor = q.addressee"
_ABOUT = """
    SEMI JOIN (
        SELECT w.report, w.no FROM quotes w
        JOIN (SELECT n.report, n.actor, n.start_at, n.end_at FROM mentions n SEMI JOIN ({who}) USING (report, actor)) n
        ON n.report = w.report AND n.start_at >= w.start_at AND n.end_at <= w.end_at
        WHERE w.speaker IS DISTINCT FROM n.actor AND (len(w.parts) = 0 OR len(list_filter(
            range(1, len(w.parts), 2), lambda one: n.start_at >= w.parts[one] AND n.end_at <= w.parts[one + 1])) > 0)
    ) a ON a.report = q.report AND a.no = q.no
"""
_PAGE = "FROM spoken ORDER BY date_from {way} NULLS LAST, report, no LIMIT $limit OFFSET $offset"
_MINE = "SELECT a.report, a.actor FROM actors a WHERE "


class Sought(NamedTuple):
    """Which quotations: SQL that yields (report, actor) of speakers, of whom is spoken to and of; None for anybody.

    `how` is "direct" (word for word) or "reported", `kind` "speech", "thought" or "intention". Days, outlet and words
    are the query's, of the same meaning as in `dragoman.record.quotes`.
    """

    by: str | None = None
    to: str | None = None
    about: str | None = None
    query: Query = Query()
    how: str | None = None
    kind: str | None = None
    named: Mapping[str, object] = {}
    """Values of parameters in the SQL above."""


class Found(NamedTuple):
    """How many quotations there are, and those of a page.

    Each has the columns of `dragoman.record.quotes` and `card`, its name in the report's page.
    """

    total: int
    rows: list[dict[str, Any]]


def of_side(side: Side, name: str) -> tuple[str, dict[str, object]]:
    """Who is of a country, or has a name of which this is a part: the SQL, its value under `name`."""
    if side.country:
        return f"{_MINE} a.country = ${name}", {name: side.country}
    return f"{_MINE} contains(lower(a.name), ${name})", {name: (side.name or "").lower()}


def spoken(asked: Asked, store: Store, sought: Sought, *, latest: bool = False) -> Found:
    """The quotations that are sought, by the report's day, the latest first if so asked; unknown days last."""
    query = sought.query
    given = {**values(query), **sought.named, "how": sought.how == "direct", "cue_kind": sought.kind}
    question = _CHOOSE.format(joins=" ".join(_joins(sought)), where=joined(_conditions(sought)))
    every = asked.ask(question, given)
    with Asked(store) as page:
        page.table("spoken", every)
        chosen = page.ask(_PAGE.format(way="DESC" if latest else "ASC"), given)
        page.table("chosen", chosen)
        few = narrowed(("quotes", "reports", "actors", "evidence"), chosen)
        told = page.ask(sql.QUOTES, {}, few).to_pylist()
    wanted = chosen.to_pylist()
    # two may begin at one place, so the rows are known by their order, which is that of the chosen ones by day
    found = {(one["report"], one["no"]): row for one, row in zip(sorted(wanted, key=_as_told), told, strict=True)}
    rows = [{**found[one["report"], one["no"]], "card": f"q{one['no']}"} for one in wanted]
    return Found(every.num_rows, rows)


def _as_told(row: Mapping[str, Any]) -> tuple[object, ...]:
    return (row["date_from"] is None, row["date_from"], row["report"], row["no"])


def _joins(sought: Sought) -> Iterator[str]:
    for join, who in ((_BY, sought.by), (_TO, sought.to), (_ABOUT, sought.about)):
        if who is not None:
            yield join.format(who=who)


def _conditions(sought: Sought) -> Iterator[str]:
    yield from within(sought.query, "r")
    if sought.query.outlet is not None:
        yield OF_OUTLET
    if sought.query.words is not None:
        yield "contains(lower(q.words), $words)"
    if sought.how is not None:
        yield "q.direct = $how"
    if sought.kind is not None:
        yield "q.cue_kind = $cue_kind"
