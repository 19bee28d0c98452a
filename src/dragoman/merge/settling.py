"""Groups made anew where something changed, exactly as if all were made anew.

Groups are joined step by step, and whether and when two are joined depends on these two alone. So those that hang
together with nothing that changed come out as before. What changed is joined anew with its former company (`inside`)
and, beside it, with all groups that are near it (the halo): as long as nothing crosses from one to the other, the halo
goes the way it went, and what lies beyond it never meets anything new. If something crosses, its group comes inside,
and all is tried again.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

T = TypeVar("T", bound=Hashable)


class Settled(NamedTuple, Generic[T]):
    """What was made anew, what lies around it, and the groups of the first."""

    inside: set[T]
    halo: set[T]
    groups: list[Sequence[T]]


def settled(
    changed: AbstractSet[T],
    company: Callable[[AbstractSet[T]], AbstractSet[T]],
    near: Callable[[AbstractSet[T]], AbstractSet[T]],
    join: Callable[[AbstractSet[T]], Sequence[Sequence[T]]],
) -> Settled[T]:
    """What came inside, what was the halo at last, and the groups of what is inside.

    `changed` are the items that are new or may be joined otherwise than before. `company` gives items with all that
    were in one group with one of them, `near` all that may be joined with one of them, `join` the groups of so many
    items alone. Both `near` and `join` know the changed state only.
    """
    inside = set(company(changed))
    while True:
        halo = set(company(near(inside) - inside)) - inside
        groups = [group for group in join(inside | halo) if not inside.isdisjoint(group)]
        crossed = {one for group in groups for one in group} - inside
        if not crossed:
            return Settled(inside, halo, groups)
        inside |= company(crossed)
