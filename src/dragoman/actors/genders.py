"""What a report says of a person's gender: "Ms", "spokeswoman", "king", and first names that one gender bears."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

Gender = Literal["f", "m"]

FEMALE = frozenset(
    {"ms", "ms.", "mrs", "mrs.", "miss", "madam", "madame", "lady", "dame", "queen", "princess", "empress", "duchess"}
    | {"mother", "daughter", "sister", "wife", "widow", "aunt", "niece", "girl", "female", "nun", "actress", "heiress"}
)
MALE = frozenset(
    {"mr", "mr.", "sir", "lord", "king", "prince", "emperor", "sultan", "emir", "sheikh", "pope", "duke", "imam"}
    | {"father", "son", "brother", "husband", "widower", "uncle", "nephew", "boy", "male", "monk", "ayatollah"}
)
NEITHER = frozenset({"human", "german", "roman", "ottoman", "shaman"})
"""Words that end as "chairman" does and say nothing."""


def gender_of(doc: Doc, start: int, end: int, name: str | None) -> Gender | None:
    """The gender that the words of a phrase state, those of a possessor apart, else what the first name tells."""
    own = start
    for at in range(start, end - 1):
        if doc[at].tag_ in {"POS", "PRP$"}:
            own = at + 1
    stated = {gender for at in range(own, end) if (gender := _word(doc[at].lower_))}
    if stated:
        return stated.pop() if len(stated) == 1 else None
    return first_names().get(name.split()[0]) if name and " " in name else None


def _word(word: str) -> Gender | None:
    if word in FEMALE or word.endswith("woman"):
        return "f"
    if word in MALE or (word.endswith("man") and len(word) > 3 and word not in NEITHER):
        return "m"
    return "m" if word == "man" else None


@cache
def first_names() -> Mapping[str, Gender]:
    """First names of one gender only in most of the world, by hand; names that both bear are left out."""
    text = files("dragoman.actors").joinpath("first_names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["name"]: cast("Gender", row["gender"]) for row in rows})
