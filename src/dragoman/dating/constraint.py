"""What a piece of evidence says about the day of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from dragoman.dating.days import Days
    from dragoman.model import Span

Strength = Literal["hard", "soft"]
"""Hard evidence holds unless the report contradicts itself; soft is how news is mostly written."""

Kind = Literal["dateline", "address", "date", "office", "occasion", "weekday", "agreement", "sign", "other"]


class Constraint(NamedTuple):
    """Days of which the report may be, and the words that say so.

    `why` reads "in office: President Park Geun-hye, 2013-02-25 to 2017-03-10". `span` is None for what stands outside
    the text, as in the report's address.
    """

    days: Days
    span: Span | None
    why: str
    kind: Kind
    strength: Strength = "hard"


def told(one: Constraint) -> str:
    """What the evidence says, for people; "likely: ..." where it proves nothing."""
    return one.why if one.strength == "hard" else f"likely: {one.why}"
