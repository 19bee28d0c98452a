"""From what was found in a report to the words that a judgement holds on to, and back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.review.judgement import Anchor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model import Event, Report


def event_anchor(report: Report, event: Event) -> Anchor:
    """The words that say an event."""
    return _anchor(report, event.evidence, event.trigger)


def mention_anchor(report: Report, mention: Span) -> Anchor:
    """The words that stand for an actor, in their paragraph."""
    start = report.text.rfind("\n\n", 0, mention.start + 1)
    end = report.text.find("\n\n", mention.end)
    paragraph = Span(0 if start < 0 else start + 2, len(report.text) if end < 0 else end)
    return _anchor(report, paragraph if paragraph.holds(mention) else mention, mention)


def events_at(report: Report) -> Mapping[Anchor, tuple[str, ...]]:
    """The ids of a report's events by the words that say them.

    Several where one word says several, or a sentence stands there twice: they are judged alike.
    """
    found: defaultdict[Anchor, tuple[str, ...]] = defaultdict(tuple)
    for event in report.events:
        found[event_anchor(report, event)] += (event.id,)
    return dict(found)


def mentions_at(report: Report) -> Mapping[Anchor, tuple[Span, ...]]:
    """The mentions of a report by their words."""
    found: defaultdict[Anchor, tuple[Span, ...]] = defaultdict(tuple)
    for actor in report.actors:
        for mention in actor.mentions:
            found[mention_anchor(report, mention.span)] += (mention.span,)
    return dict(found)


def _anchor(report: Report, sentence: Span, words: Span) -> Anchor:
    said = words.of(report.text)
    before = Span(sentence.start, max(words.start, sentence.start)).of(report.text)
    return Anchor(report.id, _plain(sentence.of(report.text)), _plain(said), before.count(said))


def _plain(text: str) -> str:
    return " ".join(text.split())
