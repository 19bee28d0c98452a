"""Links that can be made only once the surroundings have told whose somebody is: "the president" of the one state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.link import Linker


def link_late(linker: Linker) -> None:
    """Join described actors to the one of the same country who holds that office, or is described in the same words.

    "Crowds" here and "the crowds" there are the same if both are Peru's; "an official" twice may be two.
    """
    for cluster in sorted(linker.clusters, key=lambda one: min(one.heads)):
        if cluster.name is None and cluster.country and cluster.title:
            same = [one for one in linker.clusters if one is not cluster and _is_same(linker, cluster, one)]
            if len(same) == 1:
                linker.merge(cluster, same[0])
    _link_rebels(linker)


def _link_rebels(linker: Linker) -> None:
    """Join "the rebels" to the armed group that was named before, if the report names only one."""
    armed = [one for one in linker.clusters if one.name and one.sector == "REB" and one.kind != "person"]
    if len(armed) != 1:
        return
    for cluster in list(linker.clusters):
        if cluster.name is None and cluster.kind == "group" and cluster.sector == "REB" and cluster.owner is None:
            head = min(cluster.heads)
            definite = any(child.lower_ == "the" for child in linker.doc[head].children)
            bare = not any(child.dep_ in {"amod", "nummod", "prep"} for child in linker.doc[head].children)
            if definite and bare and min(armed[0].heads) < head and cluster.country in {None, armed[0].country}:
                linker.merge(cluster, armed[0])


def _is_same(linker: Linker, cluster: Cluster, other: Cluster) -> bool:
    if other.country != cluster.country or other.kind != cluster.kind or other.plural != cluster.plural:
        return False
    if cluster.former or other.former or cluster.owner != other.owner:
        return False
    if cluster.kind == "person":
        return _holds(linker, cluster, other)
    earlier = min(other.heads) < min(cluster.heads)
    return other.name is None and other.title == cluster.title and earlier and not _is_counted(linker, cluster)


def _holds(linker: Linker, cluster: Cluster, other: Cluster) -> bool:
    """Whether the other is the named holder of the office that the description gives."""
    held = cluster.role is not None and other.role == cluster.role and other.name is not None
    return held and _is_of_one(linker.doc[min(cluster.heads)])


def _is_of_one(head: Token) -> bool:
    """Whether the words mean somebody, as a headline's bare subject does: "the president", not "ran for president"."""
    if any(child.lower_ in {"the", "this"} or child.dep_ == "poss" for child in head.children):
        return True
    return head.dep_ in {"nsubj", "nsubjpass"} and not any(child.dep_ == "det" for child in head.children)


def _is_counted(linker: Linker, cluster: Cluster) -> bool:
    """Whether the words announce others than before: "*more* troops", "*another* army"."""
    beside = linker.doc[min(cluster.heads)].children
    return any(child.lower_ in {"a", "an", "another", "more", "other", "new", "some"} for child in beside)
