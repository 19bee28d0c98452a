"""Reports of one happening, found by their words and days.

Each report is compared with those near it in time (TF-IDF, `features` and `alike`), seen together with its nearest
neighbours (`neighbours`) and put together with them (`joining`), the two nearest groups first, so that no report's
place depends on which came first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dragoman.merge.alike import alike
from dragoman.merge.dates import first_day, hull, precise
from dragoman.merge.features import feature_rows
from dragoman.merge.identity import short_ids
from dragoman.merge.joining import NEGLIGIBLE, Part, joined
from dragoman.merge.neighbours import with_neighbours
from dragoman.model import Interval, Story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from dragoman.merge.alike import Graph
    from dragoman.model import Report

WINDOW = 3
"""Days that may lie between two reports of one happening."""
VAGUE = 7
"""A report whose date is known less closely than this (days) does not say when its story was."""

_NEVER, _ALWAYS = 0, 10**7  # stand for the first and last day of a report whose days are unknown


def find_stories(reports: Sequence[Report]) -> tuple[Story, ...]:
    """Stories, each report in exactly one, by first day (unknown last), then id.

    Reports must have different ids; their order makes no difference.
    """
    ordered = sorted(reports, key=lambda report: (_days(report) is not None, *_place(report)))
    parts = [Part(_days(report), bare=not report.text[report.body_start :].strip()) for report in ordered]
    found = [
        sorted((ordered[number] for number in group), key=_place) for group in joined(parts, _alike(ordered, parts))
    ]
    ids = short_ids("s", [group[0].id for group in found])
    stories = [
        Story(name, tuple(report.id for report in group), _covered(group))
        for name, group in zip(ids, found, strict=True)
    ]
    return tuple(sorted(stories, key=lambda story: (first_day(story.interval), story.id)))


def _place(report: Report) -> tuple[date, str]:
    """Where a report stands in its story: by date, undated last, then id."""
    return first_day(report.published.interval), report.id


def _days(report: Report) -> Interval | None:
    return precise(report.published.interval, VAGUE)


def _covered(group: Sequence[Report]) -> Interval | None:
    """The days that a story's reports span; the vaguely dated ones count only if there are no others."""
    known: Interval | None = None
    vague: Interval | None = None
    for report in group:
        known = hull(known, _days(report))
        vague = hull(vague, report.published.interval)
    return known or vague


def _alike(ordered: Sequence[Report], parts: Sequence[Part]) -> Graph:
    """How alike the reports are that days allow to meet; those of unknown or vague date come first."""
    intervals = [report.published.interval for report in ordered]
    firsts = np.array([days.first.toordinal() if days else _NEVER for days in intervals], dtype=np.int64)
    lasts = np.array([days.last.toordinal() if days else _ALWAYS for days in intervals], dtype=np.int64)
    undated = sum(part.interval is None for part in parts)
    latest = np.maximum.accumulate(lasts[undated:])  # by report, the last day of any up to it

    def behind(number: int) -> int:
        return undated + int(np.searchsorted(latest, firsts[number] - WINDOW))

    def within(number: int, others: NDArray[np.int64]) -> NDArray[np.bool_]:
        apart = np.maximum(firsts[others] - lasts[number], firsts[number] - lasts[others])
        near: NDArray[np.bool_] = apart <= WINDOW
        return near

    rows = feature_rows([report.text for report in ordered], [part.bare for part in parts])
    return with_neighbours(alike(rows, undated, behind, within), NEGLIGIBLE, within)
