"""Actors inside a noun phrase that stands for something else: "a *US court* ruling", "the *ministry* website"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.entities import entity_found
from dragoman.actors.found import found_at
from dragoman.actors.modifiers import home_of
from dragoman.actors.phrases import Phrase
from dragoman.actors.tabled import country_within, ground_within, organisation_found
from dragoman.actors.things import UNLIVING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.actors.found import Found
    from dragoman.actors.gazetteer import Page
    from dragoman.actors.known import Known
    from dragoman.actors.titles import TitleSpan

ACTING = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG", "REB", "UAF", "OPP"})
"""Sectors of those whose statements, raids and rulings are told of by a noun before the noun."""
UNNAMED = frozenset({"body", "group"})


def found_within(page: Page, phrase: Phrase, titles: Sequence[TitleSpan]) -> Iterator[Found]:
    """Actors named inside a phrase that is none itself: "*Taiwanese* airspace", "a *US Supreme Court* ruling".

    So too those who are described there: "the *ministry* website", "*Chadian army* raids".
    """
    at = phrase.start
    while at < phrase.end:
        described = _described_at(page, phrase, at, titles)
        if described is not None:
            yield described
            at = next(one.end for one in titles if one.end > at)
            continue
        known = page.known_at(at)
        if page.doc[at].dep_ == "poss":
            at += 1
            continue
        inner = _inner_at(page, at, known)
        if inner is not None:
            yield inner
        at = known.end if known else at + 1


def _inner_at(page: Page, at: int, known: Known | None) -> Found | None:
    token = page.doc[at]
    if known and known.table == "country":
        return country_within(page, at, known)
    if known and known.table == "organisation":
        return organisation_found(page, known.end - 1, known)
    if at in page.places:
        return ground_within(page, at)
    if token.ent_type_ == "ORG" and token.ent_iob_ == "B":
        return entity_found(page, Phrase(at, at + 1, at))
    return None


def _described_at(page: Page, phrase: Phrase, at: int, titles: Sequence[TitleSpan]) -> Found | None:
    """Who is described by a title before the head, with the country's adjective before it."""
    doc = page.doc
    start = at + 1 if at in page.known and page.known[at].table == "country" and page.known[at].end == at + 1 else at
    title = next((one for one in titles if one.start == start and one.end <= phrase.head), None)
    if title is None or title.title.sector not in ACTING or title.title.kind not in UNNAMED:
        return None
    last = doc[title.end - 1]
    if last.dep_ not in {"compound", "nmod"} or last.head.i != phrase.head or last.ent_type_ in UNLIVING:
        return None
    own = Phrase(at, title.end, title.end - 1)
    body = title.title.kind == "body"
    return found_at(
        doc, own, "organisation" if body else "group", "description",
        title=title.title.phrase, sector=title.title.sector, country=home_of(page, own).code, plural=not body,
    )  # fmt: skip
