"""What a word may be said to tell: the classes of both trigger models, and the statuses."""

from __future__ import annotations

from typing import get_args

from dragoman.model import Status

NOTHING = "none"
"""The class of words that say no event."""
STATEMENT = "null"
"""The class of triggers of statements that have no PLOVER type."""
CLASSES = (
    NOTHING, STATEMENT, "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE",
    "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
"""The encoder's classes in the order of its output; a fitted encoder hangs on this order."""
STATUSES: tuple[Status, ...] = get_args(Status)
"""The encoder's statuses in the order of its output."""
SAID = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE", "SUPPORT"})
"""Types of which the words themselves are the act."""
