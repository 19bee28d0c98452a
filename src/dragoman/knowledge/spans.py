"""The days that a date, a month or a year alone may mean: "2003", "2003-03", "2003-03-14"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def earliest(text: str) -> date | None:
    """The first day; None for an empty text, ValueError for one that is no date."""
    numbers = _numbers(text)
    return date(numbers[0], numbers[1] or 1, numbers[2] or 1) if numbers else None


def latest(text: str) -> date | None:
    """The last day; None for an empty text, ValueError for one that is no date."""
    numbers = _numbers(text)
    if not numbers:
        return None
    year, month, day = numbers
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _numbers(text: str) -> tuple[int, int, int] | None:
    if not text:
        return None
    match = _DAY.fullmatch(text)
    if match is None or (match[2] is not None and int(match[2]) not in range(1, 13)):
        raise ValueError(f"no date: {text}")
    year, month, day = (int(part or 0) for part in match.groups())
    return year, month, day
