from __future__ import annotations

from itertools import product

from dragoman.merge.identity import short_ids


def test_ids_are_short_and_differ() -> None:
    keys = [f"{a}:{b}" for a, b in product(range(400), range(400))]
    ids = short_ids("e", keys)
    assert len(set(ids)) == len(keys)
    assert {len(name) for name in ids} == {9, 17}
    assert short_ids("e", keys[:1]) == ids[:1]
