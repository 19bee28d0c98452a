"""Stories made anew near reports that are new, exactly as if all were made anew."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dragoman.merge.settling import settled
from dragoman.merge.stories import VAGUE, WINDOW, likenesses
from dragoman.model import Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.merge.kept import Kept
    from dragoman.merge.stories import Outline
    from dragoman.model import Story

REACH = 2 * WINDOW + VAGUE
"""Days around a report beyond which nothing tells how alike it is to others: those that it may meet, as wide as a date
may be, and whom these are seen with."""
AHEAD = REACH + 1
"""Days around a new report that are read at first: enough if its story and those near it are of its day or the next."""


class Renewed(NamedTuple):
    """Stories that leave, and the groups of reports that come in their place, each in order."""

    gone: tuple[Story, ...]
    groups: tuple[tuple[Outline, ...], ...]


def renewed_stories(kept: Kept, new: Collection[str]) -> Renewed:
    """What becomes of stories when reports (ids) come in that were in none.

    Only reports around them are read; but a story that holds a report without a date may draw others from any year, so
    that all are read if such a story changes.
    """
    if not new:
        return Renewed((), ())
    names = frozenset(new)
    spans = _joined(_around(kept.outlines(names), AHEAD))
    while True:
        pool = likenesses(kept.outlines_within(spans))
        known = {one.id: one for one in pool.ordered}

        def company(reports: AbstractSet[str]) -> set[str]:
            return {*reports, *(one for story in kept.stories(reports - names) for one in story.reports)}

        def join(reports: AbstractSet[str]) -> list[list[str]]:
            return [[one.id for one in group] for group in pool.groups(reports)]  # noqa: B023 - called within the turn

        inside, halo, groups = settled(pool.changed_with(names), company, pool.near, join)
        missing = kept.outlines((inside | halo) - known.keys())
        needed = [
            *_around((known[one] for one in inside if one in known), REACH),
            *_around((known[one] for one in halo if one in known and known[one].days), REACH),
            *_around(missing, REACH),
        ]
        if spans is None or all(_within(one, spans) for one in needed):
            return Renewed(tuple(kept.stories(inside - names)), tuple(tuple(known[one] for one in g) for g in groups))
        spans = _joined([*spans, *needed])


def _around(outlines: Iterable[Outline], days: int) -> list[Interval]:
    """The days of each report and so many around them; all days for one of unknown date."""
    return [
        Interval(_shifted(one.interval.first, -days), _shifted(one.interval.last, days))
        if one.interval
        else Interval(date.min, date.max)
        for one in outlines
    ]


def _shifted(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal()))


def _joined(spans: Iterable[Interval]) -> list[Interval] | None:
    """The same days in as few stretches as can be; None for all days."""
    found: list[Interval] = []
    for one in sorted(spans):
        if found and (one.first - found[-1].last).days <= 1:
            found[-1] = Interval(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return None if Interval(date.min, date.max) in found else found


def _within(one: Interval, spans: Sequence[Interval]) -> bool:
    return any(span.first <= one.first and one.last <= span.last for span in spans)
