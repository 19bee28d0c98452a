"""For whom an actor speaks: a spokesman, his ministry and its government are one side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import MANY_STATES

if TYPE_CHECKING:
    from dragoman.model import Actor

_OF_STATE = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
"""PLOVER's sectors of those who speak for their state."""


def stands_for(actor: Actor) -> str | None:
    """The country's code for a country, its government and its forces; None for whoever speaks for himself."""
    if actor.country is None or actor.country in MANY_STATES:
        return None
    return actor.country if actor.kind == "country" or actor.sector in _OF_STATE else None


def side_of(actor: Actor) -> str:
    """The key of an actor's side, alike in all reports: a country's code, else the name."""
    return stands_for(actor) or actor.name.casefold()


def is_unnamed_office(actor: Actor) -> bool:
    """Whether an actor speaks for a state, and no country is known: "the ministry", "a foreign ministry official"."""
    return stands_for(actor) is None and actor.sector in _OF_STATE and actor.kind != "group" and actor.country is None
