"""Where events took place, what kind of place that is, and the events of one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.analysis import Chosen, places
from dragoman.knowledge.countries import countries
from dragoman.record.asking import Asked
from dragoman.record.narrowing import Query, fitting, joined, telling, values
from dragoman.web.happened import happened

if TYPE_CHECKING:
    from dragoman.record import Store

_AT = """
    SELECT g.merged, any_value(g.date_from) AS date_from, any_value(g.no) AS no
    FROM events e JOIN members m USING (report, event) JOIN merged_events g USING (merged) WHERE {where}
    GROUP BY g.merged
"""
_HERE = "e.place = $place AND coalesce(e.place_country, '') = $in"
_PAGE = "SELECT merged FROM here ORDER BY date_from NULLS LAST, no, merged LIMIT $limit OFFSET $offset"


class Spot(NamedTuple):
    """A place by its name and its country ("" where that is unknown)."""

    name: str
    country: str


class At(NamedTuple):
    """How many events took place somewhere, and those of a page as the timeline shows them."""

    total: int
    rows: list[dict[str, Any]]


def spots(store: Store, query: Query) -> list[dict[str, Any]]:
    """Places, most events first: place, country, lat, lon (null where unknown), events, whole.

    `whole` is true where the place is a country, whose point stands for all of it. One name in one country is one
    place, at the coordinates that most of its events have.
    """
    found: dict[Spot, dict[str, Any]] = {}
    for row in places(Chosen(store, query)).to_pylist():
        spot = Spot(row["place"], row["country"] or "")
        if spot in found:
            found[spot]["events"] += row["events"]
        else:
            found[spot] = {**row, "whole": _whole(spot)}
    return sorted(found.values(), key=lambda row: -row["events"])


def at(store: Store, spot: Spot, query: Query) -> At:
    """The events of one place, of those that a query keeps."""
    given = {**values(query), "place": spot.name, "in": spot.country}
    with Asked(store) as asked:
        where = joined((*fitting(query, "g"), *telling(query), _HERE))
        here = asked.ask(_AT.format(where=where), given)
        asked.table("here", here)
        page = asked.ask(_PAGE, given)
    return At(here.num_rows, happened(store, page["merged"].to_pylist()))


def _whole(spot: Spot) -> bool:
    country = countries().get(spot.country)
    return country is not None and spot.name in {country.name, *country.aliases}
