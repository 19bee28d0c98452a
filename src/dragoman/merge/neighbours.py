"""Reports seen together with their nearest neighbours.

Two headlines of one happening may share no word, but each shares some with a third. So a report stands for itself and,
with less weight, for those nearest to it ("document expansion", as in Tao et al., "Language model information
retrieval with document expansion", 2006). Worked out on the graph of likeness alone, without the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dragoman.merge.alike import Graph, graph, stretches, summed

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    _Row = tuple[NDArray[np.int64], NDArray[np.float64]]  # of a sparse matrix: columns in order, and what stands there

NEAREST = 10
"""Neighbours that a report is seen with."""
NEIGHBOURLY = 0.1
"""Likeness from which a report is another's neighbour."""
WEIGHT = 0.5
"""What all neighbours together weigh, against the report itself."""
ENOUGH = 2.0
"""Sum of likeness from which they have this weight; less gives less, so that a lone faint neighbour changes little."""


def with_neighbours(
    alike: Graph, faint: float, within: Callable[[int, NDArray[np.int64]], NDArray[np.bool_]], undated: int = 0
) -> Graph:
    """The graph of likeness between reports that stand for their neighbours too; pairs up to `faint` are left out.

    `within(number, others)` says which reports one may meet at all. The first `undated` reports are neighbours of one
    another only, and so are the others: else one report without a date would reach into all years. Where
    K is the matrix of likeness and T has each report's own weight and its neighbours', this is T K T', each vector
    scaled back to length 1.
    """
    count = len(alike.starts) - 1
    alike = _with_themselves(alike)
    hoods = _stacked([neighbours(alike, number, undated) for number in range(count)])
    lengths = np.zeros(count)
    seen_by = _turned(hoods)
    pairs = []
    for number in range(count):
        others, dots = _times(_times(hoods.row(number), alike), seen_by)
        own = np.searchsorted(others, number)
        lengths[number] = np.sqrt(dots[own])
        others, dots = others[:own], dots[:own] / (lengths[others[:own]] * lengths[number])
        near = (dots > faint) & within(number, others)
        pairs.append((np.full(int(near.sum()), number), others[near], dots[near]))
    return graph(count, pairs)


def _times(row: _Row, matrix: Graph) -> _Row:
    """A row times a matrix."""
    numbers, weights = row
    begins = matrix.starts[numbers]
    lengths = matrix.starts[numbers + 1] - begins
    places = stretches(begins, lengths)
    return summed(matrix.others[places], matrix.likeness[places] * np.repeat(weights, lengths))


def _with_themselves(alike: Graph) -> Graph:
    """The graph in which each report is like itself, too: by 1."""
    count = len(alike.starts) - 1
    rows = np.concatenate((np.repeat(np.arange(count), np.diff(alike.starts)), np.arange(count)))
    others = np.concatenate((alike.others, np.arange(count)))
    order = np.lexsort((others, rows))
    starts = alike.starts + np.arange(count + 1)
    return Graph(starts, others[order], np.concatenate((alike.likeness, np.ones(count)))[order])


def neighbours(alike: Graph, number: int, undated: int) -> _Row:
    """A report and its nearest neighbours, with their weights; of equally near ones the earlier."""
    others, likeness = alike.row(number)
    near = np.flatnonzero((likeness >= NEIGHBOURLY) & (others != number) & ((others < undated) == (number < undated)))
    near = near[np.argsort(-likeness[near], kind="stable")[:NEAREST]]
    weights = WEIGHT * likeness[near] / max(ENOUGH, float(likeness[near].sum()))
    numbers = np.concatenate(([number], others[near]))
    order = np.argsort(numbers)
    return numbers[order], np.concatenate(([1.0], weights))[order]


def _stacked(rows: list[_Row]) -> Graph:
    sizes = np.array([len(numbers) for numbers, _ in rows], dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    return Graph(
        starts,
        np.concatenate([np.empty(0, np.int64), *(numbers for numbers, _ in rows)]),
        np.concatenate([np.empty(0, np.float64), *(weights for _, weights in rows)]),
    )


def _turned(matrix: Graph) -> Graph:
    """The matrix with rows for columns."""
    count = len(matrix.starts) - 1
    rows = np.repeat(np.arange(count), np.diff(matrix.starts))
    order = np.argsort(matrix.others, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(matrix.others, minlength=count))))
    return Graph(starts, rows[order], matrix.likeness[order])
