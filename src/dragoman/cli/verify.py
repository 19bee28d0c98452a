"""`dragoman verify`: whether the record is whole."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import typer

from dragoman.api.verifying import verify as check
from dragoman.cli.guard import SOME_FAILED, say
from dragoman.cli.inert import one_line
from dragoman.cli.question import DEFAULT_STORE, Store


def verify(store: Store = DEFAULT_STORE) -> None:
    """Check every offset, hash and reference of the record: a line for each fault, and code 1 if there is one.

    Example: dragoman verify --store korea.duckdb
    """
    faults = check(store)
    for fault in faults:
        print(one_line(fault))
    if faults:
        say(f"{store}: {len(faults)} faults; read the reports named with dragoman read --again, or take a copy")
        raise typer.Exit(SOME_FAILED)
    say(f"{store}: whole; every span covers its words and nothing was changed")
