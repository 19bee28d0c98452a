"""States and territories: codes, written forms, a point on the map.

Codes are ISO 3166-1 alpha-3, XKX for Kosovo, and ISO 3166-3's for states that are no more (SUN, YUG, DDR...). Forms
are case-sensitive: "US" is a country and "us" is not. A form that two states claim ("Korea", "Congo") is either
decided in the table, with the reason in its note, or left out: what is ambiguous stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.knowledge.table import parts, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Country:
    """One state or territory.

    `capital` has the capital's spellings. `seats` are the words that news puts for the government, the capital among
    them where it is so used. `lat` and `lon` are degrees (WGS 84) of a point in the country, rounded, None where no
    one point would do. `geonames` is GeoNames' id.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    nationals: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    lat: float | None
    lon: float | None
    geonames: int | None
    source: str
    note: str


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code."""
    return MappingProxyType({row["code"]: _country(row) for row in rows("countries.csv")})


@cache
def names() -> Mapping[str, tuple[str, str]]:
    """Every written form, with the code and how it names the country.

    How is "name", "alias", "adjective", "national", "capital" or "seat". A capital that also stands for its government
    is "capital" here; whether it does, `Country.seats` says. Sort by length and match the longest first: "Guinea" lies
    in "Equatorial Guinea". Forms that hold a country's name but mean something else are in `masks()`.
    """
    found: dict[str, tuple[str, str]] = {}
    for country in countries().values():
        for form, how in _forms(country):
            found.setdefault(form, (country.code, how))
    return MappingProxyType(found)


@cache
def masks() -> Mapping[str, str]:
    """Longer names that hold a country's form and are not that country ("South America"), with what they are."""
    return MappingProxyType({row["form"]: row["names"] for row in rows("not_countries.csv")})


def _forms(country: Country) -> Iterator[tuple[str, str]]:
    yield country.name, "name"
    for how, forms in (
        ("alias", country.aliases),
        ("adjective", country.adjectives),
        ("national", country.nationals),
        ("capital", country.capital),
        ("seat", country.seats),
    ):
        for form in forms:
            yield form, how


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        aliases=parts(row["aliases"]),
        adjectives=parts(row["adjectives"]),
        nationals=parts(row["nationals"]),
        capital=parts(row["capital"]),
        seats=parts(row["seats"]),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        geonames=int(row["geonames"]) if row["geonames"] else None,
        source=row["source"],
        note=row["note"],
    )
