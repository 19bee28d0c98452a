"""Evidence from a report's address: many outlets put the day into it ("/2013/03/21/")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import between, moved
from dragoman.times.calendar_days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report

_DAY = re.compile(r"(?<![\d-])((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d-])")


def address_constraints(report: Report) -> Iterator[Constraint]:
    """The one day that stands in the address's path, with a day of slack for the clock of the outlet's machines."""
    path = (report.source.url or "").partition("://")[2].partition("?")[0].partition("/")[2]
    days = {day for match in _DAY.finditer(path) if (day := day_of(int(match[1]), int(match[3]), int(match[4])))}
    if len(days) == 1:
        day = days.pop()
        yield Constraint(between(moved(day, -1), moved(day, 1)), None, f"address: {day}", "address")
