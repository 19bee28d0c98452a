"""The stage: from a report's text to its times."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import Interval, Report, TimeExpression
from dragoman.times.resolve import resolve
from dragoman.times.tagging import Hit, tag
from dragoman.times.tense import direction_of
from dragoman.times.vetoes import keep_times

if TYPE_CHECKING:
    from dragoman.times.reading import Reading

_FROM = re.compile(r"(?i:\b(?:from|between)\s+(?:about\s+)?)$")
_TO = re.compile(r"(?i:\s+(?:to|till|until|through|and)\s+|\s*[-–—]\s*)")


def add_times(report: Report) -> Report:
    """The report with its times, in the order of the text.

    What is said relative to the report is resolved against `published.interval`; where that is wider than a day, only
    as far as its first and last day agree (a later report never makes a time earlier, so the days between agree too).
    Else it stays relative: a value such as "XXXX-WXX-5" or "PAST_REF" and no interval. `parse` may be None; then no
    tense helps. Both ends of "from late February till the end of April" bear the days of the whole.
    """
    hits = keep_times(tag(report.text), report.text, report.parse)
    readings = _agreed(report, hits)
    times = [
        TimeExpression(hit.span, reading.type, reading.value, reading.interval)
        for hit, reading in zip(hits, readings, strict=True)
        if reading
    ]
    return replace(report, times=tuple(_joined(report.text, times)))


def _agreed(report: Report, hits: list[Hit]) -> list[Reading | None]:
    """Readings that hold on the first and on the last day that the report may be of, else those of an undated one."""
    directions = [direction_of(report.parse, hit.span, report.text) for hit in hits]
    days = report.published.interval
    if days is None:
        return resolve(hits, directions, None)
    early = resolve(hits, directions, days.first)
    if days.first == days.last:
        return early
    late, undated = resolve(hits, directions, days.last), resolve(hits, directions, None)
    return [one if one == other else none for one, other, none in zip(early, late, undated, strict=True)]


def _joined(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times, those that are ends of one stretch with the days from the first end to the last."""
    for at in range(len(times) - 1):
        first, last = times[at], times[at + 1]
        between = text[first.span.end : last.span.start]
        opened = _FROM.search(text, max(0, first.span.start - 20), first.span.start)
        if not opened or not _TO.fullmatch(between) or not first.interval or not last.interval:
            continue
        if first.interval.first <= last.interval.last:
            whole = Interval(first.interval.first, last.interval.last)
            times[at], times[at + 1] = replace(first, interval=whole), replace(last, interval=whole)
    return times
