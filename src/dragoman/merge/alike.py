"""Which reports are at all alike, as a sparse graph: an inverted index over a window of days, and no pair besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from dragoman.merge.features import Rows

FAINT = 0.02
"""Likeness below which a pair is as good as unlike; keeps the graph sparse."""


class Graph(NamedTuple):
    """Pairs of reports and their likeness: those of report i are `others[starts[i]:starts[i + 1]]`, in order."""

    starts: NDArray[np.int64]
    others: NDArray[np.int64]
    likeness: NDArray[np.float64]

    def row(self, number: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Whom a report is like, and how much."""
        part = slice(self.starts[number], self.starts[number + 1])
        return self.others[part], self.likeness[part]


def graph(count: int, pairs: Sequence[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]]) -> Graph:
    """A graph of `count` reports from arrays of pairs, each pair given once; a report isn't paired with itself."""
    one = np.concatenate([np.empty(0, np.int64), *(part[0] for part in pairs)])
    other = np.concatenate([np.empty(0, np.int64), *(part[1] for part in pairs)])
    likeness = np.concatenate([np.empty(0, np.float64), *(part[2] for part in pairs)])
    low, high = np.concatenate((one, other)), np.concatenate((other, one))
    order = np.lexsort((high, low))
    starts = np.concatenate(([0], np.cumsum(np.bincount(low, minlength=count))))
    return Graph(starts, high[order], np.concatenate((likeness, likeness))[order])


def stretches(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of several stretches, one after the other: 3 from 10 and 2 from 70 are 10, 11, 12, 70, 71."""
    return np.repeat(begins - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))


def summed(numbers: NDArray[np.int64], weights: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Each number once, in order, with the sum of its weights."""
    found, inverse = np.unique(numbers, return_inverse=True)
    return found, np.bincount(inverse, weights, minlength=len(found)).astype(np.float64, copy=False)


class _Index:
    """By word, the reports that are within reach: those without a date, which stay, and a moving window of the others.

    Reports are numbered with the undated first and the others by their first day; so each word's list falls in two.
    """

    def __init__(self, rows: Rows, undated: int) -> None:
        order = np.argsort(rows.columns, kind="stable")
        self.rows = rows
        self.reports = np.repeat(np.arange(len(rows.starts) - 1), np.diff(rows.starts))[order]
        self.weights = rows.weights[order]
        width = int(rows.columns.max()) + 1 if len(rows.columns) else 0
        ends = np.cumsum(np.bincount(rows.columns, minlength=width))
        self.first = np.concatenate(([0], ends[:-1])).astype(np.int64) if width else np.empty(0, np.int64)
        self.undated_end = self.first.copy()
        early = np.bincount(rows.columns[: rows.starts[undated]], minlength=width)
        self.head = self.first + early
        self.tail = self.head.copy()
        self.undated = undated

    def columns(self, number: int) -> NDArray[np.int64]:
        return self.rows.columns[self.rows.starts[number] : self.rows.starts[number + 1]]

    def add(self, number: int) -> None:
        """Let the reports to come find this one."""
        (self.undated_end if number < self.undated else self.tail)[self.columns(number)] += 1

    def drop(self, number: int) -> None:
        """Leave behind the earliest dated report that is still within reach."""
        self.head[self.columns(number)] += 1

    def meet(self, number: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The reports within reach that share words with this one, and the dot products of their vectors."""
        columns = self.columns(number)
        mine = self.rows.weights[self.rows.starts[number] : self.rows.starts[number + 1]]
        begins = np.concatenate((self.first[columns], self.head[columns]))
        ends = np.concatenate((self.undated_end[columns], self.tail[columns]))
        lengths = ends - begins
        places = stretches(begins, lengths)
        return summed(self.reports[places], self.weights[places] * np.repeat(np.concatenate((mine, mine)), lengths))


def alike(
    rows: Rows,
    undated: int,
    behind: Callable[[int], int],
    within: Callable[[int, NDArray[np.int64]], NDArray[np.bool_]],
) -> Graph:
    """The pairs of reports that share words and days.

    The first `undated` reports meet all; of the others, by first day, `behind(number)` is the earliest that one may
    still meet, and `within(number, others)` says which of these it does meet.
    """
    index = _Index(rows, undated)
    left, pairs = undated, []
    for number in range(len(rows.starts) - 1):
        while number >= undated and left < behind(number):
            index.drop(left)
            left += 1
        others, dots = index.meet(number)
        near = (dots > FAINT) & within(number, others)
        pairs.append((np.full(int(near.sum()), number), others[near], dots[near]))
        index.add(number)
    return graph(len(rows.starts) - 1, pairs)
