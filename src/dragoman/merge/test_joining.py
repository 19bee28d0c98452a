from __future__ import annotations

from datetime import date, timedelta

from dragoman.merge.joining import FULL, SPAN, Part, joined
from dragoman.merge.test_neighbours import of
from dragoman.model import Interval

FREE = Part(None, bare=False)


def on(number: int) -> Part:
    day = date(2015, 6, 1) + timedelta(days=number)
    return Part(Interval(day, day), bare=False)


def test_the_near_are_joined_and_the_others_not() -> None:
    pairs = {(0, 1): 2 * FULL.near, (1, 2): FULL.near / 2}
    assert joined([FREE] * 3, of(3, pairs)) == [[0, 1], [2]]


def test_one_link_does_not_chain_two_groups() -> None:
    inner = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.9, (3, 5): 0.9, (4, 5): 0.9}
    assert joined([FREE] * 6, of(6, inner | {(2, 3): 0.8})) == [[0, 1, 2], [3, 4, 5]]


def test_a_story_covers_only_so_many_days() -> None:
    parts = [on(0), on(SPAN - 1), on(SPAN)]
    assert joined(parts, of(3, {(0, 1): 0.8, (0, 2): 0.9, (1, 2): 0.5})) == [[0, 1], [2]]


def test_tight_groups_must_be_more_alike_to_be_joined() -> None:
    groups = [range(8), range(8, 16)]
    across = {(one, other): 0.3 for one in groups[0] for other in groups[1]}

    def apart(likeness: float) -> int:
        inner = {(one, other): likeness for group in groups for one in group for other in group if one < other}
        return len(joined([FREE] * 16, of(16, inner | across)))

    assert apart(0.31) == 1
    assert apart(0.95) == 2
