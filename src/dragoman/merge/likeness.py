"""Whether two tellings of one kind are of one event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.merge.dates import FAR, gap, precise
from dragoman.merge.words import stem

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from dragoman.merge.tellings import Telling

ONE_EVENT = 0.5
"""Likeness from which two tellings are of one event."""
SAME_WORDS = 0.75
"""Shared words that make one event of two tellings that nothing dates, or of two statements that have no type."""
DATED = 31
"""An event whose date is known less closely than this (days) counts as undated."""
CLOSE = 7
"""Dates that are known less closely than this (days) may be of one event, but do not speak for it."""
YEAR = 366
"""Reports further apart (days) don't tell one event that nothing dates, whatever their words, unless they count it."""
FEWEST = 3
"""Two words or fewer are too few to tell."""
SLACK = 1
"""Days that two reports' dates for one event may differ: Washington's evening is Seoul's morning."""

_TRIGGER, _CODE, _WORDS, _STORY, _DAY = 0.3, 0.1, 0.4, 0.1, 0.2
"""What a shared trigger, code, all words, story and day add. Judgement, not trained; a shared trigger on one day is
enough, and so are a story and most of the words."""
_ATTITUDE = 0.2
"""What a shared trigger adds that says how somebody stands to a thing, and not what: "willing", "would like"."""
_COUNTED = 0.4
"""What one ordinal of one thing adds: there is one third test."""
_HEADLINE = 0.2
"""What it adds that one telling is the headline of the other's report: headlines say again what the report says. They
must share words, too, `_ECHO` of the shorter's."""
_ECHO = 0.3
_UNKNOWN_SIDE = 0.1
"""What is taken off where one names a side that the other leaves out, or more countries: all else must agree."""

_ATTITUDES_TEXT = (
    "agree eager expect hope intend keen like offer plan pledge promise prepare ready vow want will willing wish"
)
_ATTITUDES = frozenset(stem(word) for word in _ATTITUDES_TEXT.split())
_NEXT_THING = re.compile(r"\b(?:and|or|but|nor|then|before|after)\b|;")


def likeness(one: Telling, other: Telling, *, same_story: bool) -> float | None:
    """How alike two tellings of one kind are, from 0 to about 1; None if they can't be of one event."""
    same_day, parties = _same_day(one, other), _parties(one, other)
    if same_day is False or parties is None or _forbidden(one, other):
        return None
    words = _shared(one.words, other.words)
    counted = not one.counted.isdisjoint(other.counted)
    undated = same_day is None and not (same_story or counted)
    if undated and _years_apart(one, other):
        return None
    if (one.type is None or undated) and words < SAME_WORDS:
        return 0.0
    same_report = one.member.report == other.member.report
    if same_report and one.evidence == other.evidence:
        return 1.0
    echo = same_report and one.headline != other.headline and words >= _ECHO
    day = (
        same_day is True
        and _is_close(one)
        and _is_close(other)
        and ((one.own_day and other.own_day) or not same_report)
    )
    return (
        _trigger(one.trigger & other.trigger)
        + _CODE * bool(one.codes & other.codes)
        + _WORDS * words
        + _STORY * same_story
        + _DAY * day
        + _COUNTED * counted
        + _HEADLINE * echo
        - _UNKNOWN_SIDE * parties
    )


def _years_apart(one: Telling, other: Telling) -> bool:
    return FAR not in {one.published, other.published} and abs(one.published - other.published).days > YEAR


def _is_close(telling: Telling) -> bool:
    return precise(telling.interval, CLOSE) is not None


def _trigger(shared: AbstractSet[str]) -> float:
    if not shared:
        return 0.0
    return _ATTITUDE if shared <= _ATTITUDES else _TRIGGER


def _forbidden(one: Telling, other: Telling) -> bool:
    """Whether two tellings can't be of one event, whatever their words."""
    return (
        _told_apart(one, other)
        or _miscounted(one, other)
        or _differ(one.years, other.years)
        or _other_people(one, other)
    )


def _told_apart(one: Telling, other: Telling) -> bool:
    """Whether one sentence tells two events.

    "They attacked a base, killing five" is one, told in two words; "they attacked a base and killed a guide" need not
    be, nor is anything of which the sides or the statuses differ or aren't known.
    """
    if one.member.report != other.member.report or one.evidence != other.evidence:
        return False
    first, second = sorted((one.at, other.at))
    between = one.sentence[first.end - one.evidence.start : second.start - one.evidence.start]
    whole = len(one.sides[0]) > 1 if one.mutual else bool(one.sides[0] and one.sides[1])
    return (
        not whole
        or (one.type, one.status, one.mutual, one.sides) != (other.type, other.status, other.mutual, other.sides)
        or one.type is None
        or first.overlaps(second)
        or bool(_NEXT_THING.search(between))
    )


def _parties(one: Telling, other: Telling) -> int | None:
    """On how many sides one telling says more than the other; None if they name different parties.

    Both must name somebody in common, and whoever one of them leaves out may not be replaced by another.
    """
    if one.countries == other.countries == frozenset():
        return 0
    if one.countries.isdisjoint(other.countries):
        return None
    if one.mutual != other.mutual:
        return 1 if one.countries <= other.countries or other.countries <= one.countries else None
    more = 0
    for mine, theirs in zip(one.sides, other.sides, strict=True):
        if not (mine <= theirs or theirs <= mine):
            return None
        more += mine != theirs
    return more


def _miscounted(one: Telling, other: Telling) -> bool:
    """Whether both count, and count differently: a third and a sixth test, or a third test and a third round."""
    first, second = {number for number, _ in one.counted}, {number for number, _ in other.counted}
    return _differ(first, second)


def _same_day(one: Telling, other: Telling) -> bool | None:
    """Whether the dates allow one event; None if that can't be told, since one of them is unknown or vague."""
    if not (one.interval and other.interval):
        return None
    if gap(one.interval, other.interval) > SLACK:
        return False
    return True if precise(one.interval, DATED) and precise(other.interval, DATED) else None


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
    """The share of the smaller set that is in both."""
    smaller = min(len(one), len(other))
    return len(one & other) / max(smaller, FEWEST)
