"""A block joined by itself comes out as it does among all others: what lets many machines share the joining."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge.alike import Graph, graph
from dragoman.merge.groups import groups
from dragoman.merge.joining import BARE, FULL, Part, joined
from dragoman.model import Interval
from dragoman.scale.spark.nearness import LARGEST, Sides, loosest, may_join

Likeness = dict[tuple[int, int], float]

LIKELY = st.one_of(st.floats(0.015, 1.0), st.floats(FULL.near * 0.8, FULL.near), st.floats(BARE.near * 0.8, BARE.near))


@st.composite
def parts(draw: st.DrawFn) -> list[Part]:
    found = []
    for _ in range(draw(st.integers(2, 14))):
        day = date(2015, 3, 1) + timedelta(days=draw(st.integers(0, 20)))
        found.append(Part(draw(st.sampled_from([Interval(day, day), None])), draw(st.booleans())))
    return found


@st.composite
def reports(draw: st.DrawFn) -> tuple[list[Part], Likeness]:
    """Some reports, and how alike some of their pairs are: often about as much as it takes."""
    found = draw(parts())
    pairs = draw(st.lists(st.sampled_from([*combinations(range(len(found)), 2)]), unique=True))
    return found, {pair: draw(LIKELY) for pair in pairs}


def among(likeness: Likeness, numbers: list[int]) -> Graph:
    place = {number: at for at, number in enumerate(numbers)}
    inside = [(place[a], place[b], value) for (a, b), value in likeness.items() if a in place and b in place]
    one, other = (np.array([row[at] for row in inside], dtype=np.int64) for at in range(2))
    return graph(len(numbers), [(one, other, np.array([row[2] for row in inside], dtype=np.float64))])


def blocks(found: list[Part], likeness: Likeness) -> list[list[int]]:
    """The blocks, made as Spark makes them: until nothing more may come to any."""
    label = dict.fromkeys(range(len(found)), 0) | {number: number for number in range(len(found))}
    while True:
        inside = {one: [number for number, mine in label.items() if mine == one] for one in label.values()}
        links = [(label[a], label[b]) for (a, b), value in likeness.items() if near(found, inside, label, a, b, value)]
        if not links:
            return [*inside.values()]
        root = groups(inside, links)
        label = {number: root[mine] for number, mine in label.items()}


def near(  # noqa: PLR0913, PLR0917 - both ends, and where they are
    found: list[Part], inside: dict[int, list[int]], label: dict[int, int], a: int, b: int, value: float
) -> bool:
    sides = (
        Sides(np.array([len(inside[label[one]])]), np.array([any(found[number].bare for number in inside[label[one]])]))
        for one in (a, b)
    )
    bare = np.array([found[a].bare and found[b].bare])
    return label[a] != label[b] and bool(may_join(np.array([value]), bare, *sides)[0])


@settings(max_examples=300, deadline=None)  # the first works out the table
@given(reports())
def test_reports_joined_block_by_block_come_into_the_same_groups(
    made: tuple[list[Part], Likeness],
) -> None:
    found, likeness = made
    whole = joined(found, among(likeness, [*range(len(found))]))
    apart = []
    for block in blocks(found, likeness):
        here = joined([found[number] for number in block], among(likeness, block))
        apart += [[block[at] for at in group] for group in here]
    assert sorted(apart) == sorted(whole)


def test_what_is_far_from_enough_is_in_blocks_of_its_own() -> None:
    day = Interval(date(2015, 3, 1), date(2015, 3, 1))
    found = [Part(day, bare=False)] * 4
    assert blocks(found, {(0, 1): 0.5, (1, 2): 0.2, (2, 3): 0.28}) == [[0, 1], [2, 3]]


def test_the_more_reports_the_looser_a_group_may_be_and_headlines_make_it_looser() -> None:
    for mixed in (False, True):
        for least in loosest(mixed=mixed):
            assert (np.diff(least) <= 0).all()
            assert least[LARGEST] > 0
    assert loosest(mixed=False).full[LARGEST] < loosest(mixed=False).full[2]
    assert (loosest(mixed=True).full <= loosest(mixed=False).full).all()


def test_a_block_too_large_to_tell_takes_in_whatever_is_like_it() -> None:
    small, large = (Sides(np.array([size]), np.array([False])) for size in (1, LARGEST + 1))
    assert may_join(np.array([0.016]), np.array([False]), small, large).all()
    assert not may_join(np.array([0.016]), np.array([False]), small, small).any()
