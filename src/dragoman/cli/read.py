"""`dragoman read`: news into the record."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import dragoman
from dragoman.cli.guard import name_failures
from dragoman.cli.inert import one_line
from dragoman.cli.question import DEFAULT_STORE

if TYPE_CHECKING:
    from dragoman.api.pages import Progress as Step
    from dragoman.api.reading import ReadResult


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    store: Annotated[Path, typer.Option("--store", metavar="FILE", help="The record to write to.")] = DEFAULT_STORE,
    again: Annotated[bool, typer.Option("--again", help="Code anew what is in the record already.")] = False,
) -> None:
    """Read news into the record, which is made if it is not there; what it has already is left as it is.

    Text, web pages copied or saved, JSON Lines, CSV, Parquet, feeds, web archives: the kind is told by the content.

    Example: dragoman read news/ --store korea.duckdb
    """
    talk = Console(stderr=True, markup=False, highlight=False, emoji=False)
    with _bar(talk) as step:
        result = dragoman.read(paths, store=store, again=again, on_progress=step)
    _say_counts(talk, result)
    _say_what_next(talk, store)
    name_failures(result.failed)


@contextmanager
def _bar(talk: Console) -> Iterator[Callable[["Step"], None]]:
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=talk, disable=not talk.is_terminal, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def step(now: "Step") -> None:
            name = one_line(now.name)[-32:]
            bar.update(task, completed=now.done, total=now.total, description=name or "finishing")

        yield step


def _say_counts(talk: Console, result: "ReadResult") -> None:
    counts = (result.read, "read"), (result.unchanged, "unchanged or copies"), (len(result.failed), "failed")
    width = max(len(str(count)) for count, _ in counts)
    for count, name in counts:
        talk.print(f"{count:>{width}}  {name}")


def _say_what_next(talk: Console, store: Path) -> None:
    """Commands to type next, each whole on its line, so that it can be copied."""
    of = "" if store == DEFAULT_STORE else f" --store {shlex.quote(str(store))}"
    talk.print("next:")
    for verb in ("timeline", "quotes", "actors", "show EVENT"):
        talk.print(f"  dragoman {verb}{of}", soft_wrap=True)
