"""The day of a report from a time in it that a dated report gives the day of: its "Tuesday" was 12 March."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.dating.beside import time_of
from dragoman.dating.days import NEVER, count
from dragoman.dating.inverse import report_days
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.events.stage import DAYS_OF_NEWS
from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.dating.days import Days
    from dragoman.model import Event, Interval, Report
    from dragoman.siblings.events import Both

WIDEST = 14
"""Days: a time that leaves more of them, "in March" say, says little of when it was written."""


class Timed(NamedTuple):
    """The days that a time leaves for the report, NEVER where it can't mean the day known; and the words."""

    days: Days
    span: Span
    words: str


def known_day(there: Report, event: Event) -> Interval | None:
    """The one day, in words of its own, of an event that was fresh when the dated report told it."""
    published = there.published.interval
    if event.date is None or event.date.basis == "report" or published is None:
        return None
    first, last = event.date.interval
    return event.date.interval if first == last and 0 <= (published.first - last).days <= DAYS_OF_NEWS else None


def timed(report: Report, both: Both, known: Interval) -> Timed | None:
    """What the time beside the report's telling says of its day; None if it has none, or a vague one.

    `report` must have its parse, and times that are not resolved yet.
    """
    trigger = both.here.trigger
    time = time_of(report, trigger)
    if time is None or not both.here.evidence.holds(time.span) or is_quoted(quoted_in(report.text), time.span):
        return None
    words = time.span.of(report.text)
    days = report_days(words, known, "past")
    if days is None or (days != NEVER and count(days) > WIDEST):
        return None
    return Timed(days, Span(min(trigger.start, time.span.start), max(trigger.end, time.span.end)), words)
