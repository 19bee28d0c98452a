"""Whether two reports that say the same thing give it the same weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.merge.comparing_values import Statement

FEWEST = 3
"""Statements from which a report has a first and a last."""
LATE = 2 / 3
"""How far down its report's statements a thing stands that is mentioned late."""
TIMES, POINTS = 3.0, 0.2
"""A report spends more on a thing if its part of the words is so many times the other's, and so much more of the
whole: four words in place of one are no emphasis. Judgement, not measured."""
THE_ONE, THE_OTHER = "the one", "the other"
"""What stands for the two reports in the words that say how they differ."""


def emphasis(much: Sequence[Statement], little: Sequence[Statement], counts: Mapping[str, int]) -> str | None:
    """How one report stresses what another has further down or in few words; None if it doesn't.

    Of each report its statements of one point; `counts` is how many statements each report has in all.
    """
    here, there = counts[much[0].report], counts[little[0].report]
    if min(here, there) < FEWEST:
        return None
    first, late = min(said.place for said in much), min(said.place for said in little)
    if first == 1 and late - 1 >= LATE * (there - 1):
        return f"{THE_ONE} leads with it, {THE_OTHER} has it {_rank(late, there)} statements"
    most, least = sum(said.share for said in much), sum(said.share for said in little)
    if most >= TIMES * least and most - least >= POINTS:
        return f"{THE_ONE} spends {most:.0%} of its words on it, {THE_OTHER} {least:.0%}"
    return None


def _rank(place: int, count: int) -> str:
    return f"last of {count}" if place == count else f"as number {place} of {count}"
