"""Which reports want a date, and which are dated well enough to say something of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.dating import rests_on_others
from dragoman.merge.dates import width
from dragoman.pipeline import is_coded

if TYPE_CHECKING:
    from dragoman.model import Report

EXACT = 3
"""Days: a date that was given or stated as a month or year says too little of other reports."""

NARROW = 7
"""Days: the widest date worked out from a report's own words that says something of others."""


def wants_date(report: Report) -> bool:
    """Whether a report states no date, and its own words leave more than a day."""
    published = report.published
    if not is_coded(report) or published.basis not in ("unknown", "inferred"):
        return False
    return published.interval is None or width(published.interval) > 1


def is_settled(report: Report) -> bool:
    """Whether no other report can change a report's date, or has."""
    return not wants_date(report) and not rests_on_others(report.published)


def is_stated(report: Report) -> bool:
    """Whether a report's date was given with it or stands on its page, to within a few days."""
    interval, basis = report.published.interval, report.published.basis
    return is_coded(report) and basis in ("given", "stated") and interval is not None and width(interval) <= EXACT


def is_proven(report: Report) -> bool:
    """Whether a report's own words prove its date to within a week.

    Not where anything in its evidence is only likely or contradicts it, and never where it rests on a third report
    itself: what is passed on from report to report could end years away.
    """
    published = report.published
    if published.basis != "inferred" or published.interval is None or width(published.interval) > NARROW:
        return False
    doubts = any(one.constraint.startswith(("likely: ", "conflict: ")) for one in published.evidence)
    return not doubts and not rests_on_others(published)
