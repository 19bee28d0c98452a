"""What a record holds of one actor: offices, names, deeds by partner and type, and what of it is uncertain.

Counted are real events, each once however many reports tell it. Cooperation and conflict are of those that happened
(status "actual"); the rest is counted apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.analysis.counting import quad_counts

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.record.asking import Asked

PARTNERS = 15
"""How many partners, and countries of partners, are shown."""
BY_NAME = ("name", "alias", "country name", "country alias", "country adjective", "country national")
"""Passes that link by a name of the actor itself; the others (pronoun, description, office...) rest on more."""
DOUBTFUL = 10
"""How many of the least certain events are shown."""

_OFFICES = """
    SELECT m.office, min(r.date_from) AS first, max(r.date_to) AS last, count(*) AS reports
    FROM mine m JOIN reports r USING (report) GROUP BY m.office ORDER BY first NULLS LAST, m.office NULLS LAST
"""
_BASES = (
    "SELECT r.date_basis AS basis, count(*) AS n FROM mine m JOIN reports r USING (report) GROUP BY ALL ORDER BY ALL"
)
_ALIASES = """
    SELECT words, list_sort(list(DISTINCT via)) AS via, count(*) AS mentions, count(DISTINCT report) AS reports,
           count(*) FILTER (list_contains($names, via)) AS by_name
    FROM mentions SEMI JOIN mine USING (report, actor) GROUP BY words ORDER BY mentions DESC, words
"""
_TOLD = """
    SELECT m.merged, r.report, r.event, r.role, e.confidence
    FROM roles r SEMI JOIN mine USING (report, actor)
    JOIN events e USING (report, event) JOIN members m USING (report, event)
"""
_HAPPENED = """
    SELECT g.merged, g.type, g.status, g.date_from, g.date_to, g.independent_sources, t.confidence
    FROM merged_events g JOIN (SELECT merged, max(confidence) AS confidence FROM told GROUP BY merged) t USING (merged)
"""
_BESIDE = """
    WITH others AS (
        SELECT t.merged, t.role, a.name, a.kind, a.country, a.wikidata,
               coalesce(a.wikidata, concat(a.kind, ':', coalesce(a.country, ''), ':', a.name)) AS id
        FROM told t JOIN roles o USING (report, event) JOIN actors a ON a.report = o.report AND a.actor = o.actor
        ANTI JOIN mine ON mine.report = o.report AND mine.actor = o.actor
        WHERE o.role <> t.role
    ), deeds AS (
        SELECT merged, id, any_value(name) AS name, any_value(kind) AS kind, any_value(country) AS country,
               any_value(wikidata) AS wikidata, bool_or(role = 'source') AS forth, bool_or(role = 'target') AS back
        FROM others GROUP BY merged, id
    )
    SELECT d.*, g.type, g.status = 'actual' AS actual FROM deeds d JOIN happened g USING (merged)
"""
_COUNTS = """
    count(*) AS events, count(*) FILTER (actual AND forth) AS forth, count(*) FILTER (actual AND back) AS back, {quads},
    count(*) FILTER (actual AND type IS NULL) AS statements, count(*) FILTER (NOT actual) AS not_actual
"""
_PARTNERS = """
    SELECT id, any_value(name) AS name, any_value(kind) AS kind, any_value(country) AS country, {counts}
    FROM beside GROUP BY id ORDER BY events DESC, id LIMIT $limit
"""
_DYADS = """
    SELECT country, {counts}
    FROM (SELECT merged, country, bool_or(forth) AS forth, bool_or(back) AS back, any_value(type) AS type,
                 bool_or(actual) AS actual
          FROM beside WHERE country IS NOT NULL GROUP BY merged, country)
    GROUP BY country ORDER BY events DESC, country LIMIT $limit
"""
_TYPES = """
    SELECT type, count(*) AS events, count(*) FILTER (status = 'actual') AS actual
    FROM happened GROUP BY type ORDER BY events DESC, type NULLS LAST
"""
_LATEST = "SELECT merged FROM happened ORDER BY date_from DESC NULLS LAST, merged LIMIT $limit"
_DOUBTS = """
    SELECT count(*) AS events, count(*) FILTER (date_from IS NULL) AS undated,
           count(*) FILTER (confidence < 0.5) AS unsure, count(*) FILTER (independent_sources < 2) AS one_source,
           count(*) FILTER (status <> 'actual') AS not_actual, count(*) FILTER (status = 'alleged') AS alleged,
           count(*) FILTER (status = 'denied') AS denied,
           (SELECT count(DISTINCT merged) FROM readouts SEMI JOIN happened USING (merged)
            WHERE len(conflicts_with) > 0) AS contested
    FROM happened
"""
_LEAST = "SELECT merged FROM happened ORDER BY confidence, merged LIMIT $limit"


def offices(asked: Asked) -> list[dict[str, Any]]:
    """Offices as the reports date them: office (null where none was found), first, last (of the reports), reports."""
    return _rows(asked.ask(_OFFICES, {}))


def bases(asked: Asked) -> dict[str, int]:
    """How many of the actor's reports have a date that is given, stated, inferred or unknown."""
    return {row["basis"]: row["n"] for row in asked.ask(_BASES, {}).to_pylist()}


def aliases(asked: Asked) -> list[dict[str, Any]]:
    """The words by which reports mean the actor, most frequent first.

    words, via (the passes that linked them), mentions, reports, by_name (mentions that are linked by a name).
    """
    return _rows(asked.ask(_ALIASES, {"names": list(BY_NAME)}))


def open_deeds(asked: Asked) -> None:
    """Hand in what the questions about deeds are asked of: `told`, `happened` and `beside`."""
    asked.table("told", asked.ask(_TOLD, {}))
    asked.table("happened", asked.ask(_HAPPENED, {}))
    asked.table("beside", asked.ask(_BESIDE, {}))


def partners(asked: Asked) -> list[dict[str, Any]]:
    """Those with whom the actor has most to do.

    id, name, kind, country, events (of any status), forth and back (that happened: done to, and by, the partner; what
    both do together is in both), the quad classes, statements, not_actual (how many did not or not yet happen).
    """
    return _rows(asked.ask(_PARTNERS.format(counts=_counts()), {"limit": PARTNERS}))


def dyads(asked: Asked) -> list[dict[str, Any]]:
    """The same by the partners' country, the actor's own among them."""
    return _rows(asked.ask(_DYADS.format(counts=_counts()), {"limit": PARTNERS}))


def types(asked: Asked) -> list[dict[str, Any]]:
    """Events by type (null for statements): events (of any status), actual."""
    return _rows(asked.ask(_TYPES, {}))


def latest(asked: Asked, limit: int) -> list[str]:
    """The latest merged events (ids), undated ones last."""
    return [row["merged"] for row in asked.ask(_LATEST, {"limit": limit}).to_pylist()]


def doubts(asked: Asked) -> dict[str, Any]:
    """How many events are uncertain, and in what way; `least` are the ids of those of the least confidence."""
    [counts] = asked.ask(_DOUBTS, {}).to_pylist()
    return {**counts, "least": [row["merged"] for row in asked.ask(_LEAST, {"limit": DOUBTFUL}).to_pylist()]}


def _counts() -> str:
    return _COUNTS.format(quads=", ".join(one.replace("(type IN", "(actual AND type IN") for one in quad_counts()))


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.to_pylist()
    return found
