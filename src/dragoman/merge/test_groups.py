from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.groups import groups


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_groups_are_what_links_join_in_any_order(pairs: list[tuple[int, int]]) -> None:
    found = groups(range(10), pairs)
    assert found == groups(reversed(range(10)), reversed([(b, a) for a, b in pairs]))
    assert all(found[a] == found[b] for a, b in pairs)
    assert all(found[least] == least <= item for item, least in found.items())
