"""The line that says what was just decided, with the way back; its id stands in the address, so no cookie is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.record.connecting import translated

if TYPE_CHECKING:
    from dragoman.record import Store

_ONE = "SELECT judgement, verb, who FROM judgements WHERE judgement = ?"
_DONE = {
    "confirm": "Accepted",
    "reject": "Rejected",
    "correct": "Corrected",
    "merge": "Merged",
    "part": "Parted",
    "link": "Linked",
    "undo": "Undone",
}


class Did(NamedTuple):
    """A decision: its id, and in words what was done and by whom."""

    id: str
    done: str
    who: str


def just_done(store: Store, judgement: str | None) -> Did | None:
    """What to tell of a decision; None if there is no such one."""
    if not judgement:
        return None
    with translated(store.path):
        rows = store.connection.execute(_ONE, [judgement]).fetchall()
    return next((Did(str(name), _DONE.get(verb, verb), str(who)) for name, verb, who in rows), None)
