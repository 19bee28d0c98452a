"""A name of the tables in a text."""

from __future__ import annotations

from typing import Literal, NamedTuple

Table = Literal["country", "organisation", "person", "mask", "place"]


class Known(NamedTuple):
    """A name of the tables in a text: tokens from `start` up to `end`, the table, and its key there."""

    start: int
    end: int
    table: Table
    text: str
