"""Who says that it happened, where it is not the report itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.events.classes import SAID
from dragoman.events.status import ruled
from dragoman.events.subjects import parenthesis, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.events.page import Page
    from dragoman.model import Status


def reporter(page: Page, token: Token, source: tuple[str, ...], kind: str | None, status: Status) -> str | None:
    """Who says so: the speaker of the quotation that the trigger stands in, else who asks, plans or charges it.

    Where the saying is the act ("we are willing to help"), it is told by who passes it on, else by the report; of what
    is to come ("we will help") it is the speaker's word.
    """
    quote = page.quote_around(token)
    if quote is None or quote.speaker is None:
        return _who_rules(page, token)
    if kind in SAID and status == "actual" and quote.speaker in source:
        return quote.relay
    return (quote.relay if page.speaks_for(quote.speaker, source) else None) or quote.speaker


def _who_rules(page: Page, token: Token) -> str | None:
    """Who makes it no fact but a plan, a wish or a charge: "*Chad* proposed that both withdraw", "*Chad's* plan to"."""
    found = ruled(token)
    if found is None:
        return None
    ruler = parenthesis(found[1]) or found[1]
    subject = subject_of(ruler) if ruler.pos_ == "VERB" else ruler
    return next(iter(page.who.of(subject)), None) if subject is not None else None
