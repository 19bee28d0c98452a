"""What kind of place an event's place is, as far as the tables tell."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from dragoman.knowledge.countries import countries
from dragoman.knowledge.geonames import entries
from dragoman.knowledge.place_names import place_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model import Place

PlaceKind = Literal["country", "province", "district", "city"]
_KINDS: Mapping[str, PlaceKind] = {"P": "city", "A": "province", "B": "district"}


def kind(place: Place | None) -> PlaceKind | None:
    """A country, a region of the first or second level or a town; None for what GeoNames' table has not."""
    if place is None or place.geonames is None:
        return None
    country = countries().get(place.country or "")
    if country and country.geonames == place.geonames:
        return "country"
    found = (one.kind for one in entries(place_key(place.name)) if one.geonames == place.geonames)
    return _KINDS.get(next(found, ""))


def name_if(place: Place | None, wanted: PlaceKind) -> str | None:
    """The place's name if it is of this kind."""
    return place.name if place and kind(place) == wanted else None


def country_name(code: str | None) -> str | None:
    """The country's name in English; None for a body of many states."""
    country = countries().get(code or "")
    return country.name if country else None


@cache
def _fips() -> Mapping[str, str]:
    lines = files("dragoman.export").joinpath("fips.csv").read_text("utf-8").splitlines()
    return dict(line.split(",") for line in lines[1:])


def fips(code: str | None) -> str | None:
    """The two letters that FIPS 10-4 has for a country, as GDELT's places do."""
    return _fips().get(code or "")
