"""Evidence from counting down to a dated occasion: "20 days to go before the vote", "the vote is two weeks away"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import NEVER, between, hull, union
from dragoman.dating.inverse import report_days
from dragoman.dating.occasioned import meant
from dragoman.dating.quoted import is_dated, is_quoted, quoted_in
from dragoman.knowledge.occasions import named_in
from dragoman.model import Span
from dragoman.times.numbers import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.days import Days
    from dragoman.knowledge.occasions import Named, Occasion
    from dragoman.model import Report

_AMOUNT = (
    r"(?P<hedge>\b(?:less than|fewer than|under|within|more than|over|at least)\s+)?"
    rf"(?P<amount>\b(?:\d{{1,3}}|an?|{NUMBER_WORDS}))\s+(?P<unit>days?|weeks?|months?)\s+"
)
_UNTIL = r"(?:(?:still )?(?:to go|left|remaining|remain)\s+(?:before|until|till|to)|until|till|away from|out from)"
_BEFORE = re.compile(rf"{_AMOUNT}{_UNTIL}\s+(?:[\w.'’&-]+\s+){{0,4}}$", re.IGNORECASE)
_AFTER = re.compile(
    rf",?\s+(?:is|are)\s+(?:(?:now|just|only|still|about)\s+){{0,2}}{_AMOUNT}(?:away|off|out|from now)\b", re.IGNORECASE
)
_THEN = re.compile(r"\b(?:was|were|had|when|then)\b[^.\n]{0,30}$", re.IGNORECASE)
_REACH = 80


def countdown_constraints(report: Report) -> Iterator[Constraint]:
    """The day from which so many days, weeks or months were left until an occasion that the text names.

    Not in quotation marks, nor where the sentence tells of an earlier time ("it was 20 days until the vote").
    """
    quoted = quoted_in(report.text)
    for named in named_in(report.text):
        match = _counted(report.text, named)
        if match is None or (match["hedge"] or "").lower().startswith(("more", "over", "at")):
            continue
        span = Span(min(match.start("amount"), named.span.start), max(match.end("unit"), named.span.end))
        if is_quoted(quoted, span) or _is_past(report.text, named.span, match.start()):
            continue
        those = meant(named, report.text)
        if days := union(_left(match, one) for one in those):
            what = f"{those[0].name}, {those[0].first}" if len(those) == 1 else f"one of {len(those)} of that name"
            yield Constraint(days, span, f"dated occasion: {what}, {match['amount']} {match['unit']} ahead", "occasion")


def _counted(text: str, named: Named) -> re.Match[str] | None:
    """The count beside the name, in the same line."""
    start = max(text.rfind("\n", 0, named.span.start) + 1, named.span.start - _REACH)
    return _BEFORE.search(text, start, named.span.start) or _AFTER.match(text, named.span.end)


def _is_past(text: str, named: Span, start: int) -> bool:
    """Whether the count is of an earlier time, as a verb before it or a year in its sentence may say."""
    told = _THEN.search(text, max(0, start - _REACH), start)
    return told is not None or (is_dated(text, named) and not is_dated(named.of(text), Span(0, 0)))


def _left(match: re.Match[str], one: Occasion) -> Days:
    """The days so long before the occasion began; up to it where there is less time left than that."""
    days = report_days(f"{match['amount']} {match['unit']} from now", one.interval, "ahead") or NEVER
    begun = hull(days)
    return between(begun.first, one.first) if begun and match["hedge"] else days
