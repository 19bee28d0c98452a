"""Words that tell that a name means a place: "in Peru", "eastern Chad", "a *Swiss* city"."""

from __future__ import annotations

PLACING = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "throughout", "into", "off"} | {"through", "within"}
)
"""Prepositions after which a country's or capital's name is the place and not the government."""
STRUCK = frozenset({"on", "to", "against", "toward", "towards"})
"""Prepositions after which a town or region is whom a deed is aimed at: "an attack *on* Kirkuk", "aid *to* Goma"."""
PLACE = "place"
"""How a country is named where the words mean its ground: that helps to tell who stands there, and is no actor."""
GOING = frozenset({"arrive", "land", "visit", "arrival", "travel", "return", "stop", "stopover", "march", "cross"})
"""Under these the place is whom one goes to: "arrived in Amman"."""
PARTS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern"}
    | {"southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "mainland", "rural"}
)
"""Before a name they leave a part of its ground: "*eastern* Chad"."""
GROUNDS = frozenset(
    {"capital", "city", "town", "village", "province", "region", "territory", "soil", "waters", "water", "airspace"}
    | {"coast", "border", "frontier", "island", "mountain", "desert", "countryside", "hinterland", "north", "south"}
    | {"east", "west", "centre", "center", "part", "resort", "suburb", "district"}
)
"""Whose ground it is, the country's name or adjective says: "a *Swiss* city", "the capital of *Peru*"."""
