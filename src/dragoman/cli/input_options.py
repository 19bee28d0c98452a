"""The options of verbs that read news: what holds what, and whether the web may be asked."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
from typing import Annotated

import typer

Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="The column that holds a field, as text=body."),
]
Fetch = Annotated[
    bool,
    typer.Option("--fetch", help="Ask the web for what feeds and lists of feeds link to."),
]
Triage = Annotated[
    bool,
    typer.Option("--triage/--no-triage", help="Code no report that a cheap look finds to be about other things."),
]
