"""GeoNames' towns above 1,000 people and regions of the first and second level, by name.

The table lies packed beside the code, sorted by key; a name is found in it by bisection, so that nothing is parsed
but what is asked for. Unpacking takes about a tenth of a second and 20 MB once a process.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from math import log10
from typing import Literal, NamedTuple, cast

ANOTHER_NAME = 1.0
"""What a name that is not GeoNames' first for a place loses: among them are names in all languages."""


class Entry(NamedTuple):
    """One place under one of its names.

    `own` says whether the name asked for is the place's own or another of it. `kind` is "P" for a town, "A" and "B"
    for a region of the first and second level, whose point is the middle of the box around its towns. `admin1` is
    GeoNames' code of the first-level region; `population` is a region's towns' together.
    """

    own: bool
    name: str
    kind: Literal["P", "A", "B"]
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    geonames: int


@cache
def _table() -> bytes:
    packed = files("dragoman.knowledge").joinpath("geonames.tsv.gz").read_bytes()
    return b"\n" + gzip.decompress(packed)


@lru_cache(maxsize=50_000)
def entries(key: str) -> tuple[Entry, ...]:
    """The places that bear the name, which is given as a `place_key`; none for a name that no place has."""
    if not key:
        return ()
    table, wanted = _table(), f"{key}\t".encode()
    at = _first(table, wanted)
    found = []
    while table.startswith(wanted, at):
        end = table.index(b"\n", at)
        found.append(_entry(table[at:end].decode()))
        at = end + 1
    return tuple(found)


def _first(table: bytes, wanted: bytes) -> int:
    """Where the first line begins that does not sort before `wanted`."""
    low, high = 1, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle + 1) + 1
        start = max(start, low)
        if table[start : start + len(wanted)] < wanted:
            low = table.index(b"\n", start) + 1
        else:
            high = start
    return low


def _entry(line: str) -> Entry:
    _, known_as, name, kind, country, admin1, lat, lon, population, id_ = line.split("\t")
    return Entry(
        own=known_as == "n",
        name=name,
        kind=cast("Literal['P', 'A', 'B']", kind),
        country=country,
        admin1=admin1,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        geonames=int(id_),
    )


def weight(entry: Entry) -> float:
    """How likely the name means this place before a report is looked at, in powers of ten of a town's people.

    First-level regions are named more than their people tell, second-level ones less than towns.
    """
    people = log10(max(entry.population, 100))
    by_kind = {"P": people, "A": 3 + people / 2, "B": people - 1.5}[entry.kind]
    return by_kind if entry.own else by_kind - ANOTHER_NAME
