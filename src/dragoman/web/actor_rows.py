"""Which actor an address means: by Wikidata item, by kind, country and name, or by a name alone.

An actor is one over all reports by its Wikidata item, else by name, kind and country, as in the record's own list of
actors. "Q16218" and "group::Taliban" are ids that stay; "Park Geun-hye" means whoever has that name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from dragoman.model import ActorKind
from dragoman.record.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from dragoman.record import Store

_ITEM = re.compile(r"Q[0-9]+")
_ROWS = """
    SELECT a.report, a.actor, a.name, a.kind, a.country, a.office, a.sector, a.wikidata, a.mentions
    FROM actors a WHERE
"""
_BY_ITEM = _ROWS + "a.wikidata = $wikidata"
_BY_NAME = _ROWS + "a.wikidata IS NULL AND a.kind = $kind AND coalesce(a.country, '') = $country AND a.name = $name"
_CALLED = """
    SELECT a.wikidata, first(a.kind) AS kind, first(a.country) AS country, first(a.name) AS name,
           count(DISTINCT a.report) AS reports
    FROM actors a WHERE lower(a.name) = lower($name)
    GROUP BY a.wikidata, CASE WHEN a.wikidata IS NULL THEN [a.kind, a.country, a.name] END
    ORDER BY reports DESC, kind, country, name
"""


def actor_id(row: Mapping[str, Any]) -> str:
    """The id by which an actor has its page, from its wikidata, kind, country and name."""
    return row["wikidata"] or f"{row['kind']}:{row['country'] or ''}:{row['name']}"


def rows_of(store: Store, name: str) -> pa.Table:
    """An actor's rows, one for each report, by an id of `actor_id`; none if there is no such actor.

    report, actor, name, kind, country, office, sector, wikidata, mentions.
    """
    with Asked(store) as asked:
        if _ITEM.fullmatch(name):
            return asked.ask(_BY_ITEM, {"wikidata": name})
        kind, country, called = (*name.split(":", 2), "", "")[:3]
        return asked.ask(_BY_NAME, {"kind": kind, "country": country, "name": called})


def is_id(name: str) -> bool:
    """Whether a name has the form of an id."""
    return bool(_ITEM.fullmatch(name)) or (name.count(":") > 1 and name.split(":", 1)[0] in get_args(ActorKind))


def called(store: Store, name: str) -> list[dict[str, Any]]:
    """Who has a name, in any case: id, wikidata, kind, country, name, reports (how many), most reports first."""
    with Asked(store) as asked:
        found = asked.ask(_CALLED, {"name": name}).to_pylist()
    return [{"id": actor_id(row), **row} for row in found]
