"""Signs: what makes some days likelier than others without proving any."""

from __future__ import annotations

import math
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dragoman.dating.days import Days
    from dragoman.dating.inverse import Standing
    from dragoman.dating.profiles import Profile, Shares
    from dragoman.model import Interval, Span

TRUST = 0.75
"""Signs of one report lean on each other: who tells of a vote tells of its candidates too. So each counts less."""

_MEANWHILE = 0.5
"""What takes several days is told of on each of them half as often as on the first after it."""

_LEAST = 1e-6
"""The likelihood a day that no telling was counted on still has."""

Steps = tuple[tuple[int, float], ...]
"""A likelihood over days: each ordinal from which it has a new value, rising; the first is before every day."""


class Sign(NamedTuple):
    """Words that make days likelier, and the likelihood of each day that they leave, up to a factor.

    `of` are the days that the words are about, so that one thing named in two ways is one sign.
    """

    span: Span
    why: str
    steps: Steps
    of: frozenset[Interval] = frozenset()


def sign_of(span: Span, why: str, anchors: Iterable[Interval], profile: Profile, standing: Standing | None) -> Sign:
    """The sign that a telling of one of the anchors is; the nearest counts where they overlap."""
    anchors, pieces = tuple(anchors), list[tuple[int, int, float]]()
    past = {"past": 0.95, "ahead": 0.05, None: profile.past}[standing]
    for one in anchors:
        pieces += _side(one.first.toordinal(), 1, profile.after, past)
        pieces += _side(one.last.toordinal(), -1, profile.before, 1 - past)
        if one.last > one.first:
            near, share = profile.after[0]
            pieces.append((one.first.toordinal(), one.last.toordinal(), share * _MEANWHILE / near))
    return Sign(span, why, _flat(pieces, TRUST), frozenset(anchors))


def other_sign(span: Span, why: str, anchors: Iterable[Interval], shares: Shares) -> Sign:
    """The sign that other reports of one of the anchors are: as likely before them as after.

    It leans on no sign of the report's own words, and so counts in full.
    """
    anchors = tuple(anchors)
    pieces = [piece for one in anchors for piece in _side(one.first.toordinal(), -1, shares, 0.5)]
    pieces += [piece for one in anchors for piece in _side(one.last.toordinal(), 1, shares, 0.5)]
    near, share = shares[0]
    pieces += [(one.first.toordinal(), one.last.toordinal(), share / (near + 1)) for one in anchors]
    return Sign(span, why, _flat(pieces, 1.0), frozenset(anchors))


def window_sign(span: Span, why: str, windows: Days, factor: float) -> Sign:
    """The sign of a state of things, told of so many times as often on the windows' days as on others."""
    pieces = [(one.first.toordinal(), one.last.toordinal(), factor) for one in windows]
    steps = _flat(pieces, TRUST)
    return Sign(span, why, tuple((at, max(height, 0.0)) for at, height in steps))


def share_sign(span: Span, why: str, ends: Iterable[date], shares: Shares) -> Sign:
    """The sign of what is told of more and more up to its end."""
    pieces = [piece for end in ends for piece in _side(end.toordinal(), -1, shares, 0.95)]
    pieces += [piece for end in ends for piece in _side(end.toordinal(), 1, ((14, 0.03), (60, 0.02), (1461, 0.1)), 1.0)]
    return Sign(span, why, _flat(pieces, 1.0))


def _side(anchor: int, way: int, shares: Shares, weight: float) -> list[tuple[int, int, float]]:
    """Stretches of days on one side of the anchor with the likelihood of each of their days."""
    found, near = [], 0
    for far, share in shares:
        first, last = sorted((anchor + way * near, anchor + way * far))
        found.append((first, last, weight * share / (far - near + 1)))
        near = far + 1
    return found


def _flat(pieces: Sequence[tuple[int, int, float]], weight: float) -> Steps:
    """The highest of overlapping stretches, as steps of logarithms."""
    waiting = sorted(pieces, key=lambda piece: -piece[0])
    found, active = [(0, math.log(_LEAST) * weight)], list[tuple[float, int]]()
    for at in sorted({bound for first, last, _ in pieces for bound in (first, last + 1)}):
        while waiting and waiting[-1][0] <= at:
            _, last, height = waiting.pop()
            heappush(active, (-height, last))
        while active and active[0][1] < at:
            heappop(active)
        log = math.log(max(-active[0][0] if active else 0.0, _LEAST)) * weight
        if log != found[-1][1]:
            found.append((at, log))
    return tuple(found)
