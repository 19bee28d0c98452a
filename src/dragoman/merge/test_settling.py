from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.settling import settled

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


def joined(items: set[int], pairs: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Items in groups of three at most, the pairs taken in order."""
    group_of = {item: [item] for item in items}
    for one, other in pairs:
        if one in items and other in items and group_of[one] is not group_of[other]:
            both = group_of[one] + group_of[other]
            if len(both) <= 3:
                group_of |= dict.fromkeys(both, both)
    return sorted({tuple(sorted(group)) for group in group_of.values()})


@given(PAIRS, st.sets(st.integers(0, 12)))
def test_what_is_made_anew_is_as_if_all_were(pairs: list[tuple[int, int]], new: set[int]) -> None:
    every = set(range(13))
    before = joined(every - new, pairs)

    def company(items: set[int]) -> set[int]:
        return items | {one for group in before if not items.isdisjoint(group) for one in group}

    def near(items: set[int]) -> set[int]:
        return {one for pair in pairs for one in pair if not items.isdisjoint(pair)}

    inside, _, found = settled(new, company, near, lambda items: joined(set(items), pairs))  # type: ignore[arg-type]
    kept = [group for group in before if inside.isdisjoint(group)]
    assert sorted([*kept, *(tuple(group) for group in found)]) == joined(every, pairs)


def test_groups_that_nothing_reaches_are_left_alone() -> None:
    inside, halo, found = settled({1}, set, lambda _: set(), lambda items: [[one] for one in items])
    assert (inside, halo, found) == ({1}, set(), [[1]])
