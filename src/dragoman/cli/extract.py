"""`dragoman extract`: code reports and print them, with no record in between."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli.guard import name_failures, say
from dragoman.cli.inert import json_line
from dragoman.cli.input_options import Columns, Fetch, Triage
from dragoman.export import to_json
from dragoman.sources.columns import parse_map

if TYPE_CHECKING:
    from dragoman.errors import InputError
    from dragoman.model import Report


def extract(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.")],
    columns: Columns = None,
    fetch: Fetch = False,
    triage: Triage = False,
) -> None:
    """Print each report with all that was found in it, as JSON Lines; nothing is stored.

    Example: dragoman extract news/ > coded.jsonl
    """
    failures: list[InputError] = []
    given = parse_map(columns or ())
    coded = dragoman.extract(inputs, columns=given, fetch=fetch, triage=triage, on_failure=failures.append)
    for report in _counted(coded) if triage else coded:
        sys.stdout.write(f"{json_line(to_json(report))}\n")
    name_failures(failures)


def _counted(reports: Iterator["Report"]) -> Iterator["Report"]:
    """The reports; after the last it says how many were skipped."""
    from dragoman.pipeline import is_skipped  # noqa: PLC0415 - it loads the parser, which no other verb's help needs

    skipped = 0
    for report in reports:
        skipped += is_skipped(report)
        yield report
    if skipped:
        say(f"dragoman: {skipped} skipped, not about diplomacy or conflict; without --triage they are coded too")
