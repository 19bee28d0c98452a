"""Evidence from candidates: who is called one runs; who is the "presumptive nominee" has won and isn't yet named."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dragoman.dating.constraint import Constraint
from dragoman.dating.days import between, moved, since, union
from dragoman.dating.quoted import is_dated, is_quoted, quoted_in
from dragoman.knowledge.occasions import CANDIDACIES, named_in, occasions
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.dating.days import Days
    from dragoman.knowledge.occasions import Named, Occasion
    from dragoman.model import Report

SLACK = 3
"""Days: a campaign begins before it is announced and is spoken of as running on the morning after."""

AFTERMATH = 60
"""Days after a vote for which the race is still talked about."""

_RUNNER = r"nominee|candidate|hopeful|contender|front[\s-]?runner|aspirant|challenger"
RACE = re.compile(
    rf"\b(?:presidential (?:(?:{_RUNNER})s?|race|campaign|nomination|primar(?:y|ies)|field|debate|bid)"
    rf"|(?:Republican|Democratic|GOP) (?:(?:{_RUNNER})s?|nomination|primar(?:y|ies)|field|race)"
    r"|White House (?:race|bid|run))\b"
)
_WORD = r"(?:[\w.'’&-]+)"
_PARTY = (
    r"(?:Republican(?: Party)?|Democrat(?:ic)?(?: Party)?|GOP|G\.O\.P\.|Libertarian(?: Party)?|Green Party|presidential"
    r"|vice[\s-]presidential|White House|party['’]s|2\d{3})"
)
_CALLED = (
    rf"(?P<words>(?:presumptive\s+)?(?:(?:presumptive|likely|leading|top|rival|fellow|{_PARTY})\s+)+(?:{_RUNNER}))"
)
_TITLE = r"(?:(?:Sen|Gov|Rep|Dr|Mr|Mrs|Ms|Senator|Governor|Secretary|businessman|billionaire|[A-Z][a-z]+)\b\.?\s+){0,3}"
_BEFORE = re.compile(rf"(?P<ahead>(?:{_WORD}\s+){{0,2}}){_CALLED},?\s+{_TITLE}$")
_AFTER = re.compile(rf"^(?P<ahead>,\s+(?:the|a|an|now the|who is the)\s+(?:{_WORD}\s+){{0,2}}?){_CALLED}\b")
_OVER = re.compile(
    r"\b(?:former|ex|then|one-time|onetime|failed|defeated|unsuccessful|past|previous|losing|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def candidate_constraints(report: Report) -> Iterator[Constraint]:
    """What the candidates that the text names say of its day, once a person and role.

    Who ran before another whom the text calls a candidate began to run is told of in retrospect, and left out.
    """
    quoted = quoted_in(report.text)
    found: dict[str, Constraint] = {}
    for named in named_in(report.text, CANDIDACIES):
        called = None if is_quoted(quoted, named.span) else _called(report.text, named)
        if called and called[0]:
            found.setdefault(called[1], Constraint(called[0], named.span, called[1], "office"))
    latest = max((one.days[0].first for one in found.values()), default=None)
    yield from (one for one in found.values() if latest and one.days[-1].last >= latest)


def race_constraints(report: Report) -> Iterator[Constraint]:
    """The days of the race in which most of those ran whom the text names, if it speaks of a race at all.

    Soft, and at least two of one race: the same people are in the news in other years.
    """
    cue = RACE.search(report.text)
    if cue is None:
        return
    people: dict[str, set[str]] = defaultdict(set)
    for named in named_in(report.text, CANDIDACIES):
        for one in named.occasions:
            if one.kind == "candidacy":
                people[one.name[-4:]].add(one.name)
    most = max(map(len, people.values()), default=0)
    if most < 2:
        return
    years = sorted(year for year, names in people.items() if len(names) >= max(2, most - 1))
    days = union(_race(year) for year in years)
    why = f"race: candidates of {' or '.join(years)} are named"
    yield Constraint(days, Span(*cue.span()), why, "office", "soft")


@cache
def _race(year: str) -> Days:
    """From the first candidacy to some weeks after the vote, while it is still talked about."""
    those = [one for one in occasions() if one.kind == "candidacy" and one.name.endswith(year)]
    return between(min(one.first for one in those), moved(max(one.last for one in those), AFTERMATH))


def _called(text: str, named: Named) -> tuple[Days, str] | None:
    """The days on which the person can be called what the words beside the name call them; None if nothing."""
    before, after = text[max(0, named.span.start - 90) : named.span.start], text[named.span.end : named.span.end + 90]
    match = _BEFORE.search(before.rpartition("\n")[2]) or _AFTER.match(after)
    if match is None:
        return None
    words, ahead = match["words"], match["ahead"]
    rows, year = named.occasions, _YEAR.search(words) or _YEAR.search(ahead)
    if year:
        rows = tuple(one for one in rows if str(one.last.year) == year[0])
    if re.search(r"\b(?:former|ex|onetime|one-time|failed|defeated|unsuccessful|losing)\b", ahead):
        return _former(rows)
    if year or _OVER.search(before) or _OVER.search(ahead) or is_dated(text, named.span):
        return None
    return _running(rows, words)


def _former(rows: Sequence[Occasion]) -> tuple[Days, str] | None:
    ends = min((one.last for one in rows if one.kind == "candidacy"), default=None)
    if ends is None:
        return None
    return since(moved(ends, -SLACK)), f"no longer candidate: {rows[0].name}, until {ends}"


def _running(rows: Sequence[Occasion], words: str) -> tuple[Days, str] | None:
    kinds = {"candidacy"}
    if "nominee" in words:
        loose = re.search(r"likely|leading|top|rival|fellow", words)
        kinds = {"presumptive nominee"} if "presumptive" in words else {"presumptive nominee", "nominee"}
        kinds = {"candidacy"} if loose else kinds
    those = [one for one in rows if one.kind in kinds]
    if not those:
        return None
    days = union(between(moved(one.first, -SLACK), moved(one.last, SLACK)) for one in those)
    stretches = "; ".join(f"{one.first} to {one.last}" for one in those[:4])
    return days, f'called "{words}": {those[0].name}, {stretches}'
