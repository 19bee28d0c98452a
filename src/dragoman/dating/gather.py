"""All evidence on a report's day, in the order in which it counts, and what it comes to."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dragoman.dating.accessions import accession_constraints
from dragoman.dating.address import address_constraints
from dragoman.dating.agreement import agreement_constraints
from dragoman.dating.contests import contest_constraints
from dragoman.dating.countdown import countdown_constraints
from dragoman.dating.days import EARLIEST, LATEST
from dragoman.dating.generic import generic_constraints
from dragoman.dating.likely import narrowed
from dragoman.dating.occasioned import occasion_constraints
from dragoman.dating.others import NONE, with_others
from dragoman.dating.recurring import dateline_constraints, yearless_constraints
from dragoman.dating.runs import candidate_constraints, race_constraints
from dragoman.dating.settle import settle
from dragoman.dating.surveys import survey_constraints
from dragoman.dating.terms import office_constraints
from dragoman.dating.told import date_constraints
from dragoman.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.dating.constraint import Constraint
    from dragoman.dating.others import Others
    from dragoman.dating.settle import Settled
    from dragoman.model import Report

_SCOPE = Interval(EARLIEST.replace(year=1980), LATEST.replace(year=2040))
"""Years in which what comes back every year is laid out when nothing else bounds the report."""


def gather(report: Report) -> list[Constraint]:
    """Every constraint that the report's words set, each set of days once a kind."""
    once = list(
        _distinct(
            chain(
                address_constraints(report),
                office_constraints(report),
                accession_constraints(report),
                candidate_constraints(report),
                race_constraints(report),
                occasion_constraints(report),
                countdown_constraints(report),
                contest_constraints(report),
                generic_constraints(report),
                date_constraints(report),
                agreement_constraints(report),
            )
        )
    )
    scope = settle(once).interval or _SCOPE
    within = Interval(max(scope.first, _SCOPE.first), min(scope.last, _SCOPE.last))
    yearly = list(
        chain(
            dateline_constraints(report, within),
            survey_constraints(report, within),
            yearless_constraints(report, within),
        )
    )
    return list(_distinct([*once, *yearly]))


def dated_by(report: Report, others: Others = NONE) -> Settled:
    """The days that the report's own words, and then other reports, leave for it: by proof, then by what is likely."""
    return narrowed(report, with_others(gather(report), others), others.signs)


def _distinct(constraints: Iterable[Constraint]) -> Iterator[Constraint]:
    """Each set of days once a kind: the second "President X" proves no more than the first."""
    met = set()
    for one in constraints:
        if (one.days, one.kind) not in met:
            met.add((one.days, one.kind))
            yield one
