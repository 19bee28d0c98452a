"""Days, names and numbers in words, as pages show them."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


def days(first: date | None, last: date | None = None) -> str:
    """One day or several: "2013-06-27", "2013-06-27 to 2013-06-30", a whole month or year as "2013-06" or "2013".

    "undated" where they are unknown.
    """
    if first is None:
        return "undated"
    if last in {None, first} or last is None:
        return f"{first}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04}"
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return f"{first:%Y-%m}"
    return f"{first} to {last}"


def names(who: Sequence[str] | None) -> str:
    """Names in a row, a dash where there are none."""
    return "; ".join(who or ()) or "–"


def sides(row: Mapping[str, Sequence[str]]) -> str:
    """Whom an event is done to; what two do with each other is not said twice."""
    who, whom = row["who"], row["whom"]
    return "each other" if len(who) > 1 and set(who) == set(whom) else names(whom)


def number(value: int) -> str:
    """A count with its thousands apart."""
    return f"{value:,}".replace(",", "\u202f")
