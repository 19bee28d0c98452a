"""`dragoman doctor`: whether everything is there and works."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import typer

import dragoman
from dragoman.cli.question import DEFAULT_STORE, Store
from dragoman.cli.screen import cell, screen, table


def doctor(store: Store = DEFAULT_STORE) -> None:
    """Print versions, whether the language model works, and whether the record is whole; 1 if something is broken.

    Example: dragoman doctor --store korea.duckdb
    """
    findings = dragoman.doctor(store)
    shown = table(("", 0), ("What", 0), ("Found", 1))
    for finding in findings:
        mark = cell("ok" if finding.well else "BROKEN", style="green" if finding.well else "bold red")
        shown.add_row(mark, cell(finding.name), cell(finding.found))
    screen().print(shown)
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)
