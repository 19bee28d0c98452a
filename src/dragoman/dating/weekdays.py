"""Signs from bare weekdays: news of "Tuesday" is mostly of that day or the next, seldom of three days later."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from dragoman.dating.days import count, each_day
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.dating.signs import Sign
from dragoman.dating.standing import standing_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.days import Days
    from dragoman.model import Report, TimeExpression

_HEAD = 1000
_FEWEST = 62
"""Days: only when so few are left does a bare weekday say which of them."""

_TOLD = (0.37, 0.44, 0.1, 0.03, 0.02, 0.02, 0.02)
_OPEN = (0.34, 0.32, 0.17, 0.04, 0.05, 0.04, 0.04)
"""Shares of reports by days since the first weekday at their head: told as past, and told so that it stays open."""


def weekday_signs(report: Report, left: Days) -> Iterator[Sign]:
    """One sign for the first weekday told as past at the head of the news, else for the first that may be."""
    if not left or count(left) > _FEWEST:
        return
    quoted, open_one = quoted_in(report.text), None
    for time in report.times:
        if time.span.start > report.body_start + _HEAD:
            break
        if not re.fullmatch(r"XXXX-WXX-[1-7](?:T.*)?", time.value) or time.type == "SET":
            continue
        stands = None if is_quoted(quoted, time.span) else standing_of_time(report.parse, time.span)
        if stands and stands.standing == "past":
            yield _sign(report, time, left, _TOLD)
            return
        if stands is None and open_one is None and not is_quoted(quoted, time.span):
            open_one = time
    if open_one:
        yield _sign(report, open_one, left, _OPEN)


def _sign(report: Report, time: TimeExpression, left: Days, shares: tuple[float, ...]) -> Sign:
    number = int(time.value[9])
    logs = [math.log(share) for share in shares]
    steps = [(day.toordinal(), logs[(day.isoweekday() - number) % 7]) for day in each_day(left)]
    return Sign(time.span, f"news of {time.span.of(report.text)}", ((0, min(logs)), *steps))
