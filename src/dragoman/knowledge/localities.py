"""Which country a town, region or island lies in, by its name alone.

For actors that are named by where they are ("Darfur rebels", "police in Lagos"). Nothing of the report is weighed here,
as `places` does for the map: what two countries' namesakes dispute stays unknown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.knowledge.geonames import entries, weight
from dragoman.knowledge.place_names import place_key
from dragoman.knowledge.places import hand_names, place_adjectives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.knowledge.places import HandPlace

LEAST = 4.5
"""The least weight: a town of some 30,000, a first-level region of a thousand."""
MARGIN = 1.0
"""By how many powers of ten the place must outweigh namesakes in other countries."""
SHORTEST = 3
SITTING = frozenset({"venue", "site"})
"""Kinds of places kept by hand that are met or fought at and give nobody a home."""


@lru_cache(maxsize=20_000)
def country_of_place(name: str) -> str | None:
    """The code of the country where the place of that name lies; None for unknown, small and disputed names."""
    key = place_key(name)
    by_hand = hand_names().get(key, ())
    if by_hand:
        return _only(by_hand)
    if len(key) < SHORTEST:
        return None
    heaviest: dict[str, float] = {}
    for entry in entries(key):
        heaviest[entry.country] = max(weight(entry), heaviest.get(entry.country, 0.0))
    ranked = sorted(heaviest, key=lambda code: -heaviest[code])
    if not ranked or heaviest[ranked[0]] < LEAST:
        return None
    near = len(ranked) > 1 and heaviest[ranked[1]] > heaviest[ranked[0]] - MARGIN
    return None if near else ranked[0]


@lru_cache(maxsize=1_000)
def adjective_place(word: str) -> str | None:
    """The region of one country whose adjective the word is: "Chechnya" for "Chechen"; None for others."""
    named = place_adjectives().get(place_key(word), ())
    return named[0].name if _only(named) else None


def _only(named: Iterable[HandPlace]) -> str | None:
    """The country of all of them; None if they lie in several, or in none's."""
    codes = {place.country for place in named if place.kind not in SITTING}
    return codes.pop() if len(codes) == 1 else None
