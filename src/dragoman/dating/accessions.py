"""Evidence from entries into office: "X was sworn in last month", turned round with the first day of X's term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import EVER, moved, union
from dragoman.dating.inverse import report_days
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.knowledge import offices
from dragoman.model import Interval, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.knowledge.offices import Term
    from dragoman.model import Report, TimeExpression

_OFFICE = r"(?:president|prime minister|premier|chancellor|foreign minister|secretary of state|defen[cs]e minister)"
_ENTRY = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]+){0,3}),?\s(?:who\s)?(?:was\s|has\sbeen\s)?(?:formally\s|officially\s)?"
    rf"(?:sworn\sin|inaugurated|took\soffice|took\sthe\soath|(?:named|appointed|became)\s(?:\w+\s)?{_OFFICE})\b"
)
_LONGEST = 60
_LEADERS = frozenset(["head_of_state", "head_of_government"])
_SLACK = 1
"""Days: tables and reports may count the oath or the day after."""


def accession_constraints(report: Report) -> Iterator[Constraint]:
    """The report's days by each entry into office that a time in the same clause dates."""
    quoted = quoted_in(report.text)
    for match in _ENTRY.finditer(report.text):
        span = Span(*match.span())
        time = _time_after(report, span)
        terms = _terms_of(match["name"])
        if time is None or not terms or is_quoted(quoted, span):
            continue
        words, found = time.span.of(report.text), []
        for term in terms:
            begun = Interval(moved(term.first, -_SLACK), moved(term.first, _SLACK)) if term.first else None
            days = report_days(words, begun, "past") if begun else None
            if days and days != EVER:
                found.append((term, days))
        if found:
            what = "; ".join(f"{term.position} {term.person}, {term.first}" for term, _ in found[:3])
            why = f'entry into office: {what}, told as "{words}"'
            yield Constraint(union(days for _, days in found), Span(span.start, time.span.end), why, "office")


def _time_after(report: Report, span: Span) -> TimeExpression | None:
    """The first time after the verb within its clause."""
    for time in report.times:
        if time.span.start >= span.end:
            between = report.text[span.end : time.span.start]
            near = len(between) <= _LONGEST and not re.search(r"[,.;:\n]|\b(?:and|but|when|who|which)\b", between)
            return time if near and time.type != "SET" else None
    return None


def _terms_of(name: str) -> list[Term]:
    """The terms of whoever bears the whole name, or, by a surname alone, of those who led a state."""
    key = offices.name_key(name)
    if " " in name:
        return list(offices.by_name().get(key, ()))
    return [term for term in offices.by_surname().get(key, ()) if term.role in _LEADERS]
