"""`dragoman actors`: who appears in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.question import Row, question
from dragoman.cli.screen import cell, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def _show(rows: list[Row]) -> Iterator[RenderableType]:
    shown = table(("Actor", 4), ("Office", 4), ("Country", 0), ("Reports", 0), ("Events", 0), ("Quotes", 0))
    for column in shown.columns[-3:]:
        column.justify = "right"
    for row in rows:
        counts = (str(row[count]) for count in ("reports", "events", "quotes"))
        offices = "; ".join(row["offices"])
        shown.add_row(cell(row["name"], row["kind"]), cell(offices), cell(row["country"], row["sector"]), *counts)
    yield shown


actors = question(lambda record, filters: record.actors(**filters), _show)
actors.__doc__ = """Print who appears, most mentioned first, with the offices held at the time of the reports.

Example: dragoman actors --country PRK --type THREATEN
"""
