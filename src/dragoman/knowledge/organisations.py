"""International bodies, blocs, armed groups, parties, ministries, forces, services and news agencies, by their names.

Forms are case-sensitive ("WHO" is a body and "who" is not). Abbreviations and names that several bodies or everyday
words share are left out of the table: what is ambiguous stays unknown. A user's own bodies (`own`) stand beside ours
and take a name that both have.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.knowledge.own import OwnActor, follows_own, own_actors
from dragoman.knowledge.table import parts, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

OrganisationKind = Literal["organisation", "group"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """One body or armed group.

    `country` is a code of `countries()` or PLOVER's UNO, IGO, EUR, NGO, IMG or MNC; None where several states have a
    body of that name ("Joint Chiefs of Staff"). `sector` is PLOVER's, None for a body of many tasks (the UN).
    `founded` and `dissolved` are years, None where they are not known or it is still there.
    """

    name: str
    aliases: tuple[str, ...]
    kind: OrganisationKind
    country: str | None
    sector: str | None
    wikidata: str | None
    founded: int | None
    dissolved: int | None
    source: str


@follows_own
def organisations() -> tuple[Organisation, ...]:
    """Every organisation and group, sorted by name, the user's own before ours."""
    own = [_own(each) for each in own_actors() if each.kind != "person"]
    taken = {each.name for each in own}
    ours = map(_organisation, rows("organisations.csv"))
    return (*sorted(own, key=lambda each: each.name), *(each for each in ours if each.name not in taken))


@follows_own
def organisation_names() -> Mapping[str, Organisation]:
    """Every name and alias, as written in news; match the longest first."""
    found: dict[str, Organisation] = {}
    for each in organisations():
        for form in (each.name, *each.aliases):
            found.setdefault(form, each)
    return MappingProxyType(found)


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        name=row["name"],
        aliases=parts(row["aliases"]),
        kind=cast("OrganisationKind", row["kind"]),
        country=row["country"] or None,
        sector=row["sector"] or None,
        wikidata=row["wikidata"] or None,
        founded=int(row["founded"]) if row["founded"] else None,
        dissolved=int(row["dissolved"]) if row["dissolved"] else None,
        source=row["source"],
    )


def _own(row: OwnActor) -> Organisation:
    return Organisation(
        name=row.name,
        aliases=row.aliases,
        kind=cast("OrganisationKind", row.kind),
        country=row.country,
        sector=row.sector,
        wikidata=row.wikidata,
        founded=row.first.year if row.first else None,
        dissolved=row.last.year if row.last else None,
        source=row.source,
    )
