"""`dragoman quotes`: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.question import Row, question
from dragoman.cli.screen import cell, days, headline, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def _show(rows: list[Row]) -> Iterator[RenderableType]:
    shown = table(("Report of", 0), ("Speaker", 3), ("Said", 8))
    for row in rows:
        said = f"“{row['words']}”" if row["direct"] else row["words"]
        shown.add_row(
            cell(*days(row["date_from"], row["date_to"])),
            cell(row["speaker"] or "unknown", row["office"] or row["country"], *_how(row)),
            cell(said, f"— {headline(row['title'], row['path'])}"),
        )
    yield shown


def _how(row: Row) -> Iterator[str]:
    """What there is to say of how it was said: a thought or an intention, to whom, by which medium, through whom."""
    if row["cue_kind"] != "speech":
        yield row["cue_kind"]
    if row["addressee"]:
        yield f"to {row['addressee']}"
    if row["medium"]:
        yield f"by {row['medium']}"
    if row["relay"]:
        yield f"passed on by {row['relay']}"


quotes = question(lambda record, filters: record.quotes(**filters), _show)
quotes.__doc__ = """Print who said what, in the words of the report.

Direct speech stands in quotation marks; what a report only renders does not. The day is the report's.

Example: dragoman quotes --actor "Wang Yi" --from 2014 --limit 20
"""
