"""Signs from the phases of a race: its words, its debates, and those who still run in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.dating.cycles import cycles
from dragoman.dating.days import between, hull, moved, union
from dragoman.dating.profiles import profile_of
from dragoman.dating.runs import RACE
from dragoman.dating.signs import Sign, share_sign, sign_of, window_sign
from dragoman.knowledge.occasions import CANDIDACIES, named_in
from dragoman.model import Interval, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from dragoman.dating.cycles import Cycle
    from dragoman.dating.days import Days
    from dragoman.model import Report

_LONG_BEFORE = 620
"""Days before an election from which its race is news."""


class _Phase(NamedTuple):
    """Words, from when to when in a race they are used, and how many times as often as in its other days."""

    words: re.Pattern[str]
    days: Callable[[Cycle], tuple[date, date]]
    factor: float


def _phase(words: str, days: Callable[[Cycle], tuple[date, date]], factor: float) -> _Phase:
    return _Phase(re.compile(rf"\b(?:{words})\b"), days, factor)


_PHASES = (
    _phase(
        r"presumptive (?:\w+ ){0,3}nominee", lambda one: (moved(one.decided, -3), moved(one.last_convention, 3)), 30
    ),
    _phase(r"front-?runners?", lambda one: (moved(one.election, -_LONG_BEFORE), one.decided), 6),
    _phase(
        r"hopefuls?|(?:crowded|GOP|Republican|Democratic) field|(?:Republican|GOP|Democratic) contenders",
        lambda one: (moved(one.election, -_LONG_BEFORE), moved(one.first_vote, 50)),
        5,
    ),
    _phase(
        r"[Dd]elegates|[Ss]uperdelegates?",
        lambda one: (moved(one.first_vote, -20), moved(one.last_convention, 3)),
        8,
    ),
    _phase(
        r"(?:contested|brokered|open) convention", lambda one: (moved(one.first_vote, -10), one.first_convention), 8
    ),
    _phase(
        r"(?:Republican|GOP|Democratic|party['’]s) (?:presidential )?nominee",
        lambda one: (moved(one.decided, -30), moved(one.election, 3)),
        3,
    ),
    _phase(
        r"running mates?|vice[- ]presidential (?:nominee|pick)",
        lambda one: (moved(one.first_convention, -50), moved(one.election, 3)),
        5,
    ),
    _phase(r"caucuses|caucus-?goers", lambda one: (moved(one.first_vote, -100), moved(one.first_vote, 25)), 6),
    _phase(
        r"(?:Republican|Democratic|GOP|national|party) [Cc]onventions?|[Cc]onvention (?:floor|speech|hall)",
        lambda one: (moved(one.first_convention, -120), moved(one.last_convention, 30)),
        4,
    ),
    _phase(r"Election Day", lambda one: (moved(one.election, -130), moved(one.election, 3)), 6),
    _phase(r"early voting|early voters|absentee ballots", lambda one: (moved(one.election, -45), one.election), 5),
)

_AMERICAN = re.compile(r"\b(?:Republicans?|Democrat(?:ic|s)?|GOP|G\.O\.P\.)(?!\w)")
_ENOUGH = 3
"""People who ran, so that their names alone make a text one about a race."""
_DEBATE = re.compile(r"\b(?:debate stage|debates?|undercard|moderators?)\b")
_DEBATING = 1.8
_LEFT = re.compile(
    r"\b(?:dropped out|dropping out|(?:suspended|ended|ending|suspending|quit) (?:his|her) (?:\w+ ){0,2}"
    r"(?:campaign|bid|run)|(?:withdrew|bowed out|left|quit|exited) (?:from )?the (?:\w+ )?race)\b"
)
_RUNNING = 6.0
_MATE = 12.0
_BY_DISTANCE = ((60, 0.22), (120, 0.2), (240, 0.25), (365, 0.2), (500, 0.07), (_LONG_BEFORE, 0.04), (1461, 0.12))
"""The last is for what is told of a race in other years, so that it never rules these out."""


def phase_signs(report: Report, left: Days) -> Iterator[Sign]:
    """Signs of where in a race the report stands; none if it speaks of no race or no race lies in the days left."""
    cue, near = RACE.search(report.text), hull(left)
    named = named_in(report.text, CANDIDACIES)
    people = {one.occasions[0].name.partition(",")[0] for one in named}
    if near is None or (cue is None and len(people) < _ENOUGH) or not (people and _AMERICAN.search(report.text)):
        return
    those = [one for one in cycles() if near.first <= one.election and moved(one.election, -_LONG_BEFORE) <= near.last]
    if not those:
        return
    span = Span(*cue.span()) if cue else named[0].span
    yield share_sign(span, "news of a race", [one.election for one in those], _BY_DISTANCE)
    yield from _by_words(report.text, those)
    yield from _by_debates(report.text, those)
    yield from _by_people(report.text, those)


def _by_words(text: str, those: list[Cycle]) -> Iterator[Sign]:
    for phase in _PHASES:
        match = phase.words.search(text)
        if match:
            windows = union(between(*phase.days(one)) for one in those)
            yield window_sign(Span(*match.span()), f'phase of a race: "{match[0]}"', windows, phase.factor)


def _by_debates(text: str, those: list[Cycle]) -> Iterator[Sign]:
    """Debates come in seasons, and are spoken of within some days of one."""
    match = _DEBATE.search(text)
    if match:
        held = [one for cycle in those for one in cycle.debates]
        windows = union(between(moved(one.first, -12), moved(one.first, 12)) for one in held)
        yield window_sign(Span(*match.span()), "season of debates", windows, _DEBATING)


def _by_people(text: str, those: list[Cycle]) -> Iterator[Sign]:
    """Who runs is in the news while running; a candidate for vice president from the day of being chosen."""
    met = set[str]()
    rows = {one: _RUNNING for cycle in those for one in cycle.running} | {
        one: _MATE for cycle in those for one in cycle.mates
    }
    for named in named_in(text, CANDIDACIES):
        found = [one for one in named.occasions if one in rows]
        if found and found[0].name not in met:
            met.add(found[0].name)
            if _LEFT.search(text, named.span.end, named.span.end + 90):
                ends = [Interval(one.last, one.last) for one in found if rows[one] == _RUNNING]
                yield sign_of(named.span, f"left a race: {found[0].name}", ends, profile_of("withdrawal"), "past")
            windows = union(between(moved(one.first, -10), moved(one.last, 10)) for one in found)
            yield window_sign(named.span, f"in a race: {found[0].name}", windows, max(rows[one] for one in found))
