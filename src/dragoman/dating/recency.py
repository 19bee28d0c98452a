"""Signs from dated occasions: news tells of most things within days or weeks of when they happen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.cycles import first_places
from dragoman.dating.days import hull, moved
from dragoman.dating.occasioned import meant, stands_of
from dragoman.dating.profiles import FIRST, profile_of
from dragoman.dating.signs import sign_of
from dragoman.knowledge.occasions import named_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dating.days import Days
    from dragoman.dating.signs import Sign
    from dragoman.knowledge.occasions import Occasion
    from dragoman.model import Interval, Report

_REACH = 3700
"""Days about those left from which a telling may come."""

_HISTORY = re.compile(
    r"\b(?:anniversary|since|(?:19|20)\d\d|last year|years? ago|"
    r"(?:day|week|month|year)s? (?:after|later|earlier)|decade|memorial|"
    r"history|historic|like|legacy)\b",
    re.IGNORECASE,
)
"""What beside a name says that it is a landmark and no news."""


def recency_signs(report: Report, left: Days) -> Iterator[Sign]:
    """One sign for each occasion, or series of one name, that the text names and doesn't tell of as history."""
    near, met = hull(left), set[str]()
    for named in named_in(report.text):
        if near is None:
            return
        those = [one for one in meant(named, report.text) if _is_near(one, near)]
        around = report.text[max(0, named.span.start - 40) : named.span.end + 30]
        if not those or those[0].name in met or _HISTORY.search(around.replace(named.span.of(report.text), "")):
            continue
        met.add(those[0].name)
        stands = stands_of(report, named.span, tuple(those))
        what = those[0].name if len(those) == 1 else f"one of {len(those)} of that name"
        yield sign_of(
            named.span,
            f"news of an occasion: {what}",
            [one.interval for one in those],
            FIRST if _opens(those[0]) else profile_of(those[0].kind),
            stands.standing if stands else None,
        )


def _is_near(one: Occasion, near: Interval) -> bool:
    return moved(near.first, -_REACH) <= one.first <= moved(near.last, _REACH)


def _opens(one: Occasion) -> bool:
    return one.kind in ("primary", "caucus") and one.place in first_places()
