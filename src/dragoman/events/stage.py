"""The events stage: triggers are found and typed, then given their arguments, status, date and reporter."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.events.answering import answered
from dragoman.events.choose import primary
from dragoman.events.classes import SAID
from dragoman.events.coding import Coding, coding
from dragoman.events.dates import event_date, is_past_perfect
from dragoman.events.locals import settled
from dragoman.events.page import Page, opened
from dragoman.events.reporter import reporter
from dragoman.events.sides import sides_of
from dragoman.events.status import BY_SENTENCE, is_refused, status_of
from dragoman.events.worth import is_aside, worthy
from dragoman.model import Event, Span
from dragoman.places import event_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dragoman.events.arguments import Arguments
    from dragoman.events.triggers import Trigger
    from dragoman.model import EventDate, Report, Status

DAYS_OF_NEWS = 7
"""What happened longer ago than this is background: dailies and weeklies alike report within it."""


def add_events(report: Report) -> Report:
    """The report with its events; needs `parse`, `times`, `actors` and `quotes`.

    What was merely said is in the quotations, not here: a statement without a type is no event of its own.
    Ids are "e1", "e2"... in the order of triggers. An event of which neither source nor target is known is left out.
    A country at whose ground an event is aimed joins the actors, and crowds get the country where they act.
    """
    if report.parse is None:
        return report
    page = opened(report, report.parse)
    events = sorted(_typed(page), key=lambda event: event.trigger)
    grounds = page.who.grounds({one for event in events for one in event.target})
    return replace(
        report,
        actors=(*settled(report.actors, events, page.doc, page.who), *grounds),
        events=tuple(replace(event, id=f"e{n}") for n, event in enumerate(events, 1)),
    )


def _typed(page: Page) -> Iterator[Event]:
    told = answered(page.doc, ((one, sides_of(page, one)) for one in worthy(page)), page.who)
    sound = (one for one in told if one[1].source or one[1].target)
    of_sentences = groupby(sound, key=lambda one: page.doc[one[0].token].sent.start)
    for group in (list(pairs) for _, pairs in of_sentences):
        main = primary(page.doc, (one for one, _ in group))
        for one, sides in group:
            if one.token == main or not is_aside(one):
                yield _event(page, one, sides, is_primary=one.token == main)


def _event(page: Page, trigger: Trigger, sides: Arguments, *, is_primary: bool) -> Event:
    token = page.doc[trigger.token]
    status, by = _status(token, trigger)
    code: Coding = coding(token, trigger.type, status)
    date = event_date(page.report, page.doc, token, status, is_said=code.type in SAID)
    return Event(
        id="",
        type=code.type,
        mode=code.mode,
        context=code.context,
        cameo=code.cameo,
        goldstein=code.goldstein,
        source=sides.source,
        target=sides.target,
        trigger=_trigger_span(token),
        evidence=_sentence(token),
        status=status,
        date=date,
        place=event_place(page.report, _trigger_span(token)),
        reported_by=reporter(page, token, sides.source, code.type, status),
        background=_is_background(page.report, token, date),
        primary=is_primary,
        confidence=round(trigger.likelihood * trigger.share, 3),
        because=trigger.because + _status_because(by) + code.because,
    )


def _status(token: Token, trigger: Trigger) -> tuple[Status, str]:
    """The event's status and what makes it so; what "will not" says is a refusal, and that is made."""
    status, by = status_of(token, trigger.heard.statuses if trigger.heard else None)
    return ("actual", by) if trigger.type == "REJECT" and is_refused(token, status) else (status, by)


def _status_because(by: str) -> str:
    if by == BY_SENTENCE:
        return f"; status: {by}"
    return f"; status: {by!r}" if by else ""


def _trigger_span(token: Token) -> Span:
    """The trigger with its particle: "brushed off"."""
    particle = next((child for child in token.children if child.dep_ == "prt" and child.i == token.i + 1), token)
    return Span(token.idx, particle.idx + len(particle))


def _sentence(token: Token) -> Span:
    """The trigger's sentence without the blanks around it."""
    sent = token.sent
    text = sent.text
    start = sent.start_char + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _is_background(report: Report, token: Token, date: EventDate | None) -> bool:
    """Whether it was over before the news: told in the past perfect, or dated more than a week before the report."""
    if is_past_perfect(token):
        return True
    news = report.published.interval
    return news is not None and date is not None and (news.first - date.interval.last).days > DAYS_OF_NEWS
