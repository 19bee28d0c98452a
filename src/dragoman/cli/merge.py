"""`dragoman merge`: what was extracted, put together into stories and real events."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from pathlib import Path
from typing import Annotated

import typer

import dragoman
from dragoman.api.lines import reports_in
from dragoman.cli.guard import name_failures
from dragoman.cli.inert import json_line
from dragoman.errors import InputError
from dragoman.export import merged_to_json, story_to_json
from dragoman.model import Report


def merge(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What dragoman extract printed; - for standard input.")],
    stories: Annotated[bool, typer.Option("--stories", help="Print the stories only.")] = False,
) -> None:
    """Print which reports tell one story and which of their events are one, as JSON Lines.

    Example: dragoman extract news/ | dragoman merge - --stories
    """
    failures: list[InputError] = []
    merged = dragoman.merge(_reports(file, failures))
    origin_of = dict(merged.copies)
    rows = (story_to_json(story, origin_of) for story in merged.stories)
    sys.stdout.writelines(f"{json_line(row)}\n" for row in rows)
    if not stories:
        sys.stdout.writelines(f"{json_line(merged_to_json(event))}\n" for event in merged.events)
    name_failures(failures)


def _reports(file: str, failures: list[InputError]) -> list[Report]:
    """The reports in the file; InputError if it can't be opened or has no line at all."""
    if file == "-":
        found = list(reports_in(sys.stdin.buffer, "-", failures.append))
    else:
        try:
            with Path(file).open("rb") as lines:
                found = list(reports_in(lines, file, failures.append))
        except OSError as error:
            why = error.strerror or "it can't be opened"
            raise InputError(f"can't be read ({why.lower()})", where=file, do="check the name and its rights") from None
    if not found and not failures:
        raise InputError("no report in it", where=file, do="fill it with dragoman extract PATH")
    return found
