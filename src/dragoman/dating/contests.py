"""Evidence from votes named by their place alone: "his win in Ohio on Tuesday", "lost Iowa last week"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import EVER, Days, union
from dragoman.dating.inverse import report_days
from dragoman.knowledge.occasions import occasions, suits
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.dating.inverse import Standing
    from dragoman.knowledge.occasions import Occasion
    from dragoman.model import Report, TimeExpression

KINDS = frozenset(["primary", "caucus"])
"""Votes that news calls by the state that holds them."""

_OUTCOME = (
    r"(?P<cue>[Ww]ins?|won|winning|[Vv]ictor(?:y|ies)|[Ll]oss(?:es)?|lost|losing|[Dd]efeats?|defeated|triumph(?:ed|s)?"
    r"|finish(?:ed|ing)?|placed|second|third|beat|swept|sweep|trounced|crushed|edged|carried|landslide|voted|votes?"
    r"|contests?|showdown|ballots|polls|primar(?:y|ies)|caucus(?:es)?)"
)
_NEAR = 60
_DONE = frozenset(
    [
        "won",
        "lost",
        "defeated",
        "finished",
        "placed",
        "beat",
        "swept",
        "trounced",
        "crushed",
        "edged",
        "carried",
        "triumphed",
    ]
)
OPEN = re.compile(
    r"\b(?:could|would|may|might|will|can|should|must|to|if|than|not|n['’]t|who|whoever)\s+(?:have\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What before an outcome says that it may not come, or not yet."""


def contest_constraints(report: Report) -> Iterator[Constraint]:
    """The report's days by each outcome in a place that a time dates; a weekday or day must be that of the vote."""
    for match in _pattern().finditer(report.text):
        if OPEN.search(report.text[max(0, match.start() - 30) : match.start()]):
            continue
        span = Span(match.start("cue"), match.end("place"))
        standing: Standing | None = "past" if match["cue"] in _DONE else None
        for time in report.times:
            if time.type == "SET" or not _is_beside(report.text, span, time):
                continue
            fits = _fitting(report, time, held_in()[match["place"]], standing)
            if fits:
                words = Span(min(span.start, time.span.start), max(span.end, time.span.end))
                what = "; ".join(f"{one.name}, {one.first}" for one, _ in fits[:3])
                why = f'outcome of a vote: {what}, told as "{time.span.of(report.text)}"'
                yield Constraint(union(days for _, days in fits), words, why, "occasion", "soft")


def _fitting(
    report: Report, time: TimeExpression, votes: tuple[Occasion, ...], standing: Standing | None
) -> list[tuple[Occasion, Days]]:
    """The votes that the time may mean, with the days that it then leaves for the report."""
    words, found = time.span.of(report.text), []
    for one in votes:
        if not suits(one, report.text):
            continue
        days = report_days(words, one.interval, standing)
        if days and days != EVER:
            found.append((one, days))
    return found


def _is_beside(text: str, span: Span, time: TimeExpression) -> bool:
    """Whether the time follows the place, or stands before the outcome, with no clause's end between."""
    if span.end <= time.span.start:
        between = text[span.end : time.span.start]
        return (
            len(between) < 25
            and re.fullmatch(r"[\s,]*(?:(?:on|and|in|earlier)\s+)?(?:[A-Z]\w+\s+)?(?:on\s+)?", between) is not None
        )
    between = text[time.span.end : span.start]
    return time.span.end <= span.start and len(between) < 25 and re.match(r"['’]s\s", between) is not None


@cache
def held_in() -> Mapping[str, tuple[Occasion, ...]]:
    """The votes of each place."""
    found: dict[str, list[Occasion]] = defaultdict(list)
    for one in occasions():
        if one.kind in KINDS and re.fullmatch(r"[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}", one.place):
            found[one.place].append(one)
    return MappingProxyType({place: tuple(held) for place, held in found.items()})


@cache
def places() -> str:
    """A pattern of the places that hold votes, the longest first; one that nothing matches if there are none."""
    return "|".join(re.escape(place) for place in sorted(held_in(), key=lambda place: -len(place))) or r"(?!)"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_OUTCOME}\b(?:[^.;:\n]{{0,{_NEAR}}}?\b(?:in|of|from)|)\s+(?:the\s+)?(?P<place>{places()})\b"
    )
