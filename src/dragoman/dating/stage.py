"""The stage: give an undated report its date, and check a date that it has.

Another report of the same event that is dated is evidence too; it is found where several reports lie side by side
(dragoman.siblings), which then runs this stage again with what it found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.actors import add_actors
from dragoman.dating.constraint import told
from dragoman.dating.days import intersect
from dragoman.dating.gather import dated_by
from dragoman.dating.others import NONE
from dragoman.dating.settle import best_day, is_telling
from dragoman.dating.told import full_dates
from dragoman.model import DateEvidence, Published
from dragoman.times import add_times

if TYPE_CHECKING:
    from dragoman.dating.constraint import Constraint
    from dragoman.dating.others import Others
    from dragoman.dating.settle import Settled
    from dragoman.model import Report

_MANY = 12
"""Pieces of evidence kept; a long report has dozens that say the same."""


def add_date(report: Report, others: Others = NONE) -> Report:
    """The report with `published` inferred where it was unknown, its times and actors set anew by it; else checked.

    Needs `times`, `actors` and, for all but datelines, `parse`. A date that was given or stated stays as it is; what
    in the text contradicts it is added to its evidence as "conflict: ...". A day in the address is kept in `stated`.
    Where the text, with what `others` say, proves no date the report is handed back as it was.
    """
    if report.published.interval is not None:
        return _checked(report)
    settled = dated_by(report, others)
    if not is_telling(settled):
        return report
    address = next((one.why for one in settled.agreeing if one.span is None), None)
    published = Published(settled.interval, "inferred", _evidence(settled), address, best_day(settled))
    return add_actors(add_times(replace(report, published=published)))


def _checked(report: Report) -> Report:
    """The report with what it tells as past in full dates that come after its own."""
    known = report.published.interval
    if known is None or known.first != known.last:
        return report
    against = [one for one in full_dates(report) if not intersect(one.days, (known,))]
    added = tuple(DateEvidence(one.span, f"conflict: {one.why}") for one in against if one.span)
    new = tuple(one for one in added if one not in report.published.evidence)
    if not new:
        return report
    return replace(report, published=replace(report.published, evidence=(*report.published.evidence, *new)))


def _evidence(settled: Settled) -> tuple[DateEvidence, ...]:
    """The constraints that narrow most, then the conflicts, each with its words; a report's address is no words.

    Signs come after proofs, the strongest first; without them nobody could see why so few days are left.
    """
    signs = [one for one in settled.agreeing if one.kind == "sign"][: _MANY // 2]
    narrow = sorted((one for one in settled.agreeing if one.kind != "sign"), key=_width)[: _MANY - len(signs)]
    proofs = [one for one in settled.agreeing if one in narrow]
    found = [DateEvidence(one.span, told(one)) for one in (*proofs, *signs) if one.span]
    against = [DateEvidence(one.span, f"conflict: {told(one)}") for one in settled.conflicts if one.span]
    return (*found, *against)


def _width(one: Constraint) -> int:
    return sum((days.last - days.first).days for days in one.days)
