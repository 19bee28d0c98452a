"""The actors stage: phrases are found, linked by the sieve, and handed on as actors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.actors.acronyms import with_acronyms
from dragoman.actors.compass import compass_phrases
from dragoman.actors.context import place_in_context
from dragoman.actors.describe import found_phrases
from dragoman.actors.first_person import link_first_persons
from dragoman.actors.forces import link_forces
from dragoman.actors.ground import drop_ground
from dragoman.actors.late import link_late
from dragoman.actors.link import Linker
from dragoman.actors.owners import link_owners
from dragoman.actors.pairs import link_pairs
from dragoman.actors.pronouns import link_pronouns
from dragoman.actors.propagate import propagated
from dragoman.actors.rulers import with_rulers
from dragoman.knowledge import countries
from dragoman.language import once_a_parse
from dragoman.model import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.found import Found
    from dragoman.model import Mention, Report


def add_actors(report: Report) -> Report:
    """The report with its actors; needs `parse`, and `published` for offices.

    Ids are "a1", "a2"... in the order of first mention, the same on every run. Mentions of one actor never overlap.
    """
    if report.parse is None:
        return report
    found = with_rulers(report.parse, _said(report.parse), report.published.interval)
    found += compass_phrases(report.parse, found)
    linker = Linker(report.parse, report.published.interval)
    linker.link(sorted(found, key=lambda one: one.head))
    link_pairs(linker)
    link_pronouns(linker)
    link_first_persons(linker)
    link_forces(linker)
    link_owners(linker)
    place_in_context(report.parse, linker.clusters)
    link_late(linker)
    drop_ground(linker.clusters)
    clusters = linker.in_order()
    return replace(report, actors=tuple(_actor(cluster, f"a{n}") for n, cluster in enumerate(clusters, 1)))


@once_a_parse
def _said(doc: Doc) -> tuple[Found, ...]:
    """What the words say of actors, on whatever day."""
    return tuple(propagated(doc, with_acronyms(doc, found_phrases(doc))))


NO_OFFICE = frozenset(
    {"agent", "brother", "child", "counterpart", "daughter", "defector", "dissident", "father", "fugitive", "hostage"}
    | {"husband", "mother", "neighbor", "neighbour", "predecessor", "prisoner", "protester", "refugee", "sister", "son"}
    | {"soldier", "spy", "successor", "survivor", "suspect", "victim", "widow", "wife", "witness"}
)
"""Last words of roles that are no post that anybody holds."""


def _actor(cluster: Cluster, name: str) -> Actor:
    return Actor(
        id=name,
        name=cluster.name or _described(cluster),
        kind=cluster.kind,
        mentions=_apart(cluster.mentions),
        country=cluster.country,
        office=_office(cluster),
        sector=cluster.sector or ("GOV" if cluster.kind == "country" else None),
        wikidata=cluster.wikidata,
    )


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in order, the longer of two that overlap."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda one: one.span))


def _described(cluster: Cluster) -> str:
    """A name for who has none: title and whose, "foreign ministry of China"."""
    title = cluster.title or "unnamed"
    owner = cluster.owner or _country_name(cluster.country)
    return f"{title} of {owner}" if owner else title


def _office(cluster: Cluster) -> str | None:
    """The office as shown: "former president of South Korea"; None for those who hold none that is stated.

    Who serves a body or a person has theirs in it ("manager of Harbour Agency"), others the country.
    """
    title = cluster.office or cluster.title
    if title is None or cluster.kind != "person" or title.split()[-1] in NO_OFFICE:
        return None
    owner = (None if cluster.role else cluster.owner) or _country_name(cluster.country)
    former = "former " if cluster.former and not cluster.office and not title.startswith("former ") else ""
    return f"{former}{title} of {owner}" if owner else f"{former}{title}"


def _country_name(code: str | None) -> str | None:
    row = countries.countries().get(code or "")
    return row.name if row else None
