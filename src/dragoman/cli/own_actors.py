"""`dragoman actors import`: a user's own actors, checked and added to the settings."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated

import typer

from dragoman.api.own_actors import import_actors as add
from dragoman.cli.guard import guarded, say


def import_actors(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv",
            help="A CSV file with the columns name, aliases, kind, country, office, sector, from, to, wikidata.",
        ),
    ],
) -> None:
    """Check your own actors, row by row, and have them read from now on: the file is added to dragoman.toml.

    Example: dragoman actors import my_actors.csv
    """
    done = add(file)
    where = f"added to {done.config}" if done.added else f"in {done.config} already"
    say(f"{file}: {len(done.actors)} actors, all well; {where}")


def actors_group(query: Callable[..., None]) -> typer.Typer:
    """`dragoman actors`, which goes on being the query, with `import` below it."""
    group = typer.Typer(pretty_exceptions_enable=False)
    group.callback(invoke_without_command=True, help=query.__doc__)(_unless_below(guarded(query)))
    group.command("import", help=import_actors.__doc__)(guarded(import_actors))
    return group


def _unless_below(query: Callable[..., None]) -> Callable[..., None]:
    """The query, which rests when a verb below it is called; its options stay as Typer reads them."""

    @wraps(query)
    def run(context: typer.Context, **options: object) -> None:
        if context.invoked_subcommand is None:
            query(**options)

    first = Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    run.__signature__ = signature(query).replace(  # type: ignore[attr-defined]  # what `signature` asks for first
        parameters=[first, *signature(query).parameters.values()]
    )
    run.__annotations__ = {"context": typer.Context, **query.__annotations__}
    return run
