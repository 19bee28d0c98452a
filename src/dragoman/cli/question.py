"""The shape that all queries share: the same filters, an answer as a table to read or as JSON Lines to go on with."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from inspect import Signature, signature
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
First = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")]
Last = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day, month or year.")]
Actor = Annotated[str | None, typer.Option(metavar="NAME", help="Only where this actor takes part (part of a name).")]
Country = Annotated[str | None, typer.Option(metavar="CODE", help="Only this country (KOR, or its name).")]
Dyad = Annotated[str | None, typer.Option(metavar="A,B", help="Only what two sides do to each other, such as CHN,KOR.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Only what this outlet reports (part of its name).")]
Words = Annotated[str | None, typer.Option(metavar="WORDS", help="Only where these words stand.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")]
Rejected = Annotated[bool, typer.Option("--rejected", help="With those that people rejected.")]
Limit = Annotated[int | None, typer.Option(metavar="N", help="At most so many.")]
Offset = Annotated[int, typer.Option(metavar="N", help="Pass over so many first.", show_default=False)]


def _types(incomplete: str) -> list[str]:
    return [name for name in codebook().types if name.startswith(incomplete.upper())]


def _statuses(incomplete: str) -> list[str]:
    return [name for name in STATUSES if name.startswith(incomplete.lower())]


Type = Annotated[
    str | None, typer.Option(metavar="TYPE", help="Only this PLOVER type, such as CONSULT.", autocompletion=_types)
]
Status = Annotated[
    str | None,
    typer.Option(metavar="STATUS", help=f"Only this status: {', '.join(STATUSES)}.", autocompletion=_statuses),
]


def question(
    ask: Callable[["Record", Filters], "pa.Table"],
    show: Callable[[list[Row]], Iterable[RenderableType]],
    *,
    of_events: bool = False,
) -> Callable[..., None]:
    """A verb that puts a question to the record and shows the answer; one of events may ask for rejected ones too."""

    def verb(
        *,
        first: First = None,
        last: Last = None,
        actor: Actor = None,
        country: Country = None,
        type: Type = None,  # noqa: A002  the option's name
        status: Status = None,
        dyad: Dyad = None,
        outlet: Outlet = None,
        words: Words = None,
        limit: Limit = None,
        offset: Offset = 0,
        rejected: Rejected = False,
        store: Store = DEFAULT_STORE,
        json: Json = False,
    ) -> None:
        filters = Filters(
            first=first,
            last=last,
            actor=actor,
            country=country,
            type=type,
            status=status,
            dyad=dyad,
            outlet=outlet,
            words=words,
            limit=limit,
            offset=offset,
            rejected=rejected,
        )
        with opened(store, filters) as record:
            answer = ask(record, filters)
        show_answer(answer, show, json=json)

    return verb if of_events else _without(verb, "rejected")


def _without(verb: Callable[..., None], option: str) -> Callable[..., None]:
    """The verb as Typer is to see it, without one of its options."""
    kept = [one for one in signature(verb).parameters.values() if one.name != option]
    verb.__signature__ = Signature(kept)  # type: ignore[attr-defined]  # what `signature` asks for first
    return verb


@contextmanager
def opened(store: Path, filters: Filters) -> "Iterator[Record]":
    """The record, once the filters are checked; a reading that was cut short is told of."""
    _check(filters)
    with dragoman.open(store) as record:
        if not record.is_merged():
            say("the last reading was interrupted and its events are not merged; run dragoman read again")
        yield record


def _check(filters: Filters) -> None:
    """Raise UsageError with the option's name on the command line in place of the library's."""
    try:
        checked(filters)
    except UsageError as error:
        option = {"first": "--from", "last": "--to"}.get(error.where, f"--{error.where}")
        raise UsageError(error.what, where=option, do=error.do) from None


def show_answer(answer: "pa.Table", show: Callable[[list[Row]], Iterable[RenderableType]], *, json: bool) -> None:
    """Print the answer's rows, as JSON Lines or as `show` puts them; say so if there are none."""
    rows = answer.to_pylist()
    if json:
        sys.stdout.writelines(f"{json_line(row)}\n" for row in rows)
    elif rows:
        screen().print(*show(rows), sep="\n")
    else:
        say("nothing in this record answers to that; dragoman report lists what it holds")
