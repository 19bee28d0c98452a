"""What is said of one event in several reports, collected statement by statement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.comparing_content import ALIKE, alike, content, rarity
from dragoman.merge.comparing_occasion import Told, occasion, told
from dragoman.merge.comparing_sentences import sentences
from dragoman.merge.comparing_sides import is_unnamed_office, side_of
from dragoman.merge.likeness import ONE_EVENT, SAME_WORDS, likeness
from dragoman.merge.tellings import FORESEEN, tellings
from dragoman.merge.words import plain_words
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.merge.comparing_content import Content, Rarity
    from dragoman.merge.tellings import Telling
    from dragoman.model import Event, MergedEvent, Report

QUOTED = 4
"""Words of a quotation from which it is what its sentence says; fewer may be in scare quotes."""

_NEUTRAL_TEXT = "according add added adds note noted notes say said says saying state stated tell tells told"
_NEUTRAL = frozenset(_NEUTRAL_TEXT.split())


class Said(NamedTuple):
    """A statement to be, with what it takes to compare it: its side's key, its content, and what is no part of that.

    `tells` are the event's tellings in it, under whatever status.
    """

    report: Report
    told: Told
    side: tuple[str, str]
    because: str
    without: tuple[Span, ...]
    content: Content
    events: tuple[Event, ...]
    tells: tuple[Telling, ...]

    @property
    def rendering(self) -> tuple[tuple[str, str], str, bool]:
        """Whose it is, in which report; the headline, which says again what the report says, is one by itself."""
        return self.side, self.report.id, self.told.span.end <= self.report.body_start


def collect(event: MergedEvent, reports: Sequence[Report], origin_of: Mapping[str, str]) -> tuple[list[Said], Rarity]:
    """All that is said of an event in these reports, report by report, and how rare each word is in them.

    A report that doesn't tell the event, under no status, is passed over. `origin_of` names the text of which each is a
    copy.
    """
    found = _tellings(event, reports)
    telling = [report for report in reports if found[report.id]]
    known = rarity(telling)
    about = occasion(
        [(report, one) for report in telling for one in report.events if (report.id, one.id) in event.members],
        event.date,
        event.type,
    )
    said: list[Said] = []
    for report in telling:
        mine = found[report.id]
        stretches = told(report, frozenset(mine), about)
        here = [_said(report, one, origin_of[report.id], mine) for one in stretches]
        said += [*_headline(report, here, origin_of[report.id], known), *here]
    return _offices_named(said, known), known


def _offices_named(said: Sequence[Said], known: Rarity) -> list[Said]:
    """The statements, those of "the ministry" put to the ministry that is named in full elsewhere, if it is the one.

    It is if the fuller name has all its words, no other reporter's has, and the two say the same thing at least once:
    whose words an official passes on doesn't tell for whom he speaks.
    """
    named = {one.side: one for one in said if one.told.reporter and not is_unnamed_office(one.told.reporter)}
    found = {}
    for side in dict.fromkeys(one.side for one in said if one.told.reporter and is_unnamed_office(one.told.reporter)):
        mine = [one for one in said if one.side == side]
        fuller = {one.side: one for one in said if one.side in named and _is_fuller(one, mine[0])}
        if len(fuller) == 1:
            [(other, example)] = fuller.items()
            theirs = [one for one in said if one.side == other]
            if any(alike(one.content, two.content, known) >= ALIKE for one in mine for two in theirs):
                found[side] = example
    return [_put_to(one, found[one.side]) if one.side in found else one for one in said]


def _is_fuller(one: Said, unnamed: Said) -> bool:
    names = [each.told.reporter.name for each in (unnamed, one) if each.told.reporter]
    return len(names) == 2 and set(plain_words(names[0])) < set(plain_words(names[1]))


def _put_to(one: Said, fuller: Said) -> Said:
    name = fuller.told.reporter.name if fuller.told.reporter else ""
    return one._replace(
        side=fuller.side, because=f"{one.because}; held to be {name}, whose account in {fuller.report.id} says the same"
    )


def _tellings(event: MergedEvent, reports: Sequence[Report]) -> defaultdict[str, dict[str, Telling]]:
    """By report, the tellings (by id) of an event, and those that would be of it but for their status."""
    found: defaultdict[str, dict[str, Telling]] = defaultdict(dict)
    members = frozenset(event.members)
    every = [telling for report in reports for telling in tellings(report)]
    own = [telling for telling in every if telling.member in members]
    for telling in every:
        if telling.member in members or any(_is_contrary(telling, one) for one in own):
            found[telling.member.report][telling.member.event] = telling
    return found


def _is_contrary(telling: Telling, own: Telling) -> bool:
    """Whether two tellings would be of one event but for the status, or but for the day that one reporter gives it."""
    if telling.type is None or not (telling.type == own.type or _one_ahead(telling, own)):
        return False
    if telling.kind[0] == own.kind[0]:
        return _is_put_off(telling, own)
    return (likeness(telling, own, same_story=True) or 0.0) >= ONE_EVENT


def _one_ahead(telling: Telling, own: Telling) -> bool:
    """Whether what is agreed on here may be what is denied, or has happened, there."""
    return {telling.type, own.type} <= FORESEEN and "ahead" in {telling.kind[0], own.kind[0]}


def _is_put_off(telling: Telling, own: Telling) -> bool:
    """Whether one reporter foresees an event in several reports in the same words, for another day each time."""
    if telling.kind[0] != "ahead" or telling.reporter is None or telling.reporter != own.reporter:
        return False
    if telling.published == own.published or telling.interval == own.interval:
        return False
    mine, theirs = ({word for word in one.words if not word.isdigit()} for one in (telling, own))
    same_words = len(mine & theirs) >= SAME_WORDS * max(len(mine), len(theirs))
    moved = replace(telling, interval=own.interval)
    return same_words and (likeness(moved, own, same_story=True) or 0.0) >= ONE_EVENT


def _said(report: Report, one: Told, origin: str, found: Mapping[str, Telling]) -> Said:
    key = side_of(one.reporter) if one.reporter else _voice(report, origin)
    without = tuple(_attribution(report, one.span))
    events = tuple(event for event in report.events if one.span.holds(event.trigger))
    return Said(
        report,
        one,
        ("says" if one.reporter else "report", key),
        one.because,
        without,
        content(report, one.span, without),
        events,
        tuple(found[event.id] for event in events if event.id in found),
    )


def _voice(report: Report, origin: str) -> str:
    """Who speaks when a report does: its outlet, else the text of which it is a copy."""
    return (report.source.outlet or origin).casefold()


def _headline(report: Report, here: Sequence[Said], origin: str, known: Rarity) -> list[Said]:
    """The headline as a statement of the report's own, if it says what the report then says, and isn't there yet."""
    head = next((span for span in sentences(report) if span.end <= report.body_start), None)
    if head is None or any(one.told.span.overlaps(head) for one in here):
        return []
    said = _said(report, Told(head, None, None, "the headline says what the report then tells"), origin, {})
    return [said] if any(alike(said.content, one.content, known) >= ALIKE for one in here) else []


def _attribution(report: Report, span: Span) -> Iterator[Span]:
    """What of a stretch says who said it and how, and is no part of what was said.

    It is what stands before, between and after the innermost quotations and has a reporting word in it. Such a word is
    kept if it says more than that something was said ("urged", "denied").
    """
    speech = [one for one in report.quotes if one.cue_kind == "speech" and span.holds(one.span)]
    spans = {one.span for one in speech}
    inner = [one for one in speech if not any(one.span != other and one.span.holds(other) for other in spans)]
    if not any(len(plain_words(one.span.of(report.text))) >= QUOTED for one in inner):
        return
    cues = [one.cue for one in speech if one.cue and span.holds(one.cue)]
    telling = [cue for cue in cues if not _NEUTRAL.intersection(plain_words(cue.of(report.text)))]
    quoted = [part for one in inner for part in one.parts or (one.span,)]
    for gap in _gaps(span, quoted):
        if any(gap.holds(cue) for cue in cues):
            yield from _gaps(gap, [cue for cue in telling if gap.holds(cue)])


def _gaps(span: Span, covered: Sequence[Span]) -> Iterator[Span]:
    """What of a stretch the others, which lie in it, leave uncovered."""
    edges = [span.start, *(edge for part in _joined(covered) for edge in part), span.end]
    for start, end in list(pairwise(edges))[::2]:
        if start < end:
            yield Span(start, end)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The stretches that any of these cover, in order, overlapping ones as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
