"""Evidence from dated occasions: that one is over, or ahead, or was "last month"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.beside import time_of
from dragoman.dating.constraint import Constraint
from dragoman.dating.days import EVER, NEVER, Days, between, intersect, moved, since, union, until
from dragoman.dating.inverse import report_days
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.dating.standing import Stands, habit_of, standing_of
from dragoman.knowledge.occasions import named_in
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.constraint import Strength
    from dragoman.dating.inverse import Standing
    from dragoman.knowledge.occasions import Named, Occasion
    from dragoman.model import Report, TimeExpression

RECENT = 400
"""Days: of a series without a year the last one is meant, or the next; none lies much further than a year away."""

UNFORESEEN = frozenset(["announcement", "attack", "coup", "death", "disaster", "resignation", "withdrawal"])
"""Kinds of which nobody writes before they happen, as far as a verb does not say otherwise."""

AT_THE_EARLIEST = re.compile(r"\bas\s+(?:early|soon|late)\s+as\s+$", re.IGNORECASE)
"""What says of a time that it is still ahead, whatever the verb."""

_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)(?:['’]s)?\s+(?:[\w.&'’-]+\s+){0,3}$")
_YEAR_AFTER = re.compile(r"^(?:\s+(?:in|of)\s+(?:[A-Z]\w+\s+(?:in\s+)?)?|\s*,?\s*\(?)((?:19|20)\d\d)\b")
_OPENING = re.compile(
    r"\b(?:opening|start|beginning|eve)(?: (?:day|ceremony|night))? (?:of|for|at) (?:the )?(?:[\w.-]+ )?$"
)
_CLOSING = re.compile(
    r"\b(?:close|closing|end|conclusion)(?: (?:day|ceremony|night))? (?:of|for|at) (?:the )?(?:[\w.-]+ )?$"
)
_PLACE_AFTER = re.compile(r"^,?\s+(?:being held |held |hosted )?(?:in|at|by)\s+(?:the\s+)?((?:[A-Z][\w.'’-]+\s?)+)")


def occasion_constraints(report: Report) -> Iterator[Constraint]:
    """What each occasion that the text names says of the report's day."""
    for named in named_in(report.text):
        those = meant(named, report.text)
        if those:
            yield from _constraint(report, named.span, those)


def meant(named: Named, text: str) -> tuple[Occasion, ...]:
    """The occasions that agree with a year or place beside the name; all if none stands there."""
    those = named.occasions
    before, after = text[max(0, named.span.start - 40) : named.span.start], text[named.span.end : named.span.end + 60]
    for year in (*_YEAR_BEFORE.findall(before), *_YEAR_AFTER.findall(after)):
        those = tuple(one for one in those if int(year) in (one.first.year, one.last.year))
    place = _PLACE_AFTER.match(after)
    there = tuple(one for one in those if place and place[1].strip(" .,") in one.place)
    return tuple(_part(one, before) for one in there or those)


def _part(one: Occasion, before: str) -> Occasion:
    """The first day for "the opening of", the last for "the close of", else the whole."""
    if _OPENING.search(before):
        return one._replace(last=one.first)
    return one._replace(first=one.last) if _CLOSING.search(before) else one


def _constraint(report: Report, span: Span, those: tuple[Occasion, ...]) -> Iterator[Constraint]:
    stands, time = stands_of(report, span, those), time_of(report, span)
    standing = stands.standing if stands and stands.firm else None
    if time and standing is None and AT_THE_EARLIEST.search(report.text, max(0, time.span.start - 14), time.span.start):
        standing = "ahead"
    if time:
        fits = [(one, days) for one in those if (days := _told(report, time, one, standing))]
        if fits:
            yield _timed(report, span, time, fits)
            return
    if stands:
        yield from _untimed(span, those, stands)


def stands_of(report: Report, span: Span, those: tuple[Occasion, ...]) -> Stands | None:
    """What the clause says; of what nobody foresees any mention tells as past. In quotation marks nothing is firm."""
    stands, quoted = standing_of(report.parse, span, report.text), is_quoted(quoted_in(report.text), span)
    if all(one.kind in UNFORESEEN for one in those):
        return Stands("past", firm=not quoted)
    if stands is None and all(one.kind == "other" for one in those):
        return Stands("past", firm=False)
    if stands is None:
        return None if quoted else habit_of(report.parse, span, those[0].kind)
    return stands._replace(firm=stands.firm and not quoted)


def _told(report: Report, time: TimeExpression, one: Occasion, standing: Standing | None) -> Days:
    """The report's days if `time` is the occasion's; NEVER if it isn't, or says nothing."""
    days = report_days(time.span.of(report.text), one.interval, standing)
    return NEVER if days is None or days == EVER else days


def _timed(report: Report, span: Span, time: TimeExpression, fits: list[tuple[Occasion, Days]]) -> Constraint:
    words = Span(min(span.start, time.span.start), max(span.end, time.span.end))
    what = "; ".join(_what(one) for one, _ in fits[:3]) + (" ..." if len(fits) > 3 else "")
    why = f'dated occasion: {what}, told as "{time.span.of(report.text)}"'
    return Constraint(union(days for _, days in fits), words, why, "occasion")


def _untimed(span: Span, those: tuple[Occasion, ...], stands: Stands) -> Iterator[Constraint]:
    """Not before the earliest that may be meant if it is over, not after the last if it is still ahead."""
    what = _what(those[0]) if len(those) == 1 else _series(those)
    strength: Strength = "hard" if stands.firm else "soft"
    if stands.standing == "past":
        days = since(min(one.first for one in those))
        recent = union(between(one.first, moved(one.last, RECENT)) for one in those)
        why = f"dated occasion: {what}, told as over"
    else:
        days = until(max(one.last for one in those))
        recent = union(between(moved(one.first, -RECENT), one.last) for one in those)
        why = f"dated occasion: {what}, told as still ahead"
    yield Constraint(days, span, why, "occasion", strength)
    is_series = max(one.first for one in those) > moved(min(one.first for one in those), RECENT // 2)
    if is_series or stands.standing == "ahead":
        yield Constraint(intersect(recent, days), span, f"{why}, without its year", "occasion", "soft")


def _series(those: tuple[Occasion, ...]) -> str:
    first, last = min(one.first for one in those), max(one.last for one in those)
    return f"one of {len(those)} of that name, {first} to {last}"


def _what(one: Occasion) -> str:
    return f"{one.name}, {one.first}" + (f" to {one.last}" if one.last != one.first else "")
