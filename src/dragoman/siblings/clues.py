"""What the dated reports beside a report say of its day: by proof and by what is likely."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.dating import OTHER, Others
from dragoman.dating.constraint import Constraint
from dragoman.dating.days import NEVER, between, moved
from dragoman.dating.signs import other_sign
from dragoman.merge.dates import hull, width
from dragoman.model import Span
from dragoman.siblings.alike import SAME
from dragoman.siblings.copied import is_copy, shared_words
from dragoman.siblings.events import told_in_both
from dragoman.siblings.timed import known_day, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.dating.profiles import Shares
    from dragoman.dating.signs import Sign
    from dragoman.model import Interval, Report
    from dragoman.siblings.events import Both, News

COPY_DAYS = 7
"""Days within which outlets print one wire text, weeklies too."""

STORY_DAYS = 31
"""Days that the reports which tell a report's story may cover: of reports of two years neither says which is meant."""

_COPIED: Shares = ((1, 0.75), (3, 0.17), (7, 0.08))
_RETOLD: Shares = ((1, 0.5), (3, 0.25), (7, 0.18), (31, 0.06), (365, 0.01))
"""Shares of distances in days between copies, and between tellings of one story. Judgement, rounded; not counted."""

_NAMED = 3
"""Reports that a line of evidence names."""


class Beside(NamedTuple):
    """A dated report, the days it was published on, how like the undated one its words are, and what gives its news."""

    report: Report
    days: Interval
    likeness: float
    news: Callable[[], Sequence[News]]


class Undated(NamedTuple):
    """A report that is to be dated, its news, and what gives it parsed, its times not resolved."""

    report: Report
    news: Sequence[News]
    bare: Callable[[], Report]


class _Telling(NamedTuple):
    """A dated report that tells the undated one's story, and the words there that say so."""

    beside: Beside
    span: Span
    proof: Constraint | None


def clues(of: Undated, dated: Sequence[Beside]) -> Others:
    """What each dated report says of the report's day.

    The order of `dated` makes no difference. Copies say more than other tellings of the story, which aren't asked
    where there are any.
    """
    ordered = sorted(dated, key=lambda one: (one.report.id, one.days, one.report.text))
    copies = [one for one in ordered if is_copy(of.report, one.report)]
    tellings = [found for one in copies or ordered if (found := _telling(of, one))]
    told = tuple(one.proof for one in tellings if one.proof)
    if copies:
        proofs = tuple(_copied(of.report, one) for one in copies)
        return Others((*proofs, *told), (_sign(proofs[0].span, "has the same words", copies, _COPIED),))
    if not tellings or _covers(tellings) > STORY_DAYS:
        return Others()
    return Others(told, (_sign(tellings[0].span, "tells the same story", [one.beside for one in tellings], _RETOLD),))


def _copied(report: Report, one: Beside) -> Constraint:
    days = between(moved(one.days.first, -COPY_DAYS), moved(one.days.last, COPY_DAYS))
    why = f"{OTHER} has the same words: {one.report.id}, {_days(one.days)}"
    return Constraint(days, shared_words(report, one.report), why, "other")


def _sign(span: Span | None, why: str, found: Sequence[Beside], shares: Shares) -> Sign:
    """One sign however many reports: those of one story lean on each other."""
    names = ", ".join(one.report.id for one in found[:_NAMED]) + (" ..." if len(found) > _NAMED else "")
    return other_sign(span or Span(0, 0), f"{OTHER} {why}: {names}", [one.days for one in found], shares)


def _telling(of: Undated, one: Beside) -> _Telling | None:
    """How a dated report tells the same; None where it doesn't, or where the days that both name don't agree."""
    both = told_in_both(of.news, one.news())
    if not both:
        return _Telling(one, _head(of.report), None) if one.likeness >= SAME else None
    told = [(found, proof) for found in both for proof in _proofs(found, one, of.bare)]
    fitting = next((proof for _, proof in told if proof.days != NEVER), None)
    if told and fitting is None:
        return None
    return _Telling(one, both[0].here.evidence, fitting)


def _proofs(both: Both, one: Beside, bare: Callable[[], Report]) -> list[Constraint]:
    known = known_day(one.report, both.there)
    found = timed(bare(), both, known) if known else None
    if known is None or found is None:
        return []
    why = f'{OTHER} says that "{found.words}" was {known.first}: {one.report.id}'
    return [Constraint(found.days, found.span, why, "other")]


def _head(report: Report) -> Span:
    """The first line that has words: the headline, or the first paragraph."""
    start = len(report.text) - len(report.text.lstrip())
    end = report.text.find("\n", start)
    return Span(start, end if end >= 0 else len(report.text.rstrip()))


def _covers(tellings: Sequence[_Telling]) -> int:
    days: Interval | None = None
    for one in tellings:
        days = hull(days, one.beside.days)
    return width(days) if days else 0


def _days(days: Interval) -> str:
    return str(days.first) if days.first == days.last else f"{days.first} to {days.last}"
