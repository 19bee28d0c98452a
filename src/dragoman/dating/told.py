"""Evidence from dates told in full: what has happened by then, what is still ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import moved, since, until
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.dating.standing import standing_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.constraint import Strength
    from dragoman.model import Report

FISCAL = 92
"""Days by which a year may be spoken of before it begins: budgets and models of a year come out in its autumn."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def date_constraints(report: Report) -> Iterator[Constraint]:
    """What each day, month or year that stands with its year in figures says of the report's.

    Told as over, the report is not of before it began; told as ahead, not of after it ended. What people say in
    quotation marks is left out, and a figure of which the verb tells nothing.
    """
    quoted = quoted_in(report.text)
    for time in report.times:
        words = time.span.of(report.text)
        if time.interval is None or time.type not in ("DATE", "TIME") or not _YEAR.search(words):
            continue
        if is_quoted(quoted, time.span):
            continue
        stands = standing_of_time(report.parse, time.span)
        if stands is None or not stands.firm:
            continue
        is_year = re.fullmatch(r"\d{2,4}", time.value) is not None
        if stands.standing == "past":
            days = since(moved(time.interval.first, -FISCAL if is_year else 0))
            yield Constraint(days, time.span, f"told as past: {time.value}", "date")
        else:
            strength: Strength = "soft" if is_year else "hard"
            yield Constraint(until(time.interval.last), time.span, f"told as ahead: {time.value}", "date", strength)


def full_dates(report: Report) -> list[Constraint]:
    """The constraints that days with month and year in full, told as past, set."""
    return [one for one in date_constraints(report) if re.fullmatch(r"told as past: \d{4}-\d\d-\d\d.*", one.why)]
