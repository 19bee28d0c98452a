"""Evidence from occasions that only their kind names, with a time: "Tuesday's debate", "the convention next week"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.dating.beside import time_of
from dragoman.dating.constraint import Constraint
from dragoman.dating.days import EVER, Days, union
from dragoman.dating.inverse import report_days
from dragoman.dating.quoted import is_quoted, quoted_in
from dragoman.dating.standing import standing_of
from dragoman.knowledge.occasions import named_in, occasions, suits
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.knowledge.occasions import Occasion
    from dragoman.model import Report, TimeExpression

NOUNS = MappingProxyType(
    {
        "debate": "debate",
        "debates": "debate",
        "primary": "primary",
        "primaries": "primary",
        "caucus": "caucus",
        "caucuses": "caucus",
        "convention": "convention",
        "presidential election": "election",
        "midterm elections": "election",
    }
)
"""Nouns that name occasions of one kind of the table; only kinds of which it has every one in a country's politics."""

_NOUN = re.compile(rf"\b({'|'.join(NOUNS)})\b")
_PARTIES = (
    ("Republican", re.compile(r"\b(?:Republican|GOP|G\.O\.P\.)\s")),
    ("Democratic", re.compile(r"\bDemocratic\s")),
)
_SECOND = re.compile(r"\bvice[\s-]presidential\s", re.IGNORECASE)


def generic_constraints(report: Report) -> Iterator[Constraint]:
    """The report's days by each such noun whose time fits some occasion of its kind that the text may mean.

    Soft: the noun may mean one that the table hasn't.
    """
    named, quoted = [one.span for one in named_in(report.text)], quoted_in(report.text)
    for match in _NOUN.finditer(report.text):
        span = Span(*match.span())
        if any(one.overlaps(span) for one in named) or is_quoted(quoted, span):
            continue
        time = time_of(report, span)
        if time is None:
            continue
        fits = _fitting(report, span, time)
        if fits:
            words = Span(min(span.start, time.span.start), max(span.end, time.span.end))
            what = "; ".join(f"{one.name}, {one.first}" for one, _ in fits[:3]) + (" ..." if len(fits) > 3 else "")
            why = f'dated occasion: {what}, told as "{time.span.of(report.text)}"'
            yield Constraint(union(days for _, days in fits), words, why, "occasion", "soft")


def _fitting(report: Report, span: Span, time: TimeExpression) -> list[tuple[Occasion, Days]]:
    stands = standing_of(report.parse, span, report.text)
    standing = stands.standing if stands and stands.firm else None
    words, found = time.span.of(report.text), []
    for one in _meant(report.text, span):
        days = report_days(words, one.interval, standing)
        if days and days != EVER:
            found.append((one, days))
    return found


def _meant(text: str, span: Span) -> list[Occasion]:
    """Occasions of the noun's kind that suit the text, and the party and place that the sentence has."""
    those = [one for one in _of_kind()[NOUNS[span.of(text)]] if suits(one, text)]
    before = text[max(0, span.start - 40) : span.start]
    for party, words in _PARTIES:
        if words.search(before):
            those = [one for one in those if party in one.name or "primaries" in one.name or "caucuses" in one.name]
    those = [one for one in those if bool(_SECOND.search(before)) == ("Vice" in one.name)]
    sentence = text[max(0, span.start - 90) : span.end + 60]
    there = [one for one in those if one.place and one.place.partition(",")[0] in sentence]
    return there or those


@cache
def _of_kind() -> Mapping[str, tuple[Occasion, ...]]:
    found: dict[str, list[Occasion]] = defaultdict(list)
    for one in occasions():
        found[one.kind].append(one)
    return defaultdict(tuple, {kind: tuple(those) for kind, those in found.items()})
