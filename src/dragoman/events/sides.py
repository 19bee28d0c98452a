"""Who does it to whom, of those whom the grammar and the encoder name: without who can't have or can't be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.events.arguments import Arguments, arguments
from dragoman.events.classes import SAID
from dragoman.events.pointing import pointed
from dragoman.events.worth import FELT, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.events.page import Page
    from dragoman.events.triggers import Trigger


def sides_of(page: Page, trigger: Trigger) -> Arguments:
    """Source and target of what a trigger says: the grammar's, put right by the encoder and by what can't be."""
    token = page.doc[trigger.token]
    sides = arguments(token, trigger.type, page.who)
    if token.lemma_ not in REPORTING:  # whom the encoder points at is the doer of what is said, not who says it
        sides = pointed(token, trigger, sides, page.who)
    sides = Arguments(_but_who_feels(page, token, sides.source), sides.target)
    return _outward(page, trigger.type, _moved(page, trigger.type, _addressed(page, token, trigger.type, sides)))


def _but_who_feels(page: Page, token: Token, source: tuple[str, ...]) -> tuple[str, ...]:
    """The doers of a noun's deed without whom it is said to anger: "*Chad* was outraged by the raid"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "by" else token.head
    if token.pos_ != "NOUN" or verb.lemma_ not in FELT or verb == token:
        return source
    feeling = [name for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} for name in page.who.of(child)]
    return tuple(name for name in source if name not in feeling)


def _moved(page: Page, kind: str | None, sides: Arguments) -> Arguments:
    """The sides with soldiers who are sent as those who go: "*Chadian troops* were stationed in the north"."""
    sent = kind == "MOBILIZE" and not sides.source and bool(sides.target)
    if sent and all(one in page.actors and page.actors[one].sector == "MIL" for one in sides.target):
        return Arguments(sides.target, ())
    return sides


OUTWARD = frozenset({"AGREE", "MOBILIZE", "THREATEN"})
"""Types that nobody aims at the own country: "the premier announced that *Chad* would leave the pact"."""


def _outward(page: Page, kind: str | None, sides: Arguments) -> Arguments:
    """The sides without the source's own country as target, where what is done can't be done to it."""
    if kind not in OUTWARD or set(sides.source) & set(sides.target):
        return sides
    home = page.who.countries(sides.source)
    own = {one.id for one in page.actors.values() if one.kind == "country" and one.country in home}
    return Arguments(sides.source, tuple(name for name in sides.target if name not in own))


ADDRESSED = frozenset({"AGREE", "REQUEST"})
"""Types that are told to whom they concern: who is told comes before who is spoken of."""


def _addressed(page: Page, token: Token, kind: str | None, sides: Arguments) -> Arguments:
    """The target of what is said to somebody, where saying it is the act: "we are ready to help," she told *Chad*."""
    quote = page.quote_around(token)
    if quote is None or quote.addressee is None or kind not in SAID or (sides.target and kind not in ADDRESSED):
        return sides
    speaks = quote.speaker in sides.source or (quote.speaker and page.speaks_for(quote.speaker, sides.source))
    told = page.actors[quote.addressee]
    if not speaks or told.country is None or told.country in page.who.countries(sides.source):
        return sides
    return Arguments(sides.source, (quote.addressee,))
