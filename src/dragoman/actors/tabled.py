"""Countries and organisations that the tables name, and whether a country's name means its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.found import Found, found_at
from dragoman.actors.ground_words import GOING, GROUNDS, PARTS, PLACE, PLACING, STRUCK
from dragoman.actors.phrases import Phrase
from dragoman.knowledge import countries, organisations
from dragoman.knowledge.localities import country_of_place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.actors.gazetteer import Page
    from dragoman.actors.known import Known


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
    via = PLACE if _is_place(page.doc[last], how) else f"country {how}"
    span = Phrase(known.start, known.end, last)
    return found_at(page.doc, span, "country", via, name=countries.countries()[code].name, country=code)


def _is_place(head: Token, how: str) -> bool:
    """Whether the name is where something happens: "in Beijing", "at the Kremlin"; "to Seoul" is left to the events."""
    if how == "adjective":
        noun = head.head
        return head.dep_ in {"amod", "nmod", "compound"} and noun.dep_ != "dobj" and noun.lemma_.lower() in GROUNDS
    return _is_behind_place(head, how) or (how in {"name", "alias"} and _is_part(head))


def _is_part(head: Token) -> bool:
    """Whether the words stand for a part of the country: "*eastern* Chad", "the capital *of* Chad"."""
    if any(child.lower_ in PARTS for child in head.children):
        return True
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in GROUNDS


def _is_behind_place(head: Token, how: str) -> bool:
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


def ground_found(page: Page, phrase: Phrase) -> Found | None:
    """The country on whose ground a town or region lies that heads a phrase: "in *Kirkuk*", "shelled *Haifa*"."""
    head = page.doc[phrase.head]
    while head.dep_ == "conj" and head.head.i < head.i:
        head = head.head
    placed = head.dep_ == "pobj" and head.head.lower_ in PLACING | STRUCK
    return _ground_at(page, phrase.head) if placed or head.dep_ in {"dobj", "nsubjpass"} or _is_part(head) else None


def ground_within(page: Page, at: int) -> Found | None:
    """The same for a town's or region's name before a word for a part of it: "*Sindh* province"."""
    token = page.doc[at]
    return _ground_at(page, at) if token.head.lemma_.lower() in GROUNDS and token.head.dep_ != "nsubj" else None


def _ground_at(page: Page, at: int) -> Found | None:
    known = page.places[at]
    code = country_of_place(known.text)
    if code is None:
        return None
    span = Phrase(known.start, known.end, at)
    return found_at(page.doc, span, "country", PLACE, name=countries.countries()[code].name, country=code)
