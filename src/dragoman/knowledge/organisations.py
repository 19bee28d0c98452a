"""International bodies, blocs, armed groups, parties, ministries, forces, services and news agencies, by their names.

Forms are case-sensitive ("WHO" is a body and "who" is not). Abbreviations and names that several bodies or everyday
words share are left out of the table: what is ambiguous stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.knowledge.table import parts, rows

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Organisation:
    """One body or armed group.

    `country` is a code of `countries()` or PLOVER's UNO, IGO, EUR, NGO, IMG or MNC; None where several states have a
    body of that name ("Joint Chiefs of Staff"). `sector` is PLOVER's, None for a body of many tasks (the UN).
    """

    name: str
    aliases: tuple[str, ...]
    kind: Literal["organisation", "group"]
    country: str | None
    sector: str | None
    wikidata: str | None
    source: str


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation and group, sorted by name."""
    return tuple(_organisation(row) for row in rows("organisations.csv"))


@cache
def organisation_names() -> Mapping[str, Organisation]:
    """Every name and alias, as written in news; match the longest first."""
    return MappingProxyType({form: each for each in organisations() for form in (each.name, *each.aliases)})


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        name=row["name"],
        aliases=parts(row["aliases"]),
        kind=cast("Literal['organisation', 'group']", row["kind"]),
        country=row["country"] or None,
        sector=row["sector"] or None,
        wikidata=row["wikidata"] or None,
        source=row["source"],
    )
