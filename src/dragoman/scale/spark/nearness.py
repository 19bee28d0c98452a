"""Which reports can't come into one story however the others are joined: so that stories fall into blocks.

Reports are joined by the mean likeness of two groups against how alike the reports within each are (merge/joining.py).
That mean is no greater than the greatest likeness of two reports, and how loose a group of so many reports can get is
known: each of its joins had to be near enough. So two blocks never meet if no likeness between them is enough for the
loosest groups of their sizes; each can then be joined by itself, and comes out as if all were joined at once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.merge.joining import BARE, FULL, PRIOR, Scale

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LARGEST = 5_000
"""Reports of a block up to which it is worked out how loose it can be; larger ones take in whatever is like them."""
_EXACT = 1 - 1e-9  # what sums of floating-point numbers may be off by


class Loosest(NamedTuple):
    """By number of reports, the least that a group's own likeness (`within`) can be, on the scale of each kind."""

    full: Numbers
    bare: Numbers


class Sides(NamedTuple):
    """The blocks at one end of each likeness: how many reports each has, and whether a bare headline is among them."""

    size: NDArray[np.int64]
    mixed: NDArray[np.bool_]


def may_join(likeness: Numbers, bare: NDArray[np.bool_], one: Sides, other: Sides) -> NDArray[np.bool_]:
    """Which pairs of reports may bring their blocks into one story; `bare` says that both are bare headlines."""
    full = FULL.near * _tight([_within(side, FULL) for side in (one, other)], FULL)
    headline = BARE.near * _tight([_within(side, BARE) for side in (one, other)], BARE)
    enough: NDArray[np.bool_] = likeness >= _EXACT * np.where(bare, np.minimum(full, headline), full)
    return enough


@cache
def loosest(*, mixed: bool) -> Loosest:
    """For groups of up to `LARGEST` reports, by number (0 stands for none); `mixed` ones may have bare headlines."""
    own = np.zeros(LARGEST + 1)  # the least sum of likenesses within
    full, bare = (np.full(LARGEST + 1, scale.usual) for scale in (FULL, BARE))
    for size in range(2, LARGEST + 1):
        some = np.arange(1, size // 2 + 1)
        others = size - some
        mean = FULL.near * _tight([full[some], full[others]], FULL)
        if mixed:
            mean = np.minimum(mean, BARE.near * _tight([bare[some], bare[others]], BARE))
        own[size] = (own[some] + own[others] + some * others * mean).min()
        pairs = size * (size - 1) / 2
        full[size], bare[size] = ((own[size] + PRIOR * scale.usual) / (pairs + PRIOR) for scale in (FULL, BARE))
    return Loosest(np.minimum.accumulate(full), np.minimum.accumulate(bare))


def _tight(within: list[Numbers], scale: Scale) -> Numbers:
    """What the likeness between two groups is measured against, from how alike each is within."""
    found: Numbers = (np.sqrt(within[0] * within[1]) / scale.usual) ** scale.tightness
    return found


def _within(side: Sides, scale: Scale) -> Numbers:
    """The least likeness within any group of such blocks; 0 for those too large to tell."""
    at = np.minimum(side.size, LARGEST)
    pure, mixed = ((one.bare if scale is BARE else one.full)[at] for one in (loosest(mixed=False), loosest(mixed=True)))
    return np.where(side.size > LARGEST, 0.0, np.where(side.mixed, mixed, pure))
