"""Which rows a question is about: SQL that names them, in no order, from narrow columns only.

The parameters are those of `dragoman.record.narrowing.values`; `{narrowed}` is filled in by `Asked.ask`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.record.asking import Source
from dragoman.record.narrowing import OF_OUTLET, Query, fitting, joined, named, speaking, telling, within

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOLD = """
    SEMI JOIN (
        SELECT merged FROM members
        SEMI JOIN (SELECT e.report, e.event FROM events e WHERE {where}) USING (report, event)
    ) USING (merged)
"""
_SPOKEN = """
    LEFT JOIN speaking s ON s.report = q.report AND s.actor = q.speaker
    LEFT JOIN speaking d ON d.report = q.report AND d.actor = q.addressee
"""
_SPEAKING = "(SELECT report, actor, concat(chr(10), lower(name), chr(9), country, chr(10)) AS entry FROM actors)"
_ACTING = """
    SEMI JOIN (
        SELECT report, actor FROM roles SEMI JOIN (SELECT e.report, e.event FROM events e WHERE {where})
        USING (report, event)
    ) USING (report, actor)
"""
_DATED = " SEMI JOIN (SELECT r.report FROM reports r WHERE {where}) USING (report)"
_WITH_ACTORS = " SEMI JOIN (SELECT a.report FROM actors a WHERE {where}) USING (report)"
_WITH_EVENTS = " SEMI JOIN (SELECT e.report FROM events e WHERE {where}) USING (report)"
_WITH_WORDS = " SEMI JOIN (SELECT report FROM passages WHERE contains(words, $words)) USING (report)"
_DEEDS = "contains(a.deeds, concat(coalesce(' ' || $type, ''), '/', coalesce($status || ' ', '')))"
_WANTED = """
    SELECT coalesce(a.wikidata, a.name) AS key, a.kind, coalesce(a.country, '') AS state, a.name, a.office, a.sector,
           a.wikidata, a.report, a.mentions, a.events, a.quotes
    FROM actors a
"""


def chosen_events(query: Query) -> str:
    """The tellings (report, event), as rows `e` of events."""
    where = joined((*fitting(query, "e"), *telling(query)))
    return f"WITH {{narrowed}} one AS (SELECT 1) SELECT e.report, e.event FROM events e WHERE {where}"  # noqa: S608 - conditions of narrowing.py


def chosen_merged(query: Query, columns: str = "g.merged") -> str:
    """The merged events, as rows `g` of merged_events: days, type and status are theirs, the rest a telling's."""
    only = _only(_TOLD, telling(query))
    return f"SELECT {columns} FROM merged_events g {only} WHERE {joined(fitting(query, 'g'))}"  # noqa: S608 - conditions of narrowing.py


def chosen_quotes(query: Query) -> str:
    """The quotations (report, no), as rows `q` of quotes beside their reports `r`."""
    spoken = [*speaking(query)]
    joins = _SPOKEN.replace("speaking", _SPEAKING) if spoken else ""
    where = joined((*within(query, "r"), *_of_outlet(query), *spoken))
    return f"SELECT q.report, q.no FROM quotes q JOIN reports r USING (report) {joins} WHERE {where}"  # noqa: S608 - conditions of narrowing.py


def chosen_reports(query: Query) -> str:
    """The reports (report), as rows `r` of reports; type, status and dyad are those of one event in them."""
    acts = Query(type=query.type, status=query.status, dyad=query.dyad)
    only = _only(_WITH_ACTORS, named(query)) + _only(_WITH_EVENTS, (*fitting(acts, "e"), *telling(acts)))
    if query.words is not None:
        only += _WITH_WORDS
    where = joined((*within(query, "r"), *_of_outlet(query)))
    return f"SELECT r.report FROM reports r {only} WHERE {where}"  # noqa: S608 - conditions of narrowing.py


def wanted_actors(query: Query) -> Source:
    """The rows of actors, as a CTE `wanted` with the key (key, kind, state) by which they are one over all reports.

    Days are the report's; with a dyad, an outlet or words they act, or are acted on, in an event of these, of the type
    and status.
    """
    only = _only(_DATED, within(query, "r"))
    where = [*named(query)]
    if {query.dyad, query.outlet, query.words} != {None}:
        acts = replace(query, first=None, last=None, actor=None, country=None)
        only += _only(_ACTING, (*fitting(acts, "e"), *telling(acts)))
    elif query.type is not None or query.status is not None:
        where.append(_DEEDS)
    return Source(f"wanted AS ({_WANTED} {only} WHERE {joined(where)}), ")


def _of_outlet(query: Query) -> tuple[str, ...]:
    return (OF_OUTLET,) if query.outlet is not None else ()


def _only(join: str, conditions: Iterable[str]) -> str:
    """The join with its conditions; nothing, if there are none."""
    found = list(conditions)
    return join.replace("{where}", joined(found)) if found else ""
