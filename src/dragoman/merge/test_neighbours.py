from __future__ import annotations

import numpy as np
import pytest

from dragoman.merge.alike import Graph, graph
from dragoman.merge.neighbours import NEIGHBOURLY, with_neighbours
from dragoman.merge.test_alike import everyone

ANY = lambda _, others: others >= 0  # noqa: E731  # a name for "days don't matter" reads better here


def of(count: int, pairs: dict[tuple[int, int], float]) -> Graph:
    one, other = (np.array([pair[end] for pair in pairs], dtype=np.int64) for end in (0, 1))
    return graph(count, [(one, other, np.array(list(pairs.values())))])


def test_two_that_share_no_word_are_alike_through_a_third() -> None:
    found = everyone(with_neighbours(of(3, {(0, 1): 0.6, (1, 2): 0.6}), 0.0, ANY))
    assert found[0, 2] > 0
    assert found[0, 2] < found[0, 1]


def test_a_lone_faint_likeness_is_no_neighbourhood() -> None:
    faint = NEIGHBOURLY - 0.01
    assert everyone(with_neighbours(of(2, {(0, 1): faint}), 0.0, ANY))[0, 1] == pytest.approx(faint)


def test_neighbours_whom_days_keep_apart_do_not_meet() -> None:
    apart = with_neighbours(of(3, {(0, 1): 0.6, (1, 2): 0.6}), 0.0, lambda number, others: abs(others - number) < 2)
    assert (0, 2) not in everyone(apart)


def test_a_report_that_is_like_none_stays_alone() -> None:
    assert everyone(with_neighbours(of(2, {}), 0.0, ANY)) == {}
