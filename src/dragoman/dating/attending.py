"""Evidence from news made at an occasion: "met on the sidelines of the summit", "just before the opening ceremony"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.beside import time_of
from dragoman.dating.constraint import Constraint
from dragoman.dating.days import between, moved, union
from dragoman.dating.occasioned import meant
from dragoman.knowledge.occasions import named_in
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report

_LEAD = 900
"""Characters of the body's beginning that tell the news itself; what stands below may be an older meeting."""
_EARLY, _LATE = 2, 7
"""Days before the occasion's first and after its last on which its news is written."""
_NAME = r"(?:the\s+)?(?:[\w.&'’-]+\s+){0,3}"
_THERE = re.compile(
    r"\b(?:on the (?:sidelines|margins|fringes) of"
    r"|(?:just|shortly|hours?|minutes|moments|right)\s+(?:before|after|ahead of)"
    rf"|(?:before|after|ahead of|at|attend(?:ed|ing|s)?) the (?:opening|closing)(?: ceremony)?(?: of| for)?)\s+{_NAME}$"
)
_ELSEWHEN = re.compile(r"\b(?:(?:19|20)\d\d|last (?:year|month)|earlier|previous|ago)\b")


def attending_constraints(report: Report) -> Iterator[Constraint]:
    """Reports whose lead tells of something at, or right before or after, an occasion are of its days, most likely."""
    lead = report.text[: report.body_start + _LEAD]
    for named in named_in(lead):
        before = lead[max(0, named.span.start - 90) : named.span.start]
        there = _THERE.search(before)
        beside = lead[max(0, named.span.start - 90) : named.span.end + 40]
        if not there or _ELSEWHEN.search(beside) or time_of(report, named.span):
            continue
        those = meant(named, report.text)
        if those:
            days = union(between(moved(one.first, -_EARLY), moved(one.last, _LATE)) for one in those)
            what = those[0].name if len(those) == 1 else f"one of {len(those)} of that name"
            words = Span(named.span.start - len(before) + there.start(), named.span.end)
            yield Constraint(days, words, f"news made at an occasion: {what}", "occasion", "soft")
