"""From constraints to days: what all evidence allows, or what the fewest contradict."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dragoman.dating.days import EVER, LATEST, NEVER, Days, days_in, each_day, hull, intersect
from dragoman.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.dating.constraint import Constraint

WEIGHT = {"hard": 3, "soft": 1}
"""What a constraint counts where evidence contradicts itself."""

WIDEST = 3660
"""Days, ten years: an interval wider than this says too little to be called a date."""


class Settled(NamedTuple):
    """Days that the evidence leaves, the constraints that set them, and those that contradict.

    `best` is the likeliest of them where signs have been weighed.
    `days` is NEVER where the evidence is silent or so divided that no side clearly outweighs the other.
    """

    days: Days
    agreeing: tuple[Constraint, ...]
    conflicts: tuple[Constraint, ...]
    best: date | None = None

    @property
    def interval(self) -> Interval | None:
        """From the first day left to the last."""
        return hull(self.days)


def settle(constraints: Sequence[Constraint]) -> Settled:
    """The days in all sets; where there is none, those that are in most, if those they leave out weigh far less.

    Days that nearly as many constraints allow are kept beside the best ones, so that evidence of equal weight that
    contradicts itself leaves both sides open, and the report mostly undated.
    """
    days = EVER
    for one in constraints:
        days = intersect(days, one.days)
    if days == NEVER:
        days = _least_contradicted(constraints)
    agreeing = tuple(one for one in constraints if intersect(one.days, days))
    conflicts = tuple(one for one in constraints if not intersect(one.days, days))
    if _weight(conflicts) * 3 > _weight(agreeing):
        return Settled(NEVER, agreeing, conflicts)
    return Settled(days, agreeing, conflicts)


def _weight(constraints: Iterable[Constraint]) -> int:
    return sum(WEIGHT[one.strength] for one in constraints)


def _least_contradicted(constraints: Sequence[Constraint]) -> Days:
    """The days that the least weight contradicts, and those that at most one soft constraint more does."""
    steps: Counter[date] = Counter()
    for one in constraints:
        for interval in one.days:
            steps[interval.first] += WEIGHT[one.strength]
            if interval.last < LATEST:
                steps[interval.last + timedelta(days=1)] -= WEIGHT[one.strength]
    bounds = sorted(steps)
    total, found = 0, []
    for at, first in enumerate(bounds):
        total += steps[first]
        last = bounds[at + 1] - timedelta(days=1) if at + 1 < len(bounds) else LATEST
        found.append((total, Interval(first, last)))
    most = max((total for total, _ in found), default=0)
    return days_in(interval for total, interval in found if total >= most - WEIGHT["soft"])


def is_telling(settled: Settled) -> bool:
    """Whether the days left are bounded on both sides and few enough to be called a date."""
    interval = settled.interval
    return interval is not None and (interval.last - interval.first).days <= WIDEST


def best_day(settled: Settled) -> date | None:
    """The likeliest of the days left; without signs the first, as news is written as soon as something has happened.

    None if many are left: a day among months would be a guess.
    """
    interval = settled.interval
    if interval is None or (interval.last - interval.first).days > 31:
        return None
    return settled.best or next(each_day(settled.days), None)
