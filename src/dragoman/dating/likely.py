"""What is likely beside what is proved: all signs together, and the stretch of days that they leave."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dragoman.dating.calendar_signs import calendar_signs, stamp_signs
from dragoman.dating.constraint import Constraint
from dragoman.dating.days import between, count, intersect
from dragoman.dating.phases import phase_signs
from dragoman.dating.recency import recency_signs
from dragoman.dating.settle import Settled, is_telling
from dragoman.dating.states import state_signs
from dragoman.dating.weekdays import weekday_signs
from dragoman.dating.weigh import bounded, favoured, likeliest, likely_days, weigh, years_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dragoman.dating.days import Days
    from dragoman.dating.signs import Sign
    from dragoman.model import Interval, Report


_TELLING = 0.25
"""How much larger a share of the likely days than of all days left a sign must favour to be told."""


def signs_in(report: Report, left: Days, others: Iterable[Sign] = ()) -> list[Sign]:
    """The signs of other reports and every one in the report's words; of what is named in several ways the first.

    What comes back every year is asked last, when the other signs have said of which years it may be.
    """
    first = chain(others, stamp_signs(report, left), recency_signs(report, left), state_signs(report, left))
    found = _each_once(chain(first, phase_signs(report, left)), ())
    years = intersect(left, between(*years_of(weigh(found, left), 0.98))) if found else left
    found = _each_once(calendar_signs(report, years), found)
    weeks = intersect(left, between(*years_of(weigh(found, left), 0.98))) if found else left
    return [*found, *weekday_signs(report, weeks)]


def _each_once(signs: Iterable[Sign], before: Iterable[Sign]) -> list[Sign]:
    found = list(before)
    met = {day for one in found for day in one.of}
    for sign in signs:
        if not sign.of or not sign.of & met:
            found.append(sign)
            met |= sign.of
    return found


def narrowed(report: Report, settled: Settled, others: Iterable[Sign] = ()) -> Settled:
    """The days settled on, narrowed to those that are likely where these are few; the likeliest day in any case.

    The signs that made them likely, those of `others` too, are added as soft evidence, named so.
    """
    if not bounded(settled.days):
        return settled
    signs = signs_in(report, settled.days, others)
    if not signs:
        return settled
    weights = weigh(signs, settled.days)
    found = likely_days(weights)
    if found is None or _width(found.interval) >= _width(settled.interval):
        return settled._replace(best=likeliest(weights) if is_telling(settled) else None)
    days = intersect(settled.days, between(*found.interval))
    agreeing = tuple(one for one in settled.agreeing if intersect(one.days, days))
    against = tuple(one for one in settled.agreeing if not intersect(one.days, days))
    return Settled(days, (*agreeing, *_told(signs, settled.days, days)), (*settled.conflicts, *against), found.best)


def _width(interval: Interval | None) -> int:
    return (interval.last - interval.first).days if interval else 0


def _told(signs: Iterable[Sign], left: Days, days: Days) -> list[Constraint]:
    """The signs that speak for the days, each with the days that it makes likely by itself; the strongest first."""
    found: list[tuple[float, Constraint]] = []
    for sign in signs:
        own = favoured(sign, left)
        gain = count(intersect(own, days)) / count(days) - count(own) / count(left)
        if intersect(own, days):
            found.append((gain, Constraint(own, sign.span, _why(sign, days[0].first), "sign", "soft")))
    found.sort(key=lambda pair: -pair[0])
    return [one for at, (gain, one) in enumerate(found) if at == 0 or gain > _TELLING]


def _why(sign: Sign, day: date) -> str:
    """The sign's words, with the one of several days meant that lies nearest."""
    nearest = min(sign.of, key=lambda one: abs((one.first - day).days), default=None)
    return f"{sign.why}, {nearest.first}" if nearest else sign.why
