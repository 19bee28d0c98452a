"""Evidence from polls: news of a survey comes within weeks of the days on which its people were asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import between, moved, union
from dragoman.model import Interval, Span
from dragoman.times.calendar_days import day_of
from dragoman.times.vocabulary import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Report

FRESH = 28
"""Days after the field work within which a poll is news; most are out within one week, slow ones take two."""

_MONTH = "|".join(sorted((month.capitalize() for month in MONTHS), key=lambda month: -len(month)))
_SURVEY = re.compile(
    r"\b(?:poll|survey|interviews?|respondents|adults|voters)\b[^.\n]{0,160}?"
    r"\b(?:conducted|surveyed|taken|polled|interviewed|carried out|fielded|questioned)\b[^.\n]{0,80}?"
    rf"\b(?P<when>(?P<month>{_MONTH})\b\.?\s(?P<day>\d{{1,2}})(?!\d)"
    rf"(?:\s?(?:-|–|to|through|and)\s?(?:(?P<month2>{_MONTH})\b\.?\s)?(?P<day2>\d{{1,2}})(?!\d))?)(?!,?\s(?:19|20)\d\d)"
)


def survey_constraints(report: Report, within: Interval) -> Iterator[Constraint]:
    """The weeks after each poll's field work, in every year that is open; soft, as an old poll may be told of again."""
    for match in _SURVEY.finditer(report.text):
        month = MONTHS[(match["month2"] or match["month"]).lower()]
        day = int(match["day2"] or match["day"])
        ends = [one for year in range(within.first.year - 1, within.last.year + 2) if (one := day_of(year, month, day))]
        if ends:
            days = union(between(one, moved(one, FRESH)) for one in ends)
            why = f"poll of {match['when']}: news for {FRESH} days"
            yield Constraint(days, Span(*match.span("when")), why, "date", "soft")
