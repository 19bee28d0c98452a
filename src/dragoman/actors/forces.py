"""Crews and coalitions that are forces: who mans a ship of war, and states that fight together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dragoman.actors.cluster import Cluster
    from dragoman.actors.link import Linker

WARLIKE = frozenset(
    {"warship", "frigate", "destroyer", "submarine", "corvette", "minesweeper", "gunboat", "cruiser", "warplane"}
    | {"bomber", "fighter", "gunship", "tank", "minehunter"}
)
CRAFT = WARLIKE | frozenset(
    {"ship", "vessel", "boat", "aircraft", "plane", "jet", "helicopter", "tanker", "trawler", "ferry", "freighter"}
    | {"airliner", "tug", "yacht", "carrier"}
)
FORCES = frozenset({"military", "army", "navy", "naval", "force", "combat", "attack", "patrol"})
"""Words before a craft that make it one of war."""
FIGHTING = frozenset(
    {"fight", "battle", "war", "bomb", "bombing", "bombard", "strike", "airstrike", "raid", "shell", "troop", "force"}
    | {"military", "jet", "warplane", "rebel", "insurgent", "militant", "offensive", "front"}
)
"""Lemmas in whose sentence a coalition is one at war, and none of parties."""


def link_forces(linker: Linker) -> None:
    """Give crews the country and force of the craft that was last named, up to a sentence before.

    A coalition is taken for a government's unless its sentence tells of war.
    """
    for cluster in linker.clusters:
        if cluster.title == "coalition" and FIGHTING & {token.lemma_ for token in linker.doc[min(cluster.heads)].sent}:
            cluster.sector = "MIL"
        if (cluster.title or "").startswith("crew"):
            craft = next(_crafts(linker.doc[min(cluster.heads)]), None)
            if craft is not None:
                _man(linker, cluster, craft)


def _crafts(crew: Token) -> Iterator[Token]:
    """The craft named nearest before the crew, or behind it: "the crew *of the ship*"."""
    yield from (token for token in crew.subtree if token.lemma_.lower() in CRAFT)
    start = crew.sent.start
    first = crew.doc[max(start - 2, 0)].sent.start if start else 0
    yield from (crew.doc[at] for at in range(crew.i - 1, first - 1, -1) if crew.doc[at].lemma_.lower() in CRAFT)


def _man(linker: Linker, crew: Cluster, craft: Token) -> None:
    beside = [child for child in craft.subtree if child.i <= craft.i]
    if craft.lemma_.lower() in WARLIKE or FORCES & {token.lower_ for token in beside}:
        crew.sector = "MIL"
    codes = {linker.at[token.i].country for token in beside if token.i in linker.at}
    if len(codes) == 1:
        crew.country = crew.country or codes.pop()
