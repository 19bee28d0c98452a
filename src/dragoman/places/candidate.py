"""What a name may stand for: countries, places kept by hand, GeoNames' towns and regions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.countries import countries
from dragoman.knowledge.geonames import entries, weight
from dragoman.knowledge.place_names import place_key
from dragoman.knowledge.places import country_points, hand_names, place_adjectives, short_names

if TYPE_CHECKING:
    from dragoman.knowledge.geonames import Entry
    from dragoman.knowledge.places import HandPlace

COUNTRY = "country"
UNPLACED = "unplaced"
"""The kind of a place of which no more than the country is known."""
REGIONS = frozenset({"A", "B", "province", "state", "county", "region"})
"""Kinds that a town is said to lie in: "Springfield, Illinois"."""
PRIOR = {
    "country": 8.5,
    "capital": 8.3,
    "world": 8.0,
    "city": 7.5,
    "sea": 7.5,
    "state": 7.3,
    "province": 7.3,
    "county": 6.0,
}
"""How likely a name kept by hand means that place before anything else is known, on the scale of a town's population
in powers of ten."""
WHOLE = frozenset({"A", "state", "province"})
"""Kinds of first-level regions."""
OTHER = 6.5
"""The same for sites, islands, rivers and the rest."""
SEAT = "venue"
UNMISTAKEN = frozenset({"state", "province", "region", "world", "sea", "strait", "site", "base", "mountains", "lake"})
"""Kinds whose names, as kept by hand, are seldom persons' or words."""
SHARED = {"congo": ("COD", "COG"), "korea": ("KOR", "PRK"), "koreas": ("KOR", "PRK")}
"""Names that two countries share and `countries()` leaves out, by key."""
SHORTEST = 2
"""Letters of a key that are too few for a place of GeoNames: "us", "no"."""
CAPITAL = 1.5


class Candidate(NamedTuple):
    """One place that a name may stand for; `prior` is how likely before the report is looked at."""

    name: str
    kind: str
    country: str | None
    admin1: str
    lat: float | None
    lon: float | None
    geonames: int | None
    population: int
    prior: float

    @property
    def is_region(self) -> bool:
        """Whether towns are said to lie in it."""
        return self.kind in REGIONS or self.kind == COUNTRY


def of_country(code: str) -> Candidate:
    """The country itself, at GeoNames' point."""
    row = countries()[code]
    lat, lon = country_points().get(code, (row.lat, row.lon))
    return Candidate(row.name, COUNTRY, code, "", lat, lon, row.geonames, 0, PRIOR[COUNTRY])


@lru_cache(maxsize=50_000)
def candidates(key: str) -> tuple[Candidate, ...]:
    """Every place of the tables with the name, given as a `place_key`; places kept by hand hide GeoNames' twins."""
    if key in SHARED:
        return tuple(of_country(code) for code in SHARED[key])
    by_hand = tuple(_by_hand(place) for place in hand_names().get(key, ()))
    ids = {one.geonames for one in by_hand}
    regions = {one.country for one in by_hand if one.is_region}
    found: dict[int, Candidate] = {}
    for entry in entries(key) if len(key) > SHORTEST else ():
        twin = entry.geonames in ids or (entry.kind != "P" and entry.country in regions)
        if not twin and (entry.geonames not in found or entry.own):
            found[entry.geonames] = _of_entry(entry)
    return (*by_hand, *found.values())


def likelihood(key: str) -> float:
    """The likelihood of the likeliest place of the name before the report is looked at; 0 for a name of none."""
    return max((one.prior for one in candidates(key)), default=0.0)


def is_by_hand(key: str, *, all_kinds: bool) -> bool:
    """Whether the name is of a place kept by hand, no seat of power, and unless `all_kinds` of one in `UNMISTAKEN`."""
    kinds = {place.kind for place in hand_names().get(key, ())} - {SEAT}
    return bool(kinds if all_kinds else kinds & UNMISTAKEN)


def is_seat(key: str) -> bool:
    """Whether the name is a summit's or government's seat, which news also puts for who sits there: "White House"."""
    return any(place.kind == SEAT for place in hand_names().get(key, ()))


def regions_named(key: str) -> bool:
    """Whether a first-level region or a sign for one has the name."""
    return bool(short_for(key)) or any(one.kind in WHOLE for one in candidates(key))


@lru_cache(maxsize=1_000)
def short_for(key: str) -> tuple[Candidate, ...]:
    """The regions for which a sign behind a town stands: "Ont."."""
    return tuple(_by_hand(place) for place in short_names().get(key, ()))


@lru_cache(maxsize=1_000)
def adjective_for(key: str) -> tuple[Candidate, ...]:
    """The regions and continents that an adjective means: "Chechen", "European"."""
    return tuple(_by_hand(place) for place in place_adjectives().get(key, ()))


def _by_hand(place: HandPlace) -> Candidate:
    region = next((one for one in _regions(place) if one.country == place.country), None)
    return Candidate(
        place.name,
        place.kind,
        place.country,
        region.admin1 if region else "",
        place.lat,
        place.lon,
        place.geonames or (region.geonames if region else None),
        0,
        PRIOR.get(place.kind, OTHER),
    )


def _regions(place: HandPlace) -> list[Entry]:
    """GeoNames' twins of a first-level region that is kept by hand."""
    if place.kind not in REGIONS:
        return []
    return [one for form in (place.name, *place.aliases) for one in entries(place_key(form)) if one.kind == "A"]


def _of_entry(entry: Entry) -> Candidate:
    return Candidate(
        entry.name, entry.kind, entry.country, entry.admin1, entry.lat, entry.lon, entry.geonames, entry.population,
        _prior(entry),
    )  # fmt: skip


def _prior(entry: Entry) -> float:
    """The weight of the name, and for a capital more."""
    is_capital = entry.kind == "P" and entry.name in countries()[entry.country].capital
    return weight(entry) + (CAPITAL if is_capital else 0)
