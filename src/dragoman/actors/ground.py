"""Countries that are named for their ground alone: no actors, whatever is done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.ground_words import PLACE

if TYPE_CHECKING:
    from dragoman.actors.cluster import Cluster

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
"""Lemmas of force, protest and relief: what may be done by or to somebody of another side than who is named first."""


def drop_ground(clusters: list[Cluster]) -> None:
    """Take from the actors what names only where something happens, and the actors who are left without a mention.

    Whom a deed on that ground is aimed at, the events tell by `places`.
    """
    for cluster in list(clusters):
        cluster.mentions = [one for one in cluster.mentions if one.via != PLACE]
        if not cluster.mentions:
            clusters.remove(cluster)
