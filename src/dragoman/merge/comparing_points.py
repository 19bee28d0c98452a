"""Which statements of different readouts say the same thing: one to one, the likest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence


class Likeness(NamedTuple):
    """How alike two statements (numbers) are, from 0 to 1."""

    alike: float
    one: int
    other: int


class Aligned(NamedTuple):
    """Statements (numbers, in order) that say the same thing, and the least likeness that joined them."""

    statements: tuple[int, ...]
    alike: float | None


def align(readings: Sequence[Hashable], likenesses: Iterable[Likeness]) -> list[Aligned]:
    """Put together what says the same thing, the likest first; each statement comes out once, in order.

    `readings` has for each statement the rendering in which it stands: no two of one rendering come together, since
    nobody says a thing twice to say one thing.
    """
    group_of = {number: [number] for number in range(len(readings))}
    least: dict[int, float] = {}
    for alike, one, other in sorted(likenesses, key=lambda found: (-found.alike, found.one, found.other)):
        mine, theirs = group_of[one], group_of[other]
        if mine is theirs or not {readings[each] for each in mine}.isdisjoint(readings[each] for each in theirs):
            continue
        mine.extend(theirs)
        for number in mine:
            group_of[number] = mine
            least[number] = alike
    distinct = {min(group): group for group in group_of.values()}
    return [Aligned(tuple(sorted(group)), least.get(first)) for first, group in sorted(distinct.items())]
