"""What a comparison of readouts is made of: sides, their statements, and the points on which these meet or differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from dragoman.merge.origins import Copy
    from dragoman.model import Interval, MergedEvent, Span

ConflictKind = Literal["contradiction", "emphasis", "change"]
PointKind = Literal["paired", "only_here", "conflict"]


class Side(NamedTuple):
    """One who reports an event: a government with its ministries and spokesmen, an organisation, a person, an outlet.

    `id` is a letter in the order of appearance, "A" to "Z", then "AA". `reporters` are the names that the reports have
    for it; for `own_voice`, a report that says so itself, there are none and `name` is the outlet's, or the headline.
    `reports` are those (ids) in which it speaks: several are renderings of one origin, not independent of each other.
    """

    id: str
    name: str
    reporters: tuple[str, ...]
    reports: tuple[str, ...]
    own_voice: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """What one side says in one report: the exact words, where they stand, and why they are held to be that side's.

    `span` is in code points of the report's text, `line` the line of the input on which its paragraph begins. `place`
    is its number among the statements of its report, from 1, and `share` its part of their words. `events` are ids.
    """

    side: str
    reported_by: str | None
    speaker: str | None
    report: str
    path: str
    line: int | None
    headline: str | None
    published: Interval | None
    span: Span
    words: str
    place: int
    share: float
    events: tuple[str, ...]
    because: str


class Conflict(NamedTuple):
    """In what two statements of a point (their numbers in it, from 0) are at odds, readable in `because`.

    "contradiction": both can't be so. "change": one side says later what is at odds with what it said before.
    "emphasis": both say it, but the report of `one` leads with it or spends much on it, and that of `other` does not.
    """

    kind: ConflictKind
    one: int
    other: int
    because: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is said: by several, or in several renderings ("paired"), or once ("only_here").

    It is a "conflict" where the statements contradict each other or one side changed what it says; a difference of
    emphasis alone leaves it paired. `sides` says who has it. `alike` is the least likeness, from 0 to 1, by which a
    statement came to the others, None if it stands alone; `differs` has for each statement the words (numbers and
    names among them) that none of the others has.
    """

    kind: PointKind
    sides: tuple[str, ...]
    statements: tuple[Statement, ...]
    alike: float | None
    differs: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A merged event's readouts, side by side: the sides, then the points paired, in conflict and only here.

    `copies` are the reports among them that are copies of another: one origin, however many print it.
    """

    event: MergedEvent
    sides: tuple[Side, ...]
    points: tuple[Point, ...]
    copies: tuple[Copy, ...] = ()
