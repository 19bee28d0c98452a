"""Countries and organisations that the tables name, and whether a country's name means its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.found import Found, found_at
from dragoman.actors.phrases import Phrase
from dragoman.knowledge import countries, organisations

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.actors.gazetteer import Known, Page

PLACING = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "throughout", "into", "off"})
"""Prepositions after which a country's or capital's name is the place and not the government."""
PLACE = "place"
"""How a country is named where the words mean its ground: no actor, but whom an attack on that ground is aimed at."""
GOING = frozenset({"arrive", "land", "visit", "arrival", "travel", "return", "stop", "stopover", "march", "cross"})
"""Under these the place is whom one goes to: "arrived in Amman"."""


def country_found(page: Page, phrase: Phrase, known: Known) -> Found | None:
    """A country as the head of a phrase; nationals ("Syrians") are a group of people, an adjective is no head."""
    code, how = countries.names()[known.text]
    if how == "adjective":
        return None
    span = Phrase(known.start, known.end, phrase.head)
    if how == "national":
        return found_at(page.doc, span, "group", "country national", name=known.text, country=code)
    via = PLACE if _is_place(page.doc[phrase.head], how) else f"country {how}"
    return found_at(page.doc, span, "country", via, name=countries.countries()[code].name, country=code)


def country_within(page: Page, at: int, known: Known) -> Found | None:
    """A country named inside a phrase: "*Taiwanese* airspace".

    The "Paris accord" and the "Minsk talks" are named after a place, not a government.
    """
    code, how = countries.names()[known.text]
    if how in {"capital", "seat"} and page.doc[at].dep_ == "compound":
        return None
    last = known.end - 1
    via = PLACE if how != "adjective" and _is_place(page.doc[last], how) else f"country {how}"
    span = Phrase(known.start, known.end, last)
    return found_at(page.doc, span, "country", via, name=countries.countries()[code].name, country=code)


def _is_place(head: Token, how: str) -> bool:
    """Whether the name is where something happens: "in Beijing", "at the Kremlin"; "to Seoul" is left to the events."""
    above = head
    while above.dep_ == "conj" and above.head.i < above.i:
        above = above.head
    if above.dep_ != "pobj" or above.head.lower_ not in PLACING or how not in {"name", "alias", "capital", "seat"}:
        return False
    return above.head.head.lemma_.lower() not in GOING


def organisation_found(page: Page, head: int, known: Known) -> Found:
    """An organisation or armed group of the table."""
    row = organisations.organisation_names()[known.text]
    return found_at(
        page.doc, Phrase(known.start, known.end, head), row.kind, "name",
        name=row.name, country=row.country or None, sector=row.sector or None, wikidata=row.wikidata or None,
    )  # fmt: skip
