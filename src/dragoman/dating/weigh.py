"""From signs to the days that are likely: the shortest stretch that holds nearly all of what the signs leave."""

from __future__ import annotations

import math
from bisect import bisect_right
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from dragoman.dating.days import LATEST, between, days_in, intersect, moved
from dragoman.model import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.dating.days import Days
    from dragoman.dating.signs import Sign

WIDTHS = ((7, 0.8), (14, 0.88), (31, 0.87))
"""Stretches in days that are tried, the shortest first, and the share of likelihood that each must hold.

A shorter one says more, so it may be wrong a little oftener; where the longest isn't reached no day is likely enough.
"""

SCOPE = Interval(date(1980, 1, 1), date(2040, 12, 31))
"""Days among which likely ones are looked for when nothing bounds the report."""

OPEN = 3660
"""Days: of a report whose last day nothing bounds this many after the first are looked at."""

_SHORT = 10
"""Days: of fewer the likeliest week says nothing."""

_CLOSE = 2.0
"""Logarithm: days that are less likely than the likeliest by more are not favoured."""


class Likely(NamedTuple):
    """A stretch of days that the report is likely of, and the middle of the likeliest week in it."""

    interval: Interval
    best: date


class Weights(NamedTuple):
    """Stretches of even likelihood, in order: first and last day as ordinals, and the share of all that each holds."""

    pieces: tuple[tuple[int, int], ...]
    shares: tuple[float, ...]


def weigh(signs: Sequence[Sign], left: Days) -> Weights:
    """How likely the signs together make the days left; all equally without signs."""
    pieces = _pieces(signs, bounded(left))
    top = max((height for _, _, height in pieces), default=0.0)
    masses = [(last - first + 1) * math.exp(height - top) for first, last, height in pieces]
    whole = sum(masses)
    return Weights(tuple((first, last) for first, last, _ in pieces), tuple(mass / whole for mass in masses))


def likely_days(weights: Weights) -> Likely | None:
    """The shortest stretch that holds enough; None if even the longest that is tried holds less."""
    for width, enough in WIDTHS:
        start, share = _fullest(weights, width)
        if share >= enough:
            first, last = max(start, weights.pieces[0][0]), min(start + width - 1, weights.pieces[-1][1])
            middle = likeliest(weights).toordinal()
            best = date.fromordinal(min(max(first, middle), last))
            return Likely(Interval(date.fromordinal(first), date.fromordinal(last)), best)
    return None


def likeliest(weights: Weights) -> date:
    """The middle of the week that holds most, or of the three days where little more than a week is left."""
    first, last = weights.pieces[0][0], weights.pieces[-1][1]
    width = 3 if last - first < _SHORT else 7
    return date.fromordinal(min(max(_fullest(weights, width)[0] + width // 2, first), last))


def years_of(weights: Weights, share: float) -> Interval:
    """From the first day to the last, without the least likely ends that hold less than the share's rest."""
    spare = (1 - share) / 2
    sums = list(accumulate(weights.shares))
    first = next(at for at, total in enumerate(sums) if total > spare)
    last = next((at for at, total in enumerate(sums) if total >= 1 - spare), len(sums) - 1)
    return Interval(date.fromordinal(weights.pieces[first][0]), date.fromordinal(weights.pieces[last][1]))


def favoured(sign: Sign, left: Days) -> Days:
    """The days left that one sign alone makes likely: none much less so than the likeliest."""
    pieces = _pieces([sign], bounded(left))
    top = max((height for _, _, height in pieces), default=0.0)
    return days_in(
        Interval(date.fromordinal(first), date.fromordinal(last))
        for first, last, height in pieces
        if height >= top - _CLOSE
    )


def bounded(left: Days) -> Days:
    """The days left, without those so far off that only the lack of a bound leaves them."""
    within = intersect(left, between(*SCOPE))
    if not within or left[-1].last < LATEST or left[0].first <= SCOPE.first:
        return within
    return intersect(within, between(left[0].first, moved(left[0].first, OPEN)))


def _fullest(weights: Weights, width: int) -> tuple[int, float]:
    """The first day of the stretch of so many days that holds most, and the share that it holds.

    The fullest begins or ends with a piece, as shares are even within each.
    """
    starts = {start for first, last in weights.pieces for start in (first, last + 1 - width)}
    sums = [0.0, *accumulate(weights.shares)]
    found = [(_before(weights, sums, start + width) - _before(weights, sums, start), -start) for start in starts]
    share, start = max(found)
    return -start, share


def _before(weights: Weights, sums: Sequence[float], day: int) -> float:
    """The share of all days before one."""
    at = bisect_right(weights.pieces, (day, 0)) - 1
    if at < 0:
        return 0.0
    first, last = weights.pieces[at]
    return sums[at] + weights.shares[at] * min(1.0, (day - first) / (last - first + 1))


def _pieces(signs: Sequence[Sign], left: Days) -> list[tuple[int, int, float]]:
    """Stretches of the days left on which all signs are even, with the sum of their logarithms."""
    found = []
    for one in left:
        first, end = one.first.toordinal(), one.last.toordinal() + 1
        inner = {at for sign in signs for at, _ in sign.steps if first < at < end}
        bounds = sorted({first, end} | inner)
        heights = [0.0] * (len(bounds) - 1)
        for sign in signs:
            step = 0
            for at, begin in enumerate(bounds[:-1]):
                while step + 1 < len(sign.steps) and sign.steps[step + 1][0] <= begin:
                    step += 1
                heights[at] += sign.steps[step][1]
        found += [(bounds[at], bounds[at + 1] - 1, height) for at, height in enumerate(heights)]
    return found
