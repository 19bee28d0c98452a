"""Whether two tellings of one block are of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.merge.dates import gap, precise

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from dragoman.merge.tellings import Telling
    from dragoman.model import Interval

ONE_EVENT = 0.5
"""Likeness from which two tellings are of one event."""
SAME_WORDS = 0.75
"""Shared words that make one event of two tellings that nothing dates, or of two statements that have no type."""
DATED = 31
"""An event whose date is known less closely than this (days) counts as undated."""
SLACK = 1
"""Days that two reports' dates for one event may differ: Washington's evening is Seoul's morning."""

_TRIGGER, _CODE, _WORDS, _STORY, _DAY = 0.3, 0.1, 0.4, 0.1, 0.2
"""What a shared trigger, code, all words, story and day add. Judgement, not trained; a shared trigger on one day is
enough, and so are a story and most of the words."""


def likeness(one: Telling, other: Telling, *, same_story: bool) -> float | None:
    """How alike two tellings of one block are, from 0 to about 1; None if they can't be of one event."""
    same_day = _same_day(one, other)
    if same_day is False or _forbidden(one, other):
        return None
    words = _shared(one.words, other.words)
    undated = same_day is None and not same_story
    if (one.type is None or undated) and words < SAME_WORDS:
        return 0.0
    return (
        _TRIGGER * bool(one.trigger & other.trigger)
        + _CODE * bool(one.codes & other.codes)
        + _WORDS * words
        + _STORY * same_story
        + _DAY * (same_day is True)
    )


def _forbidden(one: Telling, other: Telling) -> bool:
    """Whether two tellings can't be of one event, whatever their words.

    Two in one sentence of one report were told apart by the coder.
    """
    return (
        (one.member.report == other.member.report and one.evidence == other.evidence)
        or _differ(one.ordinals, other.ordinals)
        or _differ(one.years, other.years)
        or _other_people(one, other)
    )


def _same_day(one: Telling, other: Telling) -> bool | None:
    """Whether the dates allow one event; None if one of them is unknown."""
    first, second = _dated(one.interval), _dated(other.interval)
    return gap(first, second) <= SLACK if first and second else None


def _dated(interval: Interval | None) -> Interval | None:
    return precise(interval, DATED)


def _differ(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether both say something and nothing of it is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _other_people(one: Telling, other: Telling) -> bool:
    """Whether a country sends one person here and another there: its minister and its president meet apart."""
    return any(_strangers(names, other.people[key]) for key, names in one.people.items() if key in other.people)


def _strangers(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    return not any(same_name(a, b) for a in some for b in others)


def same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it, word by word: "Park" and "Park Geun-hye"."""
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return mine <= theirs or theirs <= mine


def _shared(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The share of the smaller set that is in both; two words or fewer are too few to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / max(smaller, 3)
