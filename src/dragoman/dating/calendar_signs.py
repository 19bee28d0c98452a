"""Signs from days and months without a year: the last one that is past, and the next that is ahead, lie near."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from dragoman.dating.days import hull
from dragoman.dating.profiles import DAY, FEAST, MONTH, STAMP
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.dating.signs import sign_of
from dragoman.dating.standing import standing_by_words
from dragoman.model import Interval, Span
from dragoman.times.calendar_days import day_of
from dragoman.times.tense import direction_of
from dragoman.times.vocabulary import HOLIDAYS, MOVABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.days import Days
    from dragoman.dating.inverse import Standing
    from dragoman.dating.signs import Sign
    from dragoman.model import Report

_LONGEST = 5
"""Years left: more, and a month of any year tells nothing."""

_FULL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POST = re.compile(r"\(@\w+\)\W*$")

_STANDING: dict[str | None, Standing | None] = {"past": "past", "future": "ahead", None: None}


def calendar_signs(report: Report, left: Days) -> Iterator[Sign]:
    """One sign for each month, day of a month and feast that stands without its year."""
    near, quoted, met = hull(left), quoted_in(report.text), set[str]()
    if near is None or near.last.year - near.first.year > _LONGEST:
        return
    years = range(near.first.year - 1, near.last.year + 2)
    for time in report.times:
        match = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", time.value)
        if match is None or time.value in met or is_quoted(quoted, time.span):
            continue
        words = time.span.of(report.text)
        month, day = int(match[1]), int(match[2] or 0)
        met.add(time.value)
        is_feast = words.lower().replace("’", "'") in HOLIDAYS.keys() | MOVABLE.keys()
        before = report.text[max(0, time.span.start - 60) : time.span.start]
        direction = direction_of(report.parse, time.span, report.text)
        standing = standing_by_words(before) or _STANDING[direction]
        anchors = [one for year in years if (one := _anchor(year, month, day))]
        profile = FEAST if is_feast else DAY if day else MONTH
        yield sign_of(time.span, f"told without its year: {words}", anchors, profile, standing)


def stamp_signs(report: Report, _left: Days) -> Iterator[Sign]:
    """One sign for the last of the days in full that stand at no verb, as in the stamp of a post that is shown."""
    found = [
        one
        for one in report.times
        if one.interval
        and one.interval.first == one.interval.last
        and one.type in ("DATE", "TIME")
        and _FULL.search(one.span.of(report.text))
        and _stands_alone(report, one.span)
    ]
    if found:
        last = max(found, key=lambda one: one.interval or ())
        if last.interval:
            yield sign_of(last.span, f"stamped: {last.value}", [last.interval], STAMP, None)


def _stands_alone(report: Report, span: Span) -> bool:
    if _POST.search(report.text, max(0, span.start - 20), span.start):
        return True
    return direction_of(report.parse, span, report.text) is None


def _anchor(year: int, month: int, day: int) -> Interval | None:
    if day:
        one = day_of(year, month, day)
        return Interval(one, one) if one else None
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
