"""The reasoning behind a report's date, line by line, for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.dating.constraint import told
from dragoman.dating.days import EARLIEST, LATEST, Days, count, hull
from dragoman.dating.gather import dated_by
from dragoman.dating.others import NONE
from dragoman.dating.settle import best_day, is_telling

if TYPE_CHECKING:
    from datetime import date

    from dragoman.dating.constraint import Constraint
    from dragoman.dating.others import Others
    from dragoman.model import Report

_WORDS = 80


def explain(report: Report, others: Others = NONE) -> tuple[str, ...]:
    """What each piece of evidence says, with its words and the days that it leaves; last, what they leave together.

    What is proved comes before what is likely, and of each the narrowest first, as it says most.

    The report must be as it came to be dated: its times undated and its parse in place.
    """
    settled = dated_by(report, others)
    lines = [_line(one, report.text) for one in sorted(settled.agreeing, key=_order)]
    lines += [f"conflict, left aside: {_line(one, report.text)}" for one in settled.conflicts]
    if not is_telling(settled):
        return (*lines, "together: no date")
    best = best_day(settled)
    likely = f", most likely {best}" if best and count(settled.days) > 1 else ""
    return (*lines, f"together: {_days(settled.days)}{likely}")


def _order(one: Constraint) -> tuple[bool, int]:
    return one.strength == "soft", count(one.days)


def _line(one: Constraint, text: str) -> str:
    words = " ".join(one.span.of(text).split()) if one.span else ""
    shown = words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
    quoted = f'"{shown}" ' if shown else ""
    return f"{told(one)}: {quoted}leaves {_days(one.days)}"


def _days(days: Days) -> str:
    ends = hull(days)
    if ends is None:
        return "no day"
    first, last = _end(ends.first, EARLIEST), _end(ends.last, LATEST)
    whole = first if first and first == last else f"{first} to {last}" if first and last else ""
    whole = whole or (f"{first} and later" if first else f"up to {last}" if last else "any day")
    return whole if len(days) == 1 else f"{count(days)} days from {whole}"


def _end(day: date, bound: date) -> str:
    return "" if day == bound else day.isoformat()
