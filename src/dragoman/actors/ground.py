"""Countries that are named for their ground alone: kept where a deed on it may be aimed at them, else no actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.tabled import PLACE

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors.cluster import Cluster
    from dragoman.model import Mention

DEEDS = frozenset(
    {"abduct", "abduction", "ambush", "arrest", "assassinate", "assassination", "assault", "attack", "attacker"}
    | {"battle", "behead", "besiege", "blast", "blockade", "blow", "bomb", "bomber", "bombing", "bombard"}
    | {"bombardment", "capture", "casualty", "clash", "combat", "conquer", "crackdown", "curfew", "cyberattack"}
    | {"damage", "death", "deploy", "deployment", "deport", "destroy", "detain", "detention", "detonate", "die"}
    | {"disperse", "drone", "embargo", "evacuate", "execute", "execution", "expel", "explode", "explosion", "fight"}
    | {"fighting", "fire", "grenade", "gunfire", "hijack", "hit", "hostage", "imprison", "incursion", "injure"}
    | {"insurgency", "intervene", "intervention", "invade", "invasion", "jail", "kidnap", "kidnapping", "kill"}
    | {"killing", "launch", "massacre", "missile", "murder", "mutiny", "occupy", "offensive", "overrun", "raid"}
    | {"rebellion", "revolt", "riot", "rocket", "sabotage", "seize", "seizure", "shell", "shelling", "shoot"}
    | {"shooting", "siege", "stab", "storm", "strike", "suppress", "target", "torch", "torture", "troop", "unrest"}
    | {"uprising", "violence", "war", "wound"}
    | {"demonstrate", "demonstration", "protest", "protester", "rally"}
    | {"aid", "assistance", "relief", "sanction", "threaten", "block", "impose", "retake", "recapture", "overthrow"}
)
"""Lemmas of what is done to who lives on the ground where it is done: war and force, protest, relief."""


def drop_ground(doc: Doc, clusters: list[Cluster]) -> None:
    """Take from the actors what names only where something happens, and the actors who are left without a mention.

    Where a deed is done on the ground ("a blast in Chad") the country stays: it is whom the deed is aimed at.
    """
    for cluster in list(clusters):
        cluster.mentions = [one for one in cluster.mentions if one.via != PLACE or _is_suffered(doc, one)]
        if not cluster.mentions:
            clusters.remove(cluster)


def _is_suffered(doc: Doc, mention: Mention) -> bool:
    words = doc.char_span(*mention.span, alignment_mode="expand")
    return words is not None and any(one.lemma_.lower() in DEEDS for one in words.root.sent)
