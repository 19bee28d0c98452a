"""The calendar of each race for the American presidency, read from the tables: first vote, conventions, election."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.occasions import occasions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dragoman.knowledge.occasions import Occasion

_ELECTION = re.compile(r"United States presidential election (\d{4})")
_PARTIES = re.compile(r"(?:Republican|Democratic) National Convention")
_VOTES = frozenset(["primary", "caucus"])


class Cycle(NamedTuple):
    """One race: its turning points, and those who ran.

    `decided` is when the first presumptive nominee was known; `opening` are the two places that vote first.
    """

    year: int
    first_vote: date
    last_vote: date
    decided: date
    first_convention: date
    last_convention: date
    election: date
    opening: tuple[Occasion, ...]
    running: tuple[Occasion, ...]
    mates: tuple[Occasion, ...]
    debates: tuple[Occasion, ...]


@cache
def cycles() -> tuple[Cycle, ...]:
    """Every race of which the table has the election, votes, a presumptive nominee and conventions."""
    elections = [(int(match[1]), one) for one in occasions() if (match := _ELECTION.fullmatch(one.name))]
    found = (_cycle(year, election.first) for year, election in elections)
    return tuple(one for one in found if one)


def _cycle(year: int, election: date) -> Cycle | None:
    those = [one for one in occasions() if (election - one.last).days in range(700)]
    votes = sorted((one for one in those if one.kind in _VOTES), key=lambda one: one.first)
    conventions = [one for one in those if one.kind == "convention" and _PARTIES.match(one.name)]
    decided = [one.first for one in those if one.kind == "presumptive nominee"]
    running = tuple(one for one in those if one.kind == "candidacy")
    runners = {one.name.partition(",")[0] for one in running}
    mates = tuple(one for one in those if one.kind == "nominee" and one.name.partition(",")[0] not in runners)
    if not votes or not decided or not conventions:
        return None
    return Cycle(
        *(year, votes[0].first, votes[-1].first, min(decided)),
        *(min(one.first for one in conventions), max(one.last for one in conventions), election),
        *((votes[0], _second(votes)), running, mates, tuple(one for one in those if one.kind == "debate")),
    )


def _second(votes: Sequence[Occasion]) -> Occasion:
    """The first primary; what votes first is a caucus."""
    return next((one for one in votes if one.kind == "primary"), votes[0])


@cache
def first_places() -> frozenset[str]:
    """The places that have opened some race."""
    return frozenset(one.place for cycle in cycles() for one in cycle.opening)
