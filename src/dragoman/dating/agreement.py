"""Evidence from a time said twice, from the report and by the calendar: "last year, in 2012", "Monday (March 3)"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import EVER
from dragoman.dating.inverse import report_days
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report, TimeExpression

_BOTH = re.compile(r"\s*[,(–—-]?\s*(?:(?:in|on|that is|i\.e\.),?\s+)?|['’]s\s+(?:\w+\s+)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def agreement_constraints(report: Report) -> Iterator[Constraint]:
    """The report's days by each pair of neighbouring times of which one has its year and the other counts from it."""
    for first, second in pairwise(report.times):
        if not _BOTH.fullmatch(report.text[first.span.end : second.span.start]):
            continue
        for one, other in ((first, second), (second, first)):
            yield from _said_twice(report, one, other)


def _said_twice(report: Report, counted: TimeExpression, dated: TimeExpression) -> Iterator[Constraint]:
    words, year = counted.span.of(report.text), dated.span.of(report.text)
    if dated.interval is None or _YEAR.search(words) or not _YEAR.search(year):
        return
    days = report_days(words, dated.interval, None)
    if days and days != EVER:
        span = Span(min(counted.span.start, dated.span.start), max(counted.span.end, dated.span.end))
        yield Constraint(days, span, f'agreement: "{words}" is {dated.value}', "agreement")
