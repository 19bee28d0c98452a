"""What other reports say of a report's day, put beside what its own words prove, which always comes first."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from dragoman.dating.days import EVER, NEVER, intersect
from dragoman.dating.settle import Settled, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.dating.constraint import Constraint
    from dragoman.dating.days import Days
    from dragoman.dating.signs import Sign
    from dragoman.model import Published

OTHER = "another report"
"""How every line begins that rests on one."""

_RESTS = re.compile(rf"(?:conflict: )?(?:likely: )?{OTHER}\b")


class Others(NamedTuple):
    """What other reports that are dated say: constraints, and signs that make days likelier."""

    proofs: tuple[Constraint, ...] = ()
    signs: tuple[Sign, ...] = ()


NONE = Others()
"""A report that stands alone."""


def rests_on_others(published: Published) -> bool:
    """Whether any of a date's evidence, or of what conflicts with it, is another report."""
    return any(_RESTS.match(one.constraint) for one in published.evidence)


def with_others(own: Sequence[Constraint], others: Others) -> Settled:
    """The days that a report's own constraints and other reports leave.

    Another report is set aside as a conflict where it contradicts what the report's own words prove, and all are where
    they contradict one another. What is merely usual gives way to them.
    """
    settled, proven = settle(own), _proven(own)
    fitting = [one for one in others.proofs if intersect(one.days, proven)]
    days = reduce(intersect, (one.days for one in fitting), EVER)
    if not fitting or not intersect(days, proven):
        return settled._replace(conflicts=(*settled.conflicts, *others.proofs))
    left = intersect(days, settled.days) or intersect(days, proven)
    agreeing, against = _parted((*settled.agreeing, *settled.conflicts, *fitting), left)
    unfit = (one for one in others.proofs if one not in fitting)
    return Settled(left, agreeing, (*against, *unfit))


def _proven(own: Sequence[Constraint]) -> Days:
    """What the hard evidence leaves; where it is divided it proves nothing."""
    days = settle([one for one in own if one.strength == "hard"]).days
    return EVER if days == NEVER else days


def _parted(constraints: Iterable[Constraint], left: Days) -> tuple[tuple[Constraint, ...], tuple[Constraint, ...]]:
    """Those that allow one of the days left, and those that allow none."""
    every = tuple(constraints)
    kept = tuple(one for one in every if intersect(one.days, left))
    return kept, tuple(one for one in every if not intersect(one.days, left))
