"""`dragoman read`: news into the record."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import csv
import shlex
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import dragoman
from dragoman.cli.guard import name_failures
from dragoman.cli.inert import inert, one_line
from dragoman.cli.input_options import Columns, Fetch, Triage
from dragoman.cli.question import DEFAULT_STORE
from dragoman.errors import UsageError
from dragoman.sources.columns import parse_map

if TYPE_CHECKING:
    from dragoman.api.outcomes import Outcome, ReadResult
    from dragoman.api.pages import Progress as Step

_NAMED = 20
"""Failures named on the screen; the log has each."""
_REASONS = 8


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    store: Annotated[Path, typer.Option("--store", metavar="FILE", help="The record to write to.")] = DEFAULT_STORE,
    again: Annotated[bool, typer.Option("--again", help="Code anew what is in the record already.")] = False,
    columns: Columns = None,
    fetch: Fetch = False,
    triage: Triage = True,
    log: Annotated[
        Path | None, typer.Option("--log", metavar="FILE", help="Write what became of each report and input, as CSV.")
    ] = None,
) -> None:
    """Read news into the record, which is made if it is not there; what it has already is left as it is.

    Text, web pages, JSON Lines, CSV, Parquet, feeds, mails, documents, web archives: the content tells the kind.

    Example: dragoman read news/ --store korea.duckdb
    """
    talk = Console(stderr=True, markup=False, highlight=False, emoji=False)
    given = parse_map(columns or ())
    with _log(log) as tell, _bar(talk) as step:
        result = dragoman.read(
            paths,
            store=store,
            again=again,
            triage=triage,
            columns=given,
            fetch=fetch,
            on_progress=step,
            on_outcome=tell,
            leave_out=[log] if log else [],
        )
    _say_counts(talk, result)
    _say_what_next(talk, store)
    name_failures(result.failed, most=None if log else _NAMED, rest="--log FILE names each")


@contextmanager
def _bar(talk: Console) -> Iterator[Callable[["Step"], None]]:
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=talk, disable=not talk.is_terminal, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def step(now: "Step") -> None:
            name = one_line(now.name)[-32:]
            bar.update(task, completed=now.done, total=now.total, description=name or "finishing")

        yield step


@contextmanager
def _log(path: Path | None) -> Iterator[Callable[["Outcome"], object] | None]:
    """Who writes each outcome to a CSV file, line by line, so that it is whole up to an interruption."""
    if path is None:
        yield None
        return
    try:
        handle = path.open("w", encoding="utf-8", newline="", buffering=1)
    except OSError as error:
        why = (error.strerror or "no").lower()
        raise UsageError(f"can't be written ({why})", where=f"--log {path}", do="name another file") from None
    with handle:
        rows = csv.writer(handle)
        rows.writerow(("outcome", "input", "report", "detail"))
        yield lambda outcome: rows.writerow([one_line(part or "") for part in outcome])


def _say_counts(talk: Console, result: "ReadResult") -> None:
    """A table: how many were read, which of those are copies or uncoded, what was left, and what failed of what."""
    languages = ", ".join(f"{name} {count}" for name, count in sorted(result.not_coded.items()))
    whys = [(n, why) for why, n in Counter(one.what for one in result.failed).most_common(_REASONS)]
    rows = [
        (result.read, "read", ""),
        (result.copies, "  copies of other reports", "kept, counted as one origin"),
        (sum(result.not_coded.values()), "  not coded", f"not English: {languages}"),
        (result.skipped, "  skipped", "not about diplomacy or conflict; --log FILE names each, --no-triage codes them"),
        (result.unchanged, "unchanged", "in the record already, or the same page twice"),
        (len(result.failed), "failed", ""),
    ]
    shown = [(str(count), name, why if count else "") for count, name, why in rows if count or not name.startswith(" ")]
    shown += [("", "", f"{count} {why}") for count, why in whys]
    for count, name, why in shown:
        talk.print(inert(f"{count:>5}  {name:<26}{one_line(why)}".rstrip()), soft_wrap=True)


def _say_what_next(talk: Console, store: Path) -> None:
    """Commands to type next, each whole on its line, so that it can be copied."""
    of = "" if store == DEFAULT_STORE else f" --store {shlex.quote(str(store))}"
    talk.print("next:")
    for verb in ("timeline", "quotes", "actors", "show EVENT"):
        talk.print(f"  dragoman {verb}{of}", soft_wrap=True)
