"""Bodies that a phrase names by a title word: "Ministry of Fisheries", "Chad Harbour Safety Agency"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.phrases import Phrase
from dragoman.knowledge.countries import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dragoman.actors.gazetteer import Page
    from dragoman.actors.titles import TitleSpan

JOINING = frozenset({"of", "for", "on"})


def body_phrase(page: Page, phrase: Phrase) -> Phrase:
    """The phrase with a capitalised tail that belongs to its name: "Department *of Public Works and Roads*".

    A country behind "of" or "for" ends the name: "Ministry of Justice | of Peru". An "and" goes on with it only where
    the tagger sees one name: "the Bank of Oru and Mercy Corps" are two.
    """
    end = phrase.end
    if page.doc[phrase.head].text[0].isupper() and end == phrase.head + 1:
        while (stop := _tail(page, end)) > end:
            end = stop
    return Phrase(phrase.start, end, phrase.head)


def _tail(page: Page, end: int) -> int:
    """Where a tail ends that starts at `end`; `end` itself if none does."""
    doc, at = page.doc, end
    if at >= len(doc) or not _joins(doc[at]):
        return end
    at += 1 + (at + 1 < len(doc) and doc[at + 1].lower_ == "the")
    first = at
    while at < len(doc) and _names(page, at):
        at += 1
    return at if at > first else end


def _joins(token: Token) -> bool:
    return token.lower_ in JOINING or (token.lower_ in {"and", "&"} and token.ent_iob_ == "I")


def _names(page: Page, at: int) -> bool:
    """Whether the word goes on with a body's name: a capitalised noun or adjective that names no country or person."""
    token, known = page.doc[at], page.known_at(at)
    capital = token.text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"}
    return capital and known is None and token.ent_type_ in {"", "ORG"} and not token.is_sent_start


def body_name(page: Page, phrase: Phrase, titles: Sequence[TitleSpan]) -> str | None:
    """The proper name in the phrase, if it has more capitalised words than country and title.

    None for "Chadian Foreign Ministry", "Harbour Safety Agency" for "Lima's Harbour Safety Agency".
    """
    start = _own_start(page, phrase)
    within = [at for at in range(start, phrase.end) if page.doc[at].text[0].isupper()]
    titled = {at for one in titles for at in range(one.start, one.end)}
    spare = [at for at in within if at not in titled and not page.known_at(at)]
    if not spare or not page.doc[phrase.head].text[0].isupper():
        return None
    first = within[0]
    known = page.known_at(first)
    if known and known.table == "country" and names()[known.text][1] == "adjective":
        first = next(at for at in within if at >= known.end)
    return str(page.doc[first : phrase.end].text)


def _own_start(page: Page, phrase: Phrase) -> int:
    """Past a possessor: the name in "Peru's Council of Elders" begins after the "'s"."""
    ends = [at + 1 for at in range(phrase.start, phrase.head) if page.doc[at].tag_ == "POS"]
    return max(ends, default=phrase.start)
