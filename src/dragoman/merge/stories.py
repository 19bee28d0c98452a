"""Reports of one happening, found by their words and days.

Each report is compared with those near it in time (`features` and `alike`), seen together with its nearest neighbours
(`neighbours`) and put together with them (`joining`), the two nearest groups first, so that no report's place depends
on which came first. Nothing of this depends on reports further away, so that a new report changes stories near it only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.merge.alike import Graph, alike
from dragoman.merge.dates import first_day, hull, precise
from dragoman.merge.features import feature_rows
from dragoman.merge.identity import short_ids
from dragoman.merge.joining import NEGLIGIBLE, Part, joined
from dragoman.merge.neighbours import neighbours, with_neighbours
from dragoman.model import Interval, Story

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from dragoman.model import Report

WINDOW = 3
"""Days that may lie between two reports of one happening."""
VAGUE = 7
"""A report whose date is known less closely than this (days) does not say when its story was."""

_NEVER, _ALWAYS = 0, 10**7  # stand for the first and last day of a report whose days are unknown


class Outline(NamedTuple):
    """What stories are found by: a report's id, text, days, and whether it is a bare headline."""

    id: str
    text: str
    interval: Interval | None
    bare: bool

    @property
    def days(self) -> Interval | None:
        """The report's days, if they are known closely."""
        return precise(self.interval, VAGUE)

    @property
    def place(self) -> tuple[date, str]:
        """Where it stands in its story: by date, undated last, then id."""
        return first_day(self.interval), self.id


class Likenesses(NamedTuple):
    """Reports in order, those whose days are unknown first, and how alike those are that may meet.

    `changed_with(ids)` names the reports whose likeness to others is what it is because of these, and these.
    """

    ordered: Sequence[Outline]
    seen: Graph
    hoods: Sequence[frozenset[int]]

    def changed_with(self, ids: Collection[str]) -> set[str]:
        """These reports and those that are seen together with one of them."""
        numbers = {number for number, one in enumerate(self.ordered) if one.id in ids}
        return {one.id for one, hood in zip(self.ordered, self.hoods, strict=True) if not numbers.isdisjoint(hood)}

    def near(self, ids: Collection[str]) -> set[str]:
        """The reports that are at all like one of these."""
        found: set[int] = set()
        for number, one in enumerate(self.ordered):
            if one.id in ids:
                found.update(self.seen.row(number)[0].tolist())
        return {self.ordered[number].id for number in found}

    def groups(self, ids: Collection[str]) -> list[list[Outline]]:
        """These reports by story, as if there were no others."""
        numbers = [number for number, one in enumerate(self.ordered) if one.id in ids]
        chosen = [self.ordered[number] for number in numbers]
        parts = [Part(one.days, one.bare, one.interval) for one in chosen]
        whole = len(numbers) == len(self.ordered)
        found = joined(parts, self.seen if whole else _among(self.seen, np.array(numbers, dtype=np.int64)))
        return [sorted((chosen[number] for number in group), key=lambda one: one.place) for group in found]


def outline(report: Report) -> Outline:
    """What stories are found by, of a report."""
    bare = not report.text[report.body_start :].strip()
    return Outline(report.id, report.text, report.published.interval, bare)


def find_stories(reports: Sequence[Report]) -> tuple[Story, ...]:
    """Stories, each report in exactly one, by first day (unknown last), then id.

    Reports must have different ids; their order makes no difference.
    """
    outlines = [outline(report) for report in reports]
    return named(likenesses(outlines).groups({one.id for one in outlines}))


def named(groups: Sequence[Sequence[Outline]]) -> tuple[Story, ...]:
    """Groups of reports, each in order, as stories: the id of a story comes from its first report."""
    ids = short_ids("s", [group[0].id for group in groups])
    stories = [
        Story(name, tuple(one.id for one in group), _covered(group)) for name, group in zip(ids, groups, strict=True)
    ]
    return tuple(sorted(stories, key=lambda story: (first_day(story.interval), story.id)))


def likenesses(outlines: Iterable[Outline]) -> Likenesses:
    """How alike the reports are that days allow to meet; those of unknown or vague date come first."""
    ordered = sorted(outlines, key=lambda one: (one.days is not None, *one.place))
    intervals = [one.interval for one in ordered]
    firsts = np.array([days.first.toordinal() if days else _NEVER for days in intervals], dtype=np.int64)
    lasts = np.array([days.last.toordinal() if days else _ALWAYS for days in intervals], dtype=np.int64)
    undated = sum(one.days is None for one in ordered)
    latest = np.maximum.accumulate(lasts[undated:])  # by report, the last day of any up to it

    def behind(number: int) -> int:
        return undated + int(np.searchsorted(latest, firsts[number] - WINDOW))

    def within(number: int, others: NDArray[np.int64]) -> NDArray[np.bool_]:
        apart = np.maximum(firsts[others] - lasts[number], firsts[number] - lasts[others])
        near: NDArray[np.bool_] = apart <= WINDOW
        return near

    rows = feature_rows([one.text for one in ordered], [one.bare for one in ordered])
    words = alike(rows, undated, behind, within)
    hoods = [frozenset([number, *neighbours(words, number, undated)[0].tolist()]) for number in range(len(ordered))]
    return Likenesses(ordered, with_neighbours(words, NEGLIGIBLE, within, undated), hoods)


def _among(whole: Graph, numbers: NDArray[np.int64]) -> Graph:
    """The part of a graph that lies among some reports (numbers in order), numbered anew."""
    place = np.full(len(whole.starts) - 1, -1, dtype=np.int64)
    place[numbers] = np.arange(len(numbers))
    rows = np.repeat(np.arange(len(whole.starts) - 1), np.diff(whole.starts))
    kept = (place[rows] >= 0) & (place[whole.others] >= 0)
    starts = np.concatenate(([0], np.cumsum(np.bincount(place[rows[kept]], minlength=len(numbers)))))
    return Graph(starts, place[whole.others[kept]], whole.likeness[kept])


def _covered(group: Sequence[Outline]) -> Interval | None:
    """The days that a story's reports span; the vaguely dated ones count only if there are no others."""
    known: Interval | None = None
    vague: Interval | None = None
    for one in group:
        known = hull(known, one.days)
        vague = hull(vague, one.interval)
    return known or vague
