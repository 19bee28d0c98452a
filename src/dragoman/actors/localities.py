"""Towns and regions by which actors are named: "*Darfur* rebels", "police in *Lagos*", "*Chechen* fighters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.known import Known
from dragoman.knowledge.localities import adjective_place, country_of_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span

PLACES = frozenset({"GPE", "LOC"})
POINTS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"})
"""Regions of some countries and directions everywhere."""
SORTS = frozenset({"province", "state", "region", "district", "city", "governorate", "county", "oblast", "prefecture"})
"""What a region is, behind its name."""


def localities(doc: Doc, known: Mapping[int, Known]) -> Iterator[Known]:
    """The towns and regions of which one country is sure, where the tagger sees a place and no other table a name.

    A word that is also somebody's last name in the text is none: "Jordan" after "Ann Jordan".
    """
    persons = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON"}
    for ent in doc.ents:
        if ent.label_ in PLACES:
            start, end = _own_words(ent)
            words = doc[start:end].text
            others = (known[at] for at in range(start, end) if at in known)
            free = words and words not in persons | POINTS and all(one.table == "mask" for one in others)
            if free and country_of_place(words):
                yield Known(start, end, "place", words)
    for token in doc:
        if token.text[0].isupper() and token.i not in known and token.ent_type_ in {"NORP", ""}:
            place = adjective_place(token.text)
            if place:
                yield Known(token.i, token.i + 1, "place", place)


def _own_words(ent: Span) -> tuple[int, int]:
    """Tokens of the name without article, genitive and sort: "the *Sindh* province's"."""
    start, end = ent.start, ent.end
    start += ent[0].lower_ == "the"
    while end > start and (ent.doc[end - 1].tag_ == "POS" or ent.doc[end - 1].lower_ in SORTS):
        end -= 1
    return start, end
