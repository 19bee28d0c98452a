"""`dragoman report`: what has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.question import Row, question
from dragoman.cli.screen import cell, days, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def _show(rows: list[Row]) -> Iterator[RenderableType]:
    shown = table(("Published", 0), ("Report", 1), ("Characters", 0), ("Events", 0), ("Quotes", 0))
    for column in shown.columns[-3:]:
        column.justify = "right"
    for row in rows:
        shown.add_row(
            cell(*days(row["date_from"], row["date_to"]), row["date_basis"]),
            cell(row["title"] or "no headline", row["path"], f"id {row['id']}"),
            *(str(row[count]) for count in ("characters", "events", "quotes")),
        )
    yield shown


report = question(lambda record, filters: record.reports(**filters), _show)
report.__doc__ = """Print the reports in the record: when published and how that is known, and what was found in each.

Example: dragoman report --actor "Xi Jinping" --from 2013 --to 2014
"""
