"""How soon after it happens, and how long before, news tells of a thing: the share of tellings by days of distance.

Shares were counted on reports whose day is known and rounded, with more left for long distances than was counted, so
that one thing alone seldom sets a day and several that agree do.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Shares = tuple[tuple[int, float], ...]
"""Pairs of a distance in days, rising, and the share of tellings up to it and beyond the distance before."""


class Profile(NamedTuple):
    """Shares of what is told after it happened and of what is told before.

    `past` is the weight of the first where the words leave open which.
    """

    after: Shares
    before: Shares
    past: float = 0.5


_SOON: Shares = ((3, 0.38), (7, 0.1), (14, 0.13), (31, 0.1), (62, 0.13), (180, 0.08), (365, 0.04), (3650, 0.04))
_NEXT: Shares = ((3, 0.15), (7, 0.18), (14, 0.2), (31, 0.13), (62, 0.11), (120, 0.15), (365, 0.05), (3650, 0.03))
_LEAD: Shares = ((3, 0.22), (7, 0.24), (14, 0.22), (31, 0.16), (62, 0.08), (120, 0.04), (365, 0.02), (3650, 0.02))
_NEWS: Shares = ((3, 0.2), (7, 0.13), (14, 0.12), (31, 0.13), (62, 0.1), (120, 0.09), (365, 0.1), (3650, 0.13))
_LASTING: Shares = ((3, 0.12), (7, 0.08), (14, 0.08), (31, 0.1), (62, 0.1), (120, 0.1), (365, 0.17), (3650, 0.25))
_PLANNED: Shares = ((7, 0.2), (31, 0.3), (62, 0.15), (120, 0.15), (365, 0.15), (3650, 0.05))
_VIOLENCE: Shares = ((3, 0.2), (7, 0.08), (14, 0.1), (31, 0.08), (62, 0.07), (120, 0.06), (365, 0.08), (3650, 0.33))
_GATHERING: Shares = ((7, 0.25), (31, 0.25), (62, 0.2), (120, 0.15), (365, 0.1), (3650, 0.05))
_AWAITED: Shares = ((7, 0.1), (31, 0.2), (62, 0.2), (120, 0.25), (365, 0.2), (3650, 0.05))
_ELECTED: Shares = ((7, 0.1), (31, 0.1), (120, 0.15), (365, 0.25), (3650, 0.4))
_ELECTING: Shares = ((7, 0.1), (31, 0.15), (62, 0.15), (120, 0.2), (365, 0.35), (3650, 0.05))
_OLD: Shares = ((7, 0.1), (31, 0.1), (120, 0.1), (365, 0.2), (3650, 0.5))
_MONTHS_AGO: Shares = (
    *((31, 0.06), (62, 0.27), (92, 0.21), (123, 0.15), (153, 0.09), (184, 0.07)),
    *((245, 0.06), (306, 0.05), (365, 0.03), (3650, 0.01)),
)
_MONTHS_ON: Shares = ((31, 0.15), (62, 0.2), (92, 0.2), (153, 0.2), (245, 0.15), (365, 0.08), (3650, 0.02))
_DAYS_AGO: Shares = (
    *((7, 0.25), (14, 0.12), (31, 0.2), (62, 0.17), (120, 0.1), (245, 0.08), (365, 0.06), (3650, 0.02)),
)
_DAYS_ON: Shares = ((7, 0.3), (14, 0.2), (31, 0.25), (62, 0.12), (365, 0.11), (3650, 0.02))
_FEAST: Shares = ((7, 0.45), (14, 0.15), (31, 0.15), (120, 0.15), (365, 0.1))

_STAMPED: Shares = ((1, 0.5), (3, 0.15), (7, 0.1), (31, 0.08), (365, 0.07), (3650, 0.1))
_CLOCKS: Shares = ((1, 0.9), (7, 0.1))

VOTE = Profile(_SOON, _LEAD)
FIRST = Profile(_SOON, _NEXT)
"""Votes that open a season are spoken of for months before."""
OUTCOME = 0.65
"""Weight of the past where a vote's outcome is spoken of."""
MONTH = Profile(_MONTHS_AGO, _MONTHS_ON)
DAY = Profile(_DAYS_AGO, _DAYS_ON)
STAMP = Profile(_STAMPED, _CLOCKS, 0.75)
"""Days in full that stand at no verb: stamps of posts and letters, a day or less ahead where clocks differ."""
FEAST = Profile(_FEAST, _FEAST)
_OTHER = Profile(_LASTING, _PLANNED, 0.7)
_EVENT = Profile(_NEWS, _PLANNED, 0.7)

_BY_KIND: Mapping[str, Profile] = MappingProxyType(
    {
        **dict.fromkeys(("primary", "caucus", "debate"), VOTE),
        **dict.fromkeys(("attack", "disaster", "coup", "war"), Profile(_VIOLENCE, _PLANNED, 0.98)),
        **dict.fromkeys(("announcement", "resignation", "withdrawal", "nomination", "hearing", "address"), _EVENT),
        **dict.fromkeys(("visit", "talks", "test", "launch", "ruling", "vote", "death"), _EVENT),
        "convention": Profile(_GATHERING, _AWAITED),
        "election": Profile(_ELECTED, _ELECTING),
        "other": Profile(_OLD, _PLANNED, 0.9),
        "anniversary": Profile(_OLD, _PLANNED),
    }
)


def profile_of(kind: str) -> Profile:
    """The profile of occasions of a kind of the table."""
    return _BY_KIND.get(kind, _OTHER)
