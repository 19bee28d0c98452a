"""`dragoman timeline`: what happened, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.question import Row, question
from dragoman.cli.screen import cell, days, headline, judged, names, sides, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def _show(rows: list[Row]) -> Iterator[RenderableType]:
    shown = table(("When", 0), ("Did", 0), ("Who → to whom, and the report that tells it", 1))
    for row in rows:
        status = None if row["status"] == "actual" else row["status"]
        shown.add_row(
            cell(*days(row["date_from"], row["date_to"]), row["id"]),
            cell(row["type"] or "statement", f"“{row['words']}”", status),
            cell(
                " → ".join(sides(row["who"], row["whom"])), headline(row["title"], row["path"]), _told(row), judged(row)
            ),
        )
    yield shown


def _told(row: Row) -> str | None:
    """Who says so, and how often it is told where that is more than once."""
    says = f"according to {names(row['reported_by'])}" if row["reported_by"] else None
    told = f"{row['reports']} reports, {row['independent_sources']} independent" if row["reports"] > 1 else None
    return "; ".join(part for part in (says, told) if part) or None


timeline = question(lambda record, filters: record.timeline(**filters), _show, of_events=True)
timeline.__doc__ = """Print what happened, day by day, each real event once.

Under each day stands the event's id for dragoman show; under each type the word that says it, and the event's status
unless it is told as done.

Example: dragoman timeline --from 2013-06 --to 2013-12 --country KOR
"""
