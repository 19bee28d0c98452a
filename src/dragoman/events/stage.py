"""The events stage: triggers are found and typed, then given their arguments, status, date and reporter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.events.answering import answered
from dragoman.events.arguments import Arguments, arguments, worded_by
from dragoman.events.choose import primary, standing
from dragoman.events.coding import Coding, coding
from dragoman.events.dates import event_date, is_past_perfect
from dragoman.events.locals import settled
from dragoman.events.participants import Participants
from dragoman.events.pointing import pointed
from dragoman.events.status import BY_SENTENCE, is_refused, ruled, status_of
from dragoman.events.subjects import parenthesis, subject_of
from dragoman.events.triggers import Trigger, triggers
from dragoman.model import Event, Span
from dragoman.places import event_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

    from dragoman.model import Actor, EventDate, Report, Status

LEAST_LIKELIHOOD = 0.25
"""Below this a word is taken to say no event."""
LEAST_CONFIDENCE = 0.22
"""Likelihood times the type's share; below this there is no record."""
LEAST_ASIDE = 0.28
"""The same for what a sentence says beside its primary event."""
LEAST_CHARGE = 0.5
"""The same for "saying", which mostly tells no event of its own."""
REPORTING = frozenset({"say", "tell", "add", "note", "state", "report"})
"""Words that say nothing of what was said: what it commits to has a trigger of its own."""
FELT = frozenset(
    {"alarm", "anger", "annoy", "dismay", "enrage", "exasperate", "frustrate", "infuriate", "irk", "irritate"}
    | {"outrage", "unsettle", "upset", "worry"}
)
"""Verbs of feelings that a deed stirs: "Chad was *angered* by the ban"; the codebook has no type for one."""
BASES = frozenset({"AGREE", "SUPPORT"})
"""Types of accords; but "came *under attack*" is an event."""
SAID = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE", "SUPPORT"})
"""Types of which the words themselves are the act."""
DAYS_OF_NEWS = 7
"""What happened longer ago than this is background: dailies and weeklies alike report within it."""


@dataclass(frozen=True, slots=True)
class _Page:
    report: Report
    doc: Doc
    who: Participants
    actors: Mapping[str, Actor]

    def speaks_for(self, speaker: str, source: tuple[str, ...]) -> bool:
        """Whether a speaker tells of the own country's act: a premier of what the country will do."""
        sides = [self.actors[name] for name in source]
        return bool(sides) and all(
            one.kind == "country" and one.country == self.actors[speaker].country for one in sides
        )


def add_events(report: Report) -> Report:
    """The report with its events; needs `parse`, `times`, `actors` and `quotes`.

    What was merely said is in the quotations, not here: a statement without a type is no event of its own.
    Ids are "e1", "e2"... in the order of triggers. An event of which neither source nor target is known is left out.
    A country at whose ground an event is aimed joins the actors, and crowds get the country where they act.
    """
    if report.parse is None:
        return report
    page = _Page(report, report.parse, Participants(report, report.parse), {one.id: one for one in report.actors})
    events = sorted(_typed(page), key=lambda event: event.trigger)
    grounds = page.who.grounds({one for event in events for one in event.target})
    return replace(
        report,
        actors=(*settled(report.actors, events, page.doc, page.who), *grounds),
        events=tuple(replace(event, id=f"e{n}") for n, event in enumerate(events, 1)),
    )


def _typed(page: _Page) -> Iterator[Event]:
    heard = triggers(_peopled(page), LEAST_LIKELIHOOD)
    found = standing(page.doc, _telling(page.doc, heard))
    sure = [one for one in found if _is_sure(page.doc, one) and not _is_somebody(page, one)]
    told = answered(page.doc, ((one, _sides(page, one)) for one in sure), page.who)
    sound = (one for one in told if one[1].source or one[1].target)
    of_sentences = groupby(sound, key=lambda one: page.doc[one[0].token].sent.start)
    for group in (list(pairs) for _, pairs in of_sentences):
        main = primary(page.doc, (one for one, _ in group))
        for one, sides in group:
            if one.token != main and one.likelihood * one.share < LEAST_ASIDE:
                continue
            yield _event(page, one, sides, is_primary=one.token == main)


def _telling(doc: Doc, heard: list[Trigger]) -> list[Trigger]:
    """The triggers without feelings, what only carries another ("*letter* of thanks"), and who only passes words on.

    A "saying" that tells what its subject holds against somebody stays, unless the verb that it hangs on does.
    """
    carrying = {above.i for one in heard if (above := worded_by(doc[one.token])) is not None}
    heard = [one for one in heard if not _is_feeling(doc[one.token]) and one.token not in carrying]
    types = {one.token: one.type for one in heard if one.likelihood * one.share >= LEAST_CONFIDENCE}
    return [one for one in heard if doc[one.token].lemma_ not in REPORTING or _is_charge(doc[one.token], one, types)]


def _is_feeling(token: Token) -> bool:
    """Whether a passive only says how somebody feels about a deed: that is no act of theirs, nor of who did it."""
    return token.lemma_ in FELT and any(child.dep_ == "auxpass" for child in token.children)


def _is_charge(token: Token, trigger: Trigger, types: Mapping[int, str | None]) -> bool:
    sure = trigger.type == "ACCUSE" and trigger.likelihood * trigger.share >= LEAST_CHARGE
    return bool(sure and token.dep_ == "advcl" and token.tag_ == "VBG" and types.get(token.head.i) not in SAID)


def _peopled(page: _Page) -> Iterator[Words]:
    """The sentences in which an actor stands: without one there is no record."""
    return (one for one in page.doc.sents if any(page.who.at(token) for token in one))


def _sides(page: _Page, trigger: Trigger) -> Arguments:
    token = page.doc[trigger.token]
    sides = arguments(token, trigger.type, page.who)
    if token.lemma_ not in REPORTING:  # whom the encoder points at is the doer of what is said, not who says it
        sides = pointed(token, trigger, sides, page.who)
    sides = Arguments(_but_who_feels(page, token, sides.source), sides.target)
    return _abroad(page, trigger.type, _moved(page, trigger.type, _addressed(page, token, trigger.type, sides)))


def _but_who_feels(page: _Page, token: Token, source: tuple[str, ...]) -> tuple[str, ...]:
    """The doers of a noun's deed without whom it is said to anger: "*Chad* was outraged by the raid"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "by" else token.head
    if token.pos_ != "NOUN" or verb.lemma_ not in FELT or verb == token:
        return source
    feeling = [name for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} for name in page.who.of(child)]
    return tuple(name for name in source if name not in feeling)


def _moved(page: _Page, kind: str | None, sides: Arguments) -> Arguments:
    """The sides with soldiers who are sent as those who go: "*Chadian troops* were stationed in the north"."""
    sent = kind == "MOBILIZE" and not sides.source and bool(sides.target)
    if sent and all(one in page.actors and page.actors[one].sector == "MIL" for one in sides.target):
        return Arguments(sides.target, ())
    return sides


OUTWARD = frozenset({"AGREE", "MOBILIZE", "THREATEN"})
"""Types that nobody aims at the own country: "the premier announced that *Chad* would leave the pact"."""


def _abroad(page: _Page, kind: str | None, sides: Arguments) -> Arguments:
    """The sides without the source's own country as target, where what is done can't be done to it."""
    if kind not in OUTWARD or set(sides.source) & set(sides.target):
        return sides
    home = page.who.countries(sides.source)
    own = {one.id for one in page.actors.values() if one.kind == "country" and one.country in home}
    return Arguments(sides.source, tuple(name for name in sides.target if name not in own))


ADDRESSED = frozenset({"AGREE", "REQUEST"})
"""Types that are told to whom they concern: who is told comes before who is spoken of."""


def _addressed(page: _Page, token: Token, kind: str | None, sides: Arguments) -> Arguments:
    """The target of what is said to somebody, where saying it is the act: "we are ready to help," she told *Chad*."""
    quote = page.who.quote_around(Span(token.idx, token.idx + len(token)))
    if quote is None or quote.addressee is None or kind not in SAID or (sides.target and kind not in ADDRESSED):
        return sides
    speaks = quote.speaker in sides.source or (quote.speaker and page.speaks_for(quote.speaker, sides.source))
    told = page.actors[quote.addressee]
    if not speaks or told.country is None or told.country in page.who.countries(sides.source):
        return sides
    return Arguments(sides.source, (quote.addressee,))


def _is_sure(doc: Doc, trigger: Trigger) -> bool:
    """Whether a trigger is worth a record: typed, sure enough, and no mere name or basis."""
    token = doc[trigger.token]
    said = _is_naming(token) or _is_basis(token, trigger)
    return bool(trigger.type and trigger.likelihood * trigger.share >= LEAST_CONFIDENCE) and not said


def _is_somebody(page: _Page, trigger: Trigger) -> bool:
    """Whether a noun says who somebody is, and so no deed: "a *spokesman* for the army"."""
    token = page.doc[trigger.token]
    return token.pos_ == "NOUN" and any(
        page.actors[one].kind == "person" for one in page.who.at(token) if one in page.actors
    )


def _is_basis(token: Token, trigger: Trigger) -> bool:
    """Whether a noun only names what something else rests on: "would withdraw *under the accord*"."""
    return bool(trigger.type in BASES and token.dep_ == "pobj" and token.head.lower_ == "under")


def _is_naming(token: Token) -> bool:
    """Whether "call" gives a name: "called the outcome a victory", "what they call a plot"."""
    named = any(child.dep_ == "oprd" or child.lower_ == "what" for child in token.children)
    return bool(token.lemma_ == "call" and named)


def _event(page: _Page, trigger: Trigger, sides: Arguments, *, is_primary: bool) -> Event:
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
        reported_by=_reporter(page, token, sides, code, status),
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


def _reporter(page: _Page, token: Token, sides: Arguments, code: Coding, status: Status) -> str | None:
    """Who says so: the speaker of the quotation that the trigger stands in, else who asks, plans or charges it.

    Where the saying is the act ("we are willing to help"), it is told by who passes it on, else by the report; of what
    is to come ("we will help") it is the speaker's word.
    """
    quote = page.who.quote_around(Span(token.idx, token.idx + len(token)))
    if quote is None or quote.speaker is None:
        return _who_rules(page, token)
    if code.type in SAID and status == "actual" and quote.speaker in sides.source:
        return quote.relay
    return (quote.relay if page.speaks_for(quote.speaker, sides.source) else None) or quote.speaker


def _who_rules(page: _Page, token: Token) -> str | None:
    """Who makes it no fact but a plan, a wish or a charge: "*Chad* proposed that both withdraw", "*Chad's* plan to"."""
    found = ruled(token)
    if found is None:
        return None
    ruler = parenthesis(found[1]) or found[1]
    subject = subject_of(ruler) if ruler.pos_ == "VERB" else ruler
    return next(iter(page.who.of(subject)), None) if subject is not None else None


def _is_background(report: Report, token: Token, date: EventDate | None) -> bool:
    """Whether it was over before the news: told in the past perfect, or dated more than a week before the report."""
    if is_past_perfect(token):
        return True
    news = report.published.interval
    return news is not None and date is not None and (news.first - date.interval.last).days > DAYS_OF_NEWS
