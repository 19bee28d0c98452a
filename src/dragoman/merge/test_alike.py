from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge.alike import FAINT, Graph, alike, graph, stretches, summed
from dragoman.merge.features import feature_rows
from dragoman.merge.test_features import dot

TEXTS = st.lists(
    st.lists(st.sampled_from(["envoy", "met", "bridge", "vote", "budget", "storm"]), min_size=1, max_size=4)
)


def everyone(graph: Graph) -> dict[tuple[int, int], float]:
    return {
        (number, other): likeness
        for number in range(len(graph.starts) - 1)
        for other, likeness in zip(*(part.tolist() for part in graph.row(number)), strict=True)
    }


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.integers(0, 3), st.integers(1, 3))
def test_the_index_finds_what_comparing_all_pairs_would(texts: list[list[str]], undated: int, reach: int) -> None:
    count, undated = len(texts), min(undated, len(texts))
    rows = feature_rows([" ".join(words) for words in texts], [False] * count)

    def meet(one: int, other: int) -> bool:
        return min(one, other) < undated or abs(one - other) <= reach

    found = alike(rows, undated, lambda number: max(undated, number - reach), lambda _, others: others >= 0)
    pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
    wanted = {(one, other) for one, other in pairs if meet(one, other) and dot(rows, one, other) > FAINT}
    assert set(everyone(found)) == wanted


def test_a_graph_knows_each_pair_from_both_ends() -> None:
    found = graph(3, [(np.array([2]), np.array([0]), np.array([0.5]))])
    assert everyone(found) == {(0, 2): 0.5, (2, 0): 0.5}


def test_stretches_follow_one_another() -> None:
    assert stretches(np.array([10, 5, 70]), np.array([3, 0, 2])).tolist() == [10, 11, 12, 70, 71]


def test_weights_of_one_number_are_added() -> None:
    numbers, weights = summed(np.array([4, 1, 4]), np.array([1.0, 2.0, 3.0]))
    assert (numbers.tolist(), weights.tolist()) == ([1, 4], [2.0, 4.0])
