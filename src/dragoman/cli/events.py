"""`dragoman events`: each telling of each event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.question import Row, question
from dragoman.cli.screen import cell, days, headline, judged, sides, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def _show(rows: list[Row]) -> Iterator[RenderableType]:
    shown = table(("When", 0), ("Who, whom", 3), ("Did", 0), ("Words of the report", 5))
    for row in rows:
        shown.add_row(
            cell(*days(row["date_from"], row["date_to"]), row["merged"]),
            cell(*sides(row["who"], row["whom"]), under=""),
            cell(row["type"] or "statement", row["mode"], None if row["status"] == "actual" else row["status"]),
            cell(row["evidence"], f"— {headline(row['title'], row['path'])}", judged(row)),
        )
    yield shown


events = question(lambda record, filters: record.events(**filters), _show, of_events=True)
events.__doc__ = """Print each telling of each event with the sentence that tells it.

With --json each line also has scores, offsets and what made the program say so.

Example: dragoman events --actor "Park Geun-hye" --status planned --json
"""
