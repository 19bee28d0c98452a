"""Which events two reports tell alike, each as its news."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.likeness import likeness
from dragoman.merge.tellings import tellings
from dragoman.siblings.marks import each_has_own, figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.merge.tellings import Telling
    from dragoman.model import Event, Report

ALIKE = 0.6
"""Likeness from which two reports tell one event: its word, and some of the words about it. Judgement, not trained."""


class Both(NamedTuple):
    """One event as two reports tell it."""

    here: Event
    there: Event
    likeness: float


class News(NamedTuple):
    """An event that a report tells as done and new, laid out for comparison."""

    event: Event
    telling: Telling


def told_in_both(here: Sequence[News], there: Sequence[News]) -> list[Both]:
    """The news of both that is one event: same type and dyad, told as done, no figure against it; likest first."""
    found = [
        Both(mine.event, theirs.event, alike)
        for mine in here
        for theirs in there
        if (alike := _alike(mine.telling, theirs.telling)) >= ALIKE
    ]
    return sorted(found, key=lambda both: (-both.likeness, both.here.trigger, both.there.trigger))


def news_of(report: Report) -> tuple[News, ...]:
    """What a report tells as done and new, if both sides are named: "a previous arrest" has only one."""
    found = zip(report.events, tellings(report), strict=True)
    return tuple(News(event, telling) for event, telling in found if _is_news(event))


def _is_news(event: Event) -> bool:
    both = bool(event.target) and len({*event.source, *event.target}) > 1
    return both and event.status == "actual" and event.type is not None and not event.background


def _alike(one: Telling, other: Telling) -> float:
    if one.block != other.block or each_has_own(figures(one.sentence), figures(other.sentence)):
        return 0.0
    return likeness(one, other, same_story=True) or 0.0
