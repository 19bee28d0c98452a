"""Pairs that belong together, made into groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Ordered(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...
    def __hash__(self) -> int: ...


T = TypeVar("T", bound=_Ordered)


def groups(items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """Each item with the least item that it is linked to, straight or through others.

    The order of items and pairs makes no difference. Pairs may only name given items.
    """
    parent = {item: item for item in items}

    def root(item: T) -> T:
        while parent[item] is not item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in pairs:
        low, high = sorted((root(parent[one]), root(parent[other])))
        parent[high] = low
    return {item: root(item) for item in list(parent)}
