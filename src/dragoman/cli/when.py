"""`dragoman when`: how a report's date was worked out."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli.guard import name_failures
from dragoman.cli.inert import json_line
from dragoman.cli.input_options import Columns
from dragoman.cli.screen import cell, screen, words
from dragoman.export import published_to_json
from dragoman.sources.columns import parse_map

if TYPE_CHECKING:
    from dragoman.api.dating import Dated
    from dragoman.errors import InputError


def when(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.")],
    columns: Columns = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of text.")] = False,
) -> None:
    """Print when each report was published, and what that rests on, piece by piece with its words.

    Example: dragoman when report.txt
    """
    failures: list[InputError] = []
    for dated in dragoman.when(inputs, columns=parse_map(columns or ()), on_failure=failures.append):
        if json:
            sys.stdout.write(f"{json_line(_row(dated))}\n")
        else:
            _show(dated)
    name_failures(failures)


def _row(dated: "Dated") -> dict[str, object]:
    report = dated.report
    return {
        "id": report.id,
        "path": report.source.path,
        "title": report.title,
        "published": published_to_json(report.published),
        "reasoning": list(dated.reasoning),
    }


def _show(dated: "Dated") -> None:
    report, published = dated.report, dated.report.published
    out = screen()
    out.print(cell(report.title or "no headline", report.source.path, style="bold"))
    days = published.interval
    if days is None:
        out.print("  published: unknown")
    else:
        best = f", most likely {published.best}" if published.best and days.first != days.last else ""
        span = str(days.first) if days.first == days.last else f"{days.first} to {days.last}"
        out.print(f"  published: {span}{best} ({published.basis})")
    for line in dated.reasoning:
        out.print(words(f"  - {line}"))
    out.print()
