"""What a person decided: on which words, when, why; kept for good, undone by another decision only."""

from __future__ import annotations

from dataclasses import dataclass, fields
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dragoman.model import ActorKind

Verb = Literal["confirm", "reject", "correct", "merge", "part", "link", "undo"]


class Anchor(NamedTuple):
    """Words that a judgement holds on to, whatever number a reading gives to what is found in them.

    `words` (an event's trigger, or an actor's mention) stand in `sentence` (an event's evidence; of a mention the whole
    paragraph) of the report; `nth` says which, from 0, where they stand there several times. White space is one space.
    """

    report: str
    sentence: str
    words: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; `when` is UTC.

    `on` is what it bears on: the events that are confirmed, rejected or corrected; of a merging one event, and the one
    in `others` that it is; of a parting the events that leave those in `others`; of a link the mention. A correction
    has the `field`, its `value` (names, a type, days as "2013-06-27/2013-06-30"; () for unknown) and what it `was`; a
    link has the actor's name as its value. `kind` and `country` describe actors that the report does not know by that
    name. `undoes` is the id of the judgement that an undoing takes back.
    """

    verb: Verb
    who: str
    when: datetime
    why: str | None = None
    on: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    field: str | None = None
    value: tuple[str, ...] | None = None
    was: tuple[str, ...] | None = None
    kind: ActorKind | None = None
    country: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """An id from all that it says: what is imported twice is there once."""
        said = "\n".join(repr(getattr(self, one.name)) for one in fields(self))
        return f"j{sha256(said.encode(errors='surrogatepass')).hexdigest()[:12]}"


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements in the order in which they were made, which is that in which they count; each once."""
    return sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.when, one.id))


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that hold, in order: neither undone (by an undoing that holds itself) nor undoings."""
    ordered = in_order(judgements)
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.verb == "undo" and one.id not in undone and one.undoes:
            undone.add(one.undoes)
    return [one for one in ordered if one.verb != "undo" and one.id not in undone]


def grounds(judgement: Judgement) -> frozenset[str]:
    """The ids of the reports that it bears on."""
    return frozenset(anchor.report for anchor in (*judgement.on, *judgement.others))
