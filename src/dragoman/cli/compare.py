"""`dragoman compare`: who reports what of one event, side by side."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from typing import Annotated

import typer

from dragoman.api.comparing import comparison_to_json
from dragoman.api.filters import Filters
from dragoman.cli.compare_lines import compared
from dragoman.cli.inert import json_line
from dragoman.cli.question import DEFAULT_STORE, Json, Store, opened
from dragoman.cli.screen import screen
from dragoman.errors import InputError
from dragoman.merge import Comparison


def compare(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An id from dragoman timeline or dragoman events.")],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Print what each side says of one event: what they share, what only one has, and where they are at odds.

    A spokesman, the ministry and its government are one side; a report in its own words is one, too.

    Example: dragoman compare e3f2a9c1b
    """
    with opened(store, Filters()) as record:
        comparison = record.compare(event)
    _check(event, comparison)
    if json:
        sys.stdout.writelines(f"{json_line(row)}\n" for row in comparison_to_json(comparison))
        return
    console = screen()
    console.print(*compared(comparison, console.width), sep="\n")


def _check(event: str, comparison: Comparison) -> None:
    """Raise InputError if one side alone tells the event, in one report alone."""
    renderings = {(one.side, one.report) for point in comparison.points for one in point.statements}
    if len(renderings) < 2:
        what = "told once, by one side in one report, so there is nothing to compare"
        raise InputError(what, where=event, do="see it with dragoman show EVENT")
