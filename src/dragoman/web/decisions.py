"""What people decided of some events, in words, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.api.reviewing import Review
from dragoman.record.connecting import translated
from dragoman.review import to_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dragoman.api.reviewing import Kept
    from dragoman.record import Store
    from dragoman.review import Anchor, Judgement

_ANY = """
    SELECT count(*) FROM judgements
    WHERE list_has_any(list_transform(list_concat("on", others), lambda one: one.report), $reports)
"""


def history(store: Store, anchors: Collection[Anchor]) -> list[dict[str, object]]:
    """Each decision on these words, as `dragoman review export` prints it, with its state and in words.

    An undoing is listed where what it takes back is.
    """
    reports = sorted({one.report for one in anchors})
    with translated(store.path):
        [(some,)] = store.connection.execute(_ANY, {"reports": reports}).fetchall()
    if not some:
        return []
    return [
        {**to_json(one.judgement), "state": one.state, "what": what(one.judgement)}
        for one in _bearing(Review(store).judgements(), frozenset(anchors))
    ]


def _bearing(every: Sequence[Kept], anchors: Collection[Anchor]) -> Iterator[Kept]:
    found: set[str | None] = set()
    for one in every:
        judgement = one.judgement
        if judgement.undoes in found or any(at in anchors for at in (*judgement.on, *judgement.others)):
            found.add(judgement.id)
            yield one


def what(one: Judgement) -> str:
    """A decision in words."""
    value, was = "; ".join(one.value or ()) or "unknown", "; ".join(one.was or ()) or "unknown"
    words = {
        "confirm": "accepted",
        "reject": "rejected",
        "correct": f"{one.field} corrected to {value} (was {was})",
        "merge": "merged with another event",
        "part": "parted from another event",
        "link": f"“{one.on[0].words if one.on else ''}” linked to {value} (was {was})",
        "undo": f"{one.undoes} undone",
    }
    return words[one.verb]
