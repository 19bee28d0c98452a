"""Places kept by hand, which GeoNames' towns lack: seas, islands, ranges, regions, bases, test sites, crossings.

Points are the middle of what they stand for, to some 20 km for a site or town, and rounder for a sea or region.
`kind` "country" gives GeoNames' point for a country of `countries()` whose own in that table is another's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.knowledge.place_names import place_key
from dragoman.knowledge.table import parts, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

ACRONYM = 5
"""Most letters of an acronym."""


@dataclass(frozen=True, slots=True)
class HandPlace:
    """One place kept by hand.

    `adjectives` are a region's ("Chechen", "European"); `short` are signs used behind towns ("Ont."). `country` is
    a code of `countries()`, None for what lies in several or in none.
    """

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    short: tuple[str, ...]
    kind: str
    country: str | None
    lat: float
    lon: float
    geonames: int | None
    source: str


@cache
def hand_places() -> tuple[HandPlace, ...]:
    """Every place of the table, as sorted there."""
    return tuple(_place(row) for row in rows("places.csv"))


@cache
def hand_names() -> Mapping[str, tuple[HandPlace, ...]]:
    """The places that bear a name or alias, by its `place_key`; countries' points are left out."""
    return _index({place: (place.name, *place.aliases) for place in hand_places() if place.kind != "country"})


@cache
def acronyms() -> frozenset[str]:
    """The keys of names in capitals that are words otherwise: "ACT", "NSW"."""
    forms = {form for place in hand_places() for form in (place.name, *place.aliases)}
    return frozenset(place_key(form) for form in forms if form.isupper() and len(form) <= ACRONYM)


@cache
def place_adjectives() -> Mapping[str, tuple[HandPlace, ...]]:
    """The places that an adjective means, by its `place_key`: "Chechen", "European"."""
    return _index({place: place.adjectives for place in hand_places()})


@cache
def short_names() -> Mapping[str, tuple[HandPlace, ...]]:
    """The regions that a sign behind a town stands for, by its `place_key`: "Ont.", "Calif."."""
    return _index({place: place.short for place in hand_places()})


@cache
def country_points() -> Mapping[str, tuple[float, float]]:
    """GeoNames' point, degrees north and east, of countries by code."""
    return MappingProxyType({p.country: (p.lat, p.lon) for p in hand_places() if p.kind == "country" and p.country})


def _index(named: Mapping[HandPlace, tuple[str, ...]]) -> Mapping[str, tuple[HandPlace, ...]]:
    found: dict[str, tuple[HandPlace, ...]] = {}
    for place, forms in named.items():
        for key in {place_key(form) for form in forms}:
            found[key] = (*found.get(key, ()), place)
    return MappingProxyType(found)


def _place(row: dict[str, str]) -> HandPlace:
    return HandPlace(
        name=row["name"],
        aliases=parts(row["aliases"]),
        adjectives=parts(row["adjectives"]),
        short=parts(row["short"]),
        kind=row["kind"],
        country=row["country"] or None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        geonames=int(row["geonames"]) if row["geonames"] else None,
        source=row["source"],
    )
