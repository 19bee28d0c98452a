"""What a noun phrase says of an actor by its own words: name, title, country, sector."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dragoman.actors.bodies import body_name, body_phrase
from dragoman.actors.entities import entity_found, once
from dragoman.actors.found import Found, found_at
from dragoman.actors.gazetteer import Page, page_of
from dragoman.actors.genders import gender_of
from dragoman.actors.modifiers import STRICT, home_of
from dragoman.actors.names import HONORIFICS, has_article, name_span
from dragoman.actors.phrases import Phrase, phrases
from dragoman.actors.states import states_found
from dragoman.actors.tabled import country_found, ground_found, organisation_found
from dragoman.actors.things import UNLIVING, in_unliving, is_no_person, is_written_on
from dragoman.actors.titles import TitleSpan, titles_in
from dragoman.actors.within import found_within
from dragoman.knowledge.titles import titles as title_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dragoman.actors.modifiers import Home
    from dragoman.knowledge.offices import Role
    from dragoman.knowledge.titles import Title
    from dragoman.model import ActorKind

FORMER = frozenset({"former", "ex", "ex-president", "late", "ousted", "deposed", "then"})


def found_phrases(doc: Doc) -> list[Found]:
    """Every phrase that stands for an actor by its own words, in order; pronouns are left to `pronouns.py`."""
    page = page_of(doc)
    found: list[Found] = []
    end = 0
    for phrase in phrases(doc):
        if phrase.head >= end and not is_written_on(doc[phrase.head]):
            new = list(_describe(page, phrase))
            found.extend(new)
            end = max(end, *(_end_of_body(page, one, phrase) for one in new)) if new else end
    return once(found)


def _end_of_body(page: Page, found: Found, phrase: Phrase) -> int:
    """The token after a body's name that runs beyond its phrase, so that no part of it is found once more."""
    if found.kind != "organisation" or found.via != "description":
        return 0
    return body_phrase(page, phrase).end


def _describe(page: Page, phrase: Phrase) -> Iterator[Found]:
    whole = list(_whole(page, phrase))
    yield from whole or found_within(page, phrase, titles_in(page.doc, phrase))


def _whole(page: Page, phrase: Phrase) -> Iterable[Found]:
    """The phrase as one actor: a country, an organisation, a person with or without title, or a description.

    "US and British forces" are two.
    """
    titles = titles_in(page.doc, phrase)
    known = page.known_at(phrase.head)
    if known and known.table == "country":
        return _some(country_found(page, phrase, known))
    if known and known.table == "organisation":
        return [organisation_found(page, phrase.head, known)]
    if (known and known.table == "mask") or _in_unliving(page, phrase, titles):
        return []
    if titles and titles[-1].end > phrase.head:
        return () if _is_run_on(page.doc, phrase, titles) else _descriptions(page, phrase, titles)
    if phrase.head in page.places:
        return _some(ground_found(page, phrase))
    return _some(_person(page, phrase, titles) or entity_found(page, phrase) or states_found(page.doc, phrase))


def _is_run_on(doc: Doc, phrase: Phrase, titles: Sequence[TitleSpan]) -> bool:
    """Whether capitals made a whole clause one phrase: "PRESIDENT MEETS MINISTER"."""
    between = {at for one in titles for at in range(one.start, one.end)}
    spare = any(at not in between for at in range(titles[0].start, phrase.head))
    return spare and doc[phrase.start : phrase.head + 1].text.isupper()


def _some(found: Found | None) -> list[Found]:
    return [found] if found else []


def _in_unliving(page: Page, phrase: Phrase, titles: Sequence[TitleSpan]) -> bool:
    """Whether a title's word is part of a building's or an event's name."""
    return bool(titles) and titles[-1].end > phrase.head and in_unliving(page.doc[phrase.head])


def _descriptions(page: Page, phrase: Phrase, titles: Sequence[TitleSpan]) -> Iterator[Found]:
    """One find, or for people of two countries one for each, with the same words."""
    title = titles[-1].title
    head = page.doc[phrase.head]
    plural = head.tag_ in {"NNS", "NNPS"} or title.kind == "group"
    body = title.kind == "body"
    whole = body_phrase(page, phrase) if body else phrase
    home = home_of(page, whole, title)
    codes = home.codes
    kind: ActorKind = "organisation" if body else "group" if plural else "person"
    for code in codes if kind == "group" and codes else [codes[0] if codes else None]:
        yield found_at(
            page.doc, whole, kind, "description",
            name=body_name(page, whole, titles) if body else None,
            title=_titled(titles), role=_role(title, home), sector=title.sector or None,
            country=code, owner=home.place, plural=plural,
            former=_is_former(page.doc, phrase), gender=gender_of(page.doc, phrase.start, phrase.end, None),
        )  # fmt: skip


def _role(title: Title | None, home: Home) -> Role | None:
    """The office's kind, where it is a state's: the president of a region is no head of state."""
    return cast("Role | None", title.role) if title and not home.place else None  # the table's test holds it to these


MOST_TITLES = 3
"""Titles of one phrase that are shown, the last ones: more are a list, or nonsense."""


def _titled(titles: Sequence[TitleSpan]) -> str | None:
    return " ".join(one.title.phrase for one in titles[-MOST_TITLES:]) or None


def _person(page: Page, phrase: Phrase, titles: list[TitleSpan]) -> Found | None:
    """A named person: a run of capitalised words up to the head, after a title or tagged as a person."""
    doc = page.doc
    start = max((one.end for one in titles), default=phrase.start)
    polite = [at for at in range(start, phrase.head) if doc[at].lower_ in HONORIFICS]
    span = name_span(page, polite[-1] + 1 if polite else start, phrase.head)
    if span is None or is_no_person(doc, *span) or not (polite or titles or _is_called(page, *span)):
        return None
    if (titles and _is_in_body(doc, span[1])) or (not titles and not polite and has_article(doc, span[0])):
        return None
    title = titles[-1].title if titles else None
    name = _tabled_name(page, *span) or doc[span[0] : span[1]].text
    home = home_of(page, phrase, title, STRICT)
    return found_at(
        doc, Phrase(phrase.start, span[1], phrase.head), "person", "name",
        name=name, title=_titled(titles), role=_role(title, home), owner=home.place if title else None,
        sector=(title.sector or None) if title else None, country=home.code,
        former=_is_former(doc, phrase), gender=gender_of(doc, phrase.start, span[1], name),
    )  # fmt: skip


def _tabled_name(page: Page, start: int, end: int) -> str | None:
    """The table's name where a title belongs to it: "*King* Salman" and not any Salman."""
    known = page.known_at(end - 1)
    return known.text if known and known.table == "person" and known.start < start and known.end == end else None


def _is_called(page: Page, start: int, end: int) -> bool:
    """Whether an untitled name is a person's: known, tagged so, or with a title behind a comma."""
    known = page.known_at(end - 1)
    if known and known.table == "person":
        return True
    if any(page.doc[at].ent_type_ == "PERSON" for at in range(start, end)):
        return True
    label = page.doc[end - 1].ent_type_
    return end - start > 1 and (not label or label in UNLIVING) and _is_apposed(page.doc[start:end].root)


def _is_in_body(doc: Doc, end: int) -> bool:
    """Whether the tagger sees the words as the start of an organisation's longer name: "*King Street* Bank of Oru"."""
    if end >= len(doc) or doc[end - 1].ent_type_ != "ORG":
        return False
    return bool(doc[end].ent_iob_ == "I" and doc[end].tag_ != "POS")


def _is_apposed(name: Token) -> bool:
    """Whether an office or role stands in apposition: "Rho Mi-rae, *manager* of..."."""
    table = title_table()
    beside = [table.get(child.lower_) for child in name.children if child.dep_ == "appos"]
    return any(title is not None and title.kind in {"office", "role"} for title in beside)


def _is_former(doc: Doc, phrase: Phrase) -> bool:
    return any(doc[at].lower_ in FORMER for at in range(phrase.start, phrase.head))
