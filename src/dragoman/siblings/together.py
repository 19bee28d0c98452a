"""Date reports by one another: first by those that state their date, then by those whose own words prove it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from dragoman.dating import NONE, Others, rests_on_others
from dragoman.language import parse
from dragoman.model import Published
from dragoman.pipeline import code, code_again
from dragoman.siblings.alike import alike
from dragoman.siblings.clues import Beside, Undated, clues
from dragoman.siblings.events import news_of
from dragoman.siblings.roles import is_proven, is_stated, wants_date
from dragoman.times import add_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Report
    from dragoman.siblings.events import News

MOST = 12
"""Dated reports, the likest, that are asked about one: of a hundred copies the last say nothing new."""


def date_together(reports: Sequence[Report]) -> list[Report]:
    """The coded reports in their order, those that others date coded again under the date found.

    The order makes no difference to any of them, and dating them twice changes nothing: what another report said
    before is taken back first, and nothing that rests on another report is passed on.
    """
    alone = [_alone(report) for report in reports]
    found = related(alone)
    again = code_again((_undated(alone[at]), others) for at, others in found.items())
    dated = dict(zip(found, again, strict=True))
    return [dated.get(at, report) for at, report in enumerate(alone)]


def related(reports: Sequence[Report]) -> dict[int, Others]:
    """By the number of a report that wants a date: what the dated ones beside it say of it. Reports must be coded."""
    wanting = {at for at, report in enumerate(reports) if wants_date(report)}
    stated = {at for at, report in enumerate(reports) if is_stated(report)}
    proven = {at for at, report in enumerate(reports) if is_proven(report)} if wanting else set()
    news = cache(lambda at: news_of(reports[at]))
    beside: defaultdict[int, list[Beside]] = defaultdict(list)
    for pair in alike([report.text for report in reports], wanting, stated | proven):
        other = reports[pair.other]
        if other.published.interval:
            told = partial(news, pair.other)
            beside[pair.one].append(Beside(other, other.published.interval, pair.likeness, told))
    found = {at: _of(reports[at], news(at), those) for at, those in sorted(beside.items())}
    return {at: others for at, others in found.items() if others.proofs or others.signs}


def lookalikes(reports: Sequence[Report]) -> set[int]:
    """The numbers of those, coded or not, that may have to do with a report's date: only they need be coded for it."""
    undated = {at for at, report in enumerate(reports) if wants_date(report)}
    pairs = alike([report.text for report in reports], undated, range(len(reports)))
    return {at for pair in pairs for at in (pair.one, pair.other)}


def _of(report: Report, news: Sequence[News], beside: Sequence[Beside]) -> Others:
    """What the reports that state their date say; only where these say nothing, what those dated by proof do."""
    of = Undated(report, news, cache(lambda: add_times(parse(_undated(report)))))
    likest = sorted(beside, key=lambda one: (-one.likeness, one.report.id, one.days, one.report.text))
    stated = clues(of, [one for one in likest if is_stated(one.report)][:MOST])
    if stated != NONE:
        return stated
    return clues(of, [one for one in likest if not is_stated(one.report)][:MOST])


def _alone(report: Report) -> Report:
    """The report as it would be by itself."""
    return next(code([_undated(report)])) if rests_on_others(report.published) else report


def _undated(report: Report) -> Report:
    """The report before it was dated: what its own words or others proved is taken back."""
    return replace(report, published=Published()) if report.published.basis == "inferred" else report
