"""Which toponym says in what another lies: "Springfield, Illinois", "Mosul in Iraq", "the Syrian town of Azaz"."""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from dragoman.places.candidate import COUNTRY, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.places.candidate import Candidate
    from dragoman.places.toponym import Toponym

NEAR_DISTRICT, NEAR_REGION = 120, 500
"""Kilometres from the middle of a district or region within which a town can lie in it."""
AROUND = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "the"})
EARTH = 12_742
"""Kilometres through the earth."""


def containers(doc: Doc, found: Sequence[Toponym]) -> Iterator[tuple[Toponym, Toponym]]:
    """Pairs of neighbouring toponyms of which the first may lie in the second."""
    for here, after in pairwise(found):
        between = [token.lower_ for token in doc[here.end : after.start]]
        bare = [word for word in between if word not in AROUND]
        if after.how != "adjective" and here.how != "adjective" and bare in ([","], ["("], ["in"], [",", "in"]):
            yield here, after
        elif (here.how == "adjective" and _sorts(between)) or (here.how in {"adjective", "country"} and _owns(between)):
            yield after, here


def listed(doc: Doc, found: Sequence[Toponym]) -> Iterator[tuple[Toponym, Toponym]]:
    """Pairs of toponyms that stand side by side in a list, each in both orders: "Oregon, Washington and Idaho"."""
    for here, after in pairwise(found):
        words = [token.lower_ for token in doc[here.end : after.start]]
        if words in ([","], ["and"], [",", "and"], ["or"]):
            yield here, after
            yield after, here


def _sorts(between: list[str]) -> bool:
    """Whether the words make the adjective say where the place lies: "the Syrian | town of | Azaz"."""
    return len(between) <= 4 and "of" in between[1:] and "," not in between


def _owns(between: list[str]) -> bool:
    """Whether the words make the one before the owner: "Iraq 's Mosul", "Turkish city | Konya"."""
    words = [word for word in between if word not in AROUND]
    return words in (["'s"], ["’s"], ["city"], ["town"], ["village"], ["province"], ["capital"], ["port"], ["region"])


def lies_in(one: Candidate, other: Candidate) -> bool:
    """Whether the first place can lie in the second, by the tables' regions, else by distance."""
    if one == other or one.kind == COUNTRY or not other.is_region:
        return False
    if other.country != one.country and other.country is not None:
        return False
    if other.kind == COUNTRY:
        return True
    if one.kind in WHOLE:
        return False
    if other.kind in WHOLE and one.admin1 and other.admin1:
        return one.admin1 == other.admin1
    return kilometres(one, other) < (NEAR_DISTRICT if other.kind in {"B", "county"} else NEAR_REGION)


def kilometres(one: Candidate, other: Candidate) -> float:
    """The distance between two places over the earth; infinite where a point is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    south, west, north, east = (radians(each) for each in (one.lat, one.lon, other.lat, other.lon))
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return EARTH * asin(min(1.0, sqrt(chord)))
