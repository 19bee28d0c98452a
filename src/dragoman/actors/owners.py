"""Whose a person is: "the mayor's spokeswoman", "his counterpart", "the ministry's spokesman"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dragoman.knowledge.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.link import Linker
    from dragoman.knowledge.offices import Role

COUNTERPARTS = frozenset({"counterpart", "counterparts", "opposite number"})
OTHERS = frozenset({"allies", "ally", "enemies", "enemy", "neighbours", "neighbors", "rival", "rivals", "partners"})
"""Words for those who are of another country than whose they are."""

SERVING = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "leader", "leaders", "chief", "chiefs"}
    | {"member", "members", "official", "officials", "representative", "commander", "commanders", "head", "heads"}
)
"""Words for those whose sector is that of whom they serve: a party's leader is no government's."""

KIN = frozenset(
    {"aunt", "brother", "confidant", "cousin", "daughter", "father", "husband", "mentor", "mother", "nephew", "niece"}
    | {"protégé", "protege", "sister", "son", "uncle", "widow", "wife", "brother-in-law", "son-in-law"}
)
"""Words for those who are nearly always of one country with whose they are, though no table has them as titles."""


def link_owners(linker: Linker) -> None:
    """Give described actors the country of whom they belong to, and merge counterparts into office holders."""
    for cluster in linker.clusters:
        if cluster.kind == "person" and cluster.country is None:
            cluster.country = _country_of_kin(linker, cluster)
    for cluster in list(linker.clusters):
        before = (cluster.title or "").endswith("predecessor")
        if cluster.title and (before or not (cluster.name and cluster.country)):
            _own(linker, cluster)
            if cluster.name is None and cluster.title.split()[-1] in COUNTERPARTS:
                _merge_counterpart(linker, cluster)


def _country_of_kin(linker: Linker, cluster: Cluster) -> str | None:
    """The country of whose kin a name is called: "*his* uncle, Jane Roe", "*his* uncle Jane Roe"."""
    for at in cluster.heads:
        head = linker.doc[at]
        beside = [head.head] if head.dep_ == "appos" else [one for one in head.children if one.dep_ == "compound"]
        if any(one.lower_ in KIN for one in beside):
            owners = [one for word in (head, head.head) for one in word.children if one.dep_ == "poss"]
            found = {linker.at[one.i].country for one in owners if one.i in linker.at and one.i not in linker.pairs}
            return next(iter(found)) if len(found) == 1 else None
    return None


def _own(linker: Linker, cluster: Cluster) -> None:
    for at in cluster.heads:
        for child in linker.doc[at].children:
            owner = _owner_at(linker, child, cluster)
            if owner is None or owner is cluster:
                continue
            if (cluster.title or "").split()[-1] not in COUNTERPARTS | OTHERS:
                cluster.country = cluster.country or owner.country
                _serve(cluster, owner)
                owned = owner.kind != "country" and cluster.role is None
                cluster.owner = cluster.owner or (_called(owner) if owned else None)


def _serve(cluster: Cluster, owner: Cluster) -> None:
    """Take the sector of the body that is served, and from an office holder the office that came before or after."""
    words = set((cluster.title or "").split())
    if owner.kind in {"organisation", "group"} and owner.sector and cluster.sector == "GOV" and SERVING & words:
        cluster.sector = owner.sector
    if owner.kind == "person" and "successor" in words and (role := _role_once(owner)):
        cluster.title, cluster.role, cluster.sector = str(owner.title).removeprefix("former "), role, "GOV"
        return
    if owner.kind == "person" and owner.role and not owner.former and "predecessor" in words:
        cluster.title, cluster.role, cluster.former, cluster.owner = owner.title, owner.role, True, None
        cluster.sector = "ELI"


def _role_once(owner: Cluster) -> Role | None:
    """The office that somebody held, None for who still holds it: a sitting president's successor is not in office."""
    title = titles().get((owner.title or "").removeprefix("former "))
    past = owner.former or (owner.title or "").startswith("former ")
    return cast("Role | None", title.role) if title and past else None


def _called(owner: Cluster) -> str | None:
    return owner.name or (owner.title if owner.kind == "organisation" else None)


def _owner_at(linker: Linker, child: Token, owned: Cluster) -> Cluster | None:
    """Who possesses an actor by the word below its head: "*her* envoy", "*Roe* government", "head of *the bank*"."""
    if child.dep_ == "poss":
        return linker.at.get(child.i) if child.i not in linker.pairs else None
    if child.dep_ in {"compound", "nmod", "amod"} and owned.kind == "organisation":
        called = [one for one in linker.clusters if one.is_called(child.text)]
        return called[0] if len(called) == 1 else None
    if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
        return next((one for noun in child.children for one in _of(linker, noun, child.lower_)), None)
    return None


def _of(linker: Linker, noun: Token, prep: str) -> Iterator[Cluster]:
    """The actor behind "of": the noun, else its possessor; behind "for" a body only, since envoys are "for" a country.

    Words for two actors ("leaders of *the two countries*") tell nothing of one.
    """
    near = [noun, *(child for child in noun.children if child.dep_ == "poss")]
    found = (linker.at[one.i] for one in near if one.i in linker.at and one.i not in linker.pairs)
    yield from (one for one in found if prep == "of" or one.kind == "organisation")


def _merge_counterpart(linker: Linker, cluster: Cluster) -> None:
    """A counterpart holds the office of the one whom he stands against, in the country that is named."""
    roles = {
        other.role
        for at in cluster.heads
        for token in linker.doc[at].sent
        if (other := linker.at.get(token.i)) is not None and other.role and other.country != cluster.country
    }
    same = [
        one
        for one in linker.clusters
        if one is not cluster
        and one.kind == "person"
        and one.country
        and one.country == cluster.country
        and one.role in roles
    ]
    if len(same) == 1:
        cluster.mentions = [type(one)(one.span, "counterpart") for one in cluster.mentions]
        linker.merge(cluster, same[0])
