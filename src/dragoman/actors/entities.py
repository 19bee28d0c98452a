"""What only the parser's entity tagger takes for an actor: a company, a body, a people."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from dragoman.actors.found import Found, found_at
from dragoman.actors.ground_words import GROUNDS, PLACING
from dragoman.actors.modifiers import home_of
from dragoman.actors.phrases import Phrase
from dragoman.actors.things import names_a_thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dragoman.actors.gazetteer import Page
    from dragoman.model import Span

KINDS: dict[str, Literal["organisation", "group"]] = {"ORG": "organisation", "NORP": "group"}
POINTS = frozenset({"North", "South", "East", "West"})
"""Left to `compass.py`."""
BRACKETS = frozenset({"(", ")", "[", "]"})
BEHIND_DATELINE = frozenset({"(", ",", "-", "--", "–", "—", ":"})
LONGEST_SITE = 3
"""Words of a name that is taken for a town's, hyphens counted."""


def entity_found(page: Page, phrase: Phrase) -> Found | None:
    """The tagged name around the phrase's head, without article, `'s` and what stands in brackets behind it.

    Names of things and words without a capital are the tagger's mistakes and no actors.
    """
    head = page.doc[phrase.head]
    kind = KINDS.get(head.ent_type_)
    if kind is None or page.known_at(phrase.head):
        return None
    start, end = _own_words(page.doc, phrase.head)
    if start >= end or not page.doc[start].text[0].isupper() or names_a_thing(page.doc, start, end):
        return None
    if page.doc[start:end].text in POINTS or _is_site(page.doc, start, end) or _is_shouted(head):
        return None
    around = Phrase(min(start, phrase.start), end, phrase.head)
    return found_at(
        page.doc, Phrase(start, end, phrase.head), kind, "entity",
        name=page.doc[start:end].text, country=home_of(page, around).code,
    )  # fmt: skip


def _is_shouted(head: Token) -> bool:
    """Whether the sentence is in capitals, where the tagger sees bodies in any word and no abbreviation stands out."""
    words = [token.text for token in head.sent if token.is_alpha]
    return len(words) > 2 and all(word.isupper() for word in words)


def _is_site(doc: Doc, start: int, end: int) -> bool:
    """Whether the tagger's "organisation" is where something happens: "in Oruville", "the town of Oru", a dateline.

    Bodies have an article or a long name: "in the Oru Council".
    """
    if start == 0 or (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        return doc[start:end].text.isupper() and end < len(doc) and doc[end].text in BEHIND_DATELINE
    before = doc[start - 1]
    if end - start > LONGEST_SITE or before.dep_ != "prep" or doc[start:end].text.isupper():
        return False
    of_town = before.lower_ == "of" and before.head.lemma_.lower() in GROUNDS
    return of_town or before.lower_ in PLACING | {"over"}


def _own_words(doc: Doc, head: int) -> tuple[int, int]:
    """Tokens of the tagged name around `head`, cut at brackets."""
    first, last = tagged_around(doc, head)
    start, end = first, last
    for at in range(first, last):
        if doc[at].text in BRACKETS:
            start, end = (at + 1, end) if at < head else (start, min(at, end))
    start += doc[start].lower_ == "the"
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    return start, end


def tagged_around(doc: Doc, at: int) -> tuple[int, int]:
    """First token and end of the tagged name that one of its tokens is in."""
    first, last = at, at + 1
    while doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return first, last


def once(found: Sequence[Found]) -> list[Found]:
    """The finds with each tagged name only at its first head, in the order of their words.

    The tagger's name may hold several noun phrases ("Fund | for River Safety"). Of a tagged name and a description
    that share words the longer is right: "*State*" is none in "Movement for the Free State of Oru".
    """
    return [one for _, near in groupby(sorted(found, key=_place), key=_place) for one in _once(list(near))]


def _place(found: Found) -> int:
    return found.sentence


def _once(found: Sequence[Found]) -> list[Found]:
    """The same within one sentence."""
    others = dict.fromkeys(one for one in found if one.via != "entity")
    kept: dict[Span, Found] = {}
    for one in sorted(found, key=lambda each: each.head):
        if one.via == "entity" and not any(one.span.overlaps(other.span) for other in others if _outweighs(other, one)):
            kept.setdefault(one.span, one)
    left = [one for one in others if one.via != "description" or not any(_is_longer(span, one.span) for span in kept)]
    return sorted((*left, *kept.values()), key=lambda one: (one.span, one.head))


def _outweighs(other: Found, entity: Found) -> bool:
    if other.kind == "country":
        return False
    return other.via != "description" or not _is_longer(entity.span, other.span)


def _is_longer(span: Span, other: Span) -> bool:
    return span != other and span.holds(other)
