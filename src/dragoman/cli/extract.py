"""`dragoman extract`: code reports and print them, with no record in between."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli.guard import name_failures
from dragoman.cli.inert import json_line
from dragoman.cli.input_options import Columns, Fetch
from dragoman.export import to_json
from dragoman.sources.columns import parse_map

if TYPE_CHECKING:
    from dragoman.errors import InputError


def extract(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.")],
    columns: Columns = None,
    fetch: Fetch = False,
) -> None:
    """Print each report with all that was found in it, as JSON Lines; nothing is stored.

    Example: dragoman extract news/ > coded.jsonl
    """
    failures: list[InputError] = []
    given = parse_map(columns or ())
    for report in dragoman.extract(inputs, columns=given, fetch=fetch, on_failure=failures.append):
        sys.stdout.write(f"{json_line(to_json(report))}\n")
    name_failures(failures)
