"""The shape that all queries share: the same filters, an answer as a table to read or as JSON Lines to go on with."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import RenderableType

import dragoman
from dragoman.api.filters import STATUSES, Filters, checked
from dragoman.cli.guard import say
from dragoman.cli.inert import json_line
from dragoman.cli.screen import screen
from dragoman.errors import UsageError
from dragoman.knowledge.codebook import codebook

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.api.record import Record

Row = dict[str, Any]
"""One row of an answer, its columns as the query's docstring in `dragoman.record.queries` names them."""

DEFAULT_STORE = Path("dragoman.duckdb")

Store = Annotated[Path, typer.Option("--store", metavar="FILE", help="The record to ask.", show_default=True)]
_First = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")]
_Last = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day, month or year.")]
_Actor = Annotated[str | None, typer.Option(metavar="NAME", help="Only where this actor takes part (part of a name).")]
_Country = Annotated[str | None, typer.Option(metavar="CODE", help="Only this country (KOR, or its name).")]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")]
_Limit = Annotated[int | None, typer.Option(metavar="N", help="At most so many.")]


def _types(incomplete: str) -> list[str]:
    return [name for name in codebook().types if name.startswith(incomplete.upper())]


def _statuses(incomplete: str) -> list[str]:
    return [name for name in STATUSES if name.startswith(incomplete.lower())]


_Type = Annotated[
    str | None, typer.Option(metavar="TYPE", help="Only this PLOVER type, such as CONSULT.", autocompletion=_types)
]
_Status = Annotated[
    str | None,
    typer.Option(metavar="STATUS", help=f"Only this status: {', '.join(STATUSES)}.", autocompletion=_statuses),
]


def question(
    ask: Callable[["Record", Filters], "pa.Table"], show: Callable[[list[Row]], Iterable[RenderableType]]
) -> Callable[..., None]:
    """A verb that puts a question to the record and shows the answer."""

    def verb(
        *,
        first: _First = None,
        last: _Last = None,
        actor: _Actor = None,
        country: _Country = None,
        type: _Type = None,  # noqa: A002  the option's name
        status: _Status = None,
        limit: _Limit = None,
        store: Store = DEFAULT_STORE,
        json: _Json = False,
    ) -> None:
        filters = Filters(first=first, last=last, actor=actor, country=country, type=type, status=status, limit=limit)
        _check(filters)
        with dragoman.open(store) as record:
            answer = ask(record, filters)
            if not record.is_merged():
                say("the last reading was interrupted and its events are not merged; run dragoman read again")
        _print(answer, show, json=json)

    return verb


def _check(filters: Filters) -> None:
    """Raise UsageError with the option's name on the command line in place of the library's."""
    try:
        checked(filters)
    except UsageError as error:
        option = {"first": "--from", "last": "--to"}.get(error.where, f"--{error.where}")
        raise UsageError(error.what, where=option, do=error.do) from None


def _print(answer: "pa.Table", show: Callable[[list[Row]], Iterable[RenderableType]], *, json: bool) -> None:
    rows = answer.to_pylist()
    if json:
        sys.stdout.writelines(f"{json_line(row)}\n" for row in rows)
    elif rows:
        screen().print(*show(rows), sep="\n")
    else:
        say("nothing in this record answers to that; dragoman report lists what it holds")
