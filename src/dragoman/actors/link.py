"""Link mentions to actors by passes from most to least sure; each link keeps the name of the pass that made it.

The order follows the multi-pass sieve of Lee et al. (2013): names, aliases, offices, heads, pronouns. What no pass
links becomes an actor of its own; two actors of different countries or offices never merge.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.actors import people
from dragoman.actors.beside import named_beside
from dragoman.actors.cluster import Cluster
from dragoman.actors.ground_words import PLACE
from dragoman.actors.names import is_full
from dragoman.knowledge.offices import name_key
from dragoman.language import once_a_parse
from dragoman.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors.cluster import Pair
    from dragoman.actors.found import Found
    from dragoman.model import Interval


class Linker:
    """The actors of one report while its mentions are linked, all by the token index of a mention's head.

    `at` is who is named there. `pairs` are two named together, `groups` those of them that one word names ("both
    sides"), `shared` the two whom one phrase describes ("ministers of Chad and Niger").
    """

    def __init__(self, doc: Doc, day: Interval | None) -> None:
        self.doc = doc
        self.day = day
        self.clusters: list[Cluster] = []
        self.at: dict[int, Cluster] = {}
        self.pairs: dict[int, Pair] = {}
        self.groups: set[int] = set()
        self.shared: dict[int, Pair] = {}
        self._places: set[int] = set()
        self._told: set[str | None] = set()
        self._named: dict[tuple[str, ...], list[Cluster]] = {}

    def link(self, found: list[Found]) -> list[Cluster]:
        """All passes over the phrases; the clusters come in the order of their first mention."""
        self._told = {one.country for one in found}
        rest = [one for one in found if not self._by_name(one)]
        rest = [one for one in rest if not self._by_surname(one)]
        rest = [one for one in rest if not self._by_description(one)]
        rest = [one for one in rest if not self._by_office(one)]
        for one in rest:
            self._by_head(one)
        return self.in_order()

    def in_order(self) -> list[Cluster]:
        """The clusters by first mention, each with its mentions in order."""
        for cluster in self.clusters:
            cluster.mentions.sort(key=lambda mention: mention.span)
        return sorted(self.clusters, key=lambda cluster: cluster.mentions[0].span)

    def join(self, cluster: Cluster, found: Found, via: str) -> None:
        """Add a phrase to an actor, with what it says."""
        cluster.learn(found)
        before = self.at.get(found.head)
        if before is not None and before is not cluster:
            self.shared[found.head] = (before, cluster)
        if via == PLACE:
            self._places.add(found.head)
        self.add(cluster, Mention(found.span, via), found.head)

    def add(self, cluster: Cluster, mention: Mention, head: int) -> None:
        """Add a mention to an actor."""
        if cluster not in self.clusters:
            self.clusters.append(cluster)
        cluster.mentions.append(mention)
        cluster.heads.append(head)
        self.at[head] = cluster

    def is_place(self, head: int) -> bool:
        """Whether the country named there is only where something happens."""
        return head in self._places

    def forget(self, head: int) -> None:
        """Drop the actor of the phrase at a head, if it is named nowhere else: another reading was found."""
        cluster = self.at.get(head)
        if cluster is not None and set(cluster.heads) == {head}:
            self.clusters.remove(cluster)
            del self.at[head]

    def merge(self, cluster: Cluster, into: Cluster) -> None:
        """Give all mentions of one actor to another, who stays."""
        self.clusters.remove(cluster)
        into.mentions += cluster.mentions
        into.heads += cluster.heads
        self.at.update(dict.fromkeys(cluster.heads, into))

    def is_new(self, head: int) -> bool:
        """Whether the words announce somebody new: "a US official", "another envoy"."""
        return any(child.lower_ in {"a", "an", "another", "some", "one"} for child in self.doc[head].children)

    def _by_name(self, found: Found) -> bool:
        """Countries, organisations and people by their full name."""
        key = _name_key(found)
        if key is None:
            return False
        same = self._named.setdefault(key, [])
        cluster = next((one for one in same if one.agrees(replace(found, role=None))), None)
        if cluster is None:
            cluster = self._new(found)
            same.append(cluster)
            if found.kind == "person":
                _add_person(cluster, people.by_full_name(found.name or "", found.country, self.day))
        self.join(cluster, found, found.via)
        return True

    def _new(self, found: Found) -> Cluster:
        return Cluster(kind=found.kind, name=found.name)

    def _by_surname(self, found: Found) -> bool:
        """A part of a name: a person named in full in the report, else the one office holder whom it fits."""
        if found.kind != "person" or found.name is None:
            return False
        fitting = [one for one in self.clusters if one.is_called(found.name) and one.agrees(found)]
        fitting = [one for one in fitting if min(one.heads) < found.head] or fitting
        if len(fitting) == 1:
            self.join(fitting[0], found, "alias")
            return True
        cluster = self._new(found)
        if not fitting and not found.owner:
            if not self._is_word(found):
                _add_person(cluster, people.by_surname(found, self.day, self._told))
            cluster.country = cluster.country or people.only_country(found)
        self.join(cluster, found, "office" if cluster.office else "name")
        return True

    def _is_word(self, found: Found) -> bool:
        """Whether the report has a bare surname as a word, too: "Park said the *park* was closed"."""
        bare = found.title is None and found.country is None and (found.name or "").isalpha()
        return bare and str(found.name).lower() in _words(self.doc)

    def _by_description(self, found: Found) -> bool:
        """A description of who is named beside it: "China's top diplomat, Wang Yi,", "the rebel group Red Oar"."""
        for at, via in named_beside(self.doc, found, self.at):
            cluster = self.at[at]
            fits = _is_one_person(cluster, found) or (via == "apposition" and _is_named_body(cluster, found))
            if fits and cluster.agrees(found, said_only=True):
                self.join(cluster, found, via)
                return True
        return False

    def _by_office(self, found: Found) -> bool:
        """A description with country: the person who holds the office in the report, else in the table that day."""
        if not found.country or not found.title:
            return False
        same = [one for one in self.clusters if one.country == found.country and _same_office(one, found)]
        if len(same) == 1 and not self.is_new(found.head):
            self.join(same[0], found, "office")
            return True
        cluster = self._new(found)
        if found.role and found.kind == "person" and not same and not found.former:
            _add_person(cluster, people.holder(found.country, found.role, self.day))
        self.join(cluster, found, "office" if cluster.office else "description")
        return True

    def _by_head(self, found: Found) -> None:
        """A bare description ("the ministry"): the nearest actor before it with that word in its title."""
        before = [
            one
            for one in self.clusters
            if one.kind == found.kind
            and one.plural == found.plural
            and _same_head(one, found)
            and one.heads[0] < found.head
        ]
        if before and self._is_definite(found):
            self.join(max(before, key=lambda one: max(at for at in one.heads if at < found.head)), found, "head")
            return
        self.join(self._new(found), found, "description")

    def _is_definite(self, found: Found) -> bool:
        head = self.doc[found.head]
        noun = head.head if head.dep_ in {"compound", "nmod"} else head
        return any(child.lower_ in {"the", "this", "that", "these"} for child in noun.children)


@once_a_parse
def _words(doc: Doc) -> frozenset[str]:
    return frozenset(token.text for token in doc)


def _is_one_person(cluster: Cluster, found: Found) -> bool:
    return found.kind == "person" and cluster.kind == "person" and not cluster.plural


def _is_named_body(cluster: Cluster, found: Found) -> bool:
    """Whether a body or armed group is named there and the words only describe one."""
    described = found.kind == "organisation" and found.name is None and not found.plural
    return described and cluster.kind in {"organisation", "group"} and cluster.name is not None and not cluster.plural


def _name_key(found: Found) -> tuple[str, ...] | None:
    if found.name is None or (found.kind == "person" and not is_full(found.name)):
        return None
    if found.kind == "country":
        return ("country", found.country or found.name)
    return (found.kind, name_key(found.name))


def _add_person(cluster: Cluster, person: people.Person | None) -> None:
    if person is None:
        return
    cluster.name = person.name
    cluster.call(person.name)
    cluster.country = cluster.country or person.country
    cluster.wikidata = person.wikidata
    cluster.sector = cluster.sector or person.sector
    if person.term:
        cluster.office, cluster.role, cluster.sector = person.term.position, person.term.role, person.term.sector
        cluster.title = cluster.title or person.term.position.lower()


def _same_office(cluster: Cluster, found: Found) -> bool:
    if found.owner != (cluster.owner if found.owner else None):
        return False
    if found.role and found.kind == "person":
        return cluster.kind == "person" and cluster.role == found.role and cluster.former == found.former
    return cluster.kind == found.kind and cluster.plural == found.plural and cluster.title == found.title


def _same_head(cluster: Cluster, found: Found) -> bool:
    return bool(cluster.title and found.title) and str(cluster.title).split()[-1] == str(found.title).split()[-1]
