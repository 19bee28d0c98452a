"""A side as it is written in a form: a country or part of a name."""

from __future__ import annotations

from dragoman.api.filters import checked_dyad
from dragoman.record import Side


def side_of(text: str) -> Side:
    """A country by its code or name, else part of an actor's name; UsageError if nothing is written."""
    sides = checked_dyad((text, text))
    assert sides is not None
    return Side(*sides[0])
