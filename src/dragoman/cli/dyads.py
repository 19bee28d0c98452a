"""`dragoman dyads`: what two sides did to each other, period by period."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
from collections.abc import Iterator
from typing import Annotated, Literal

import typer
from rich.console import RenderableType

from dragoman.api.filters import Filters
from dragoman.cli.chart import QUADS, chart, period_name
from dragoman.cli.question import (
    DEFAULT_STORE,
    Actor,
    Country,
    First,
    Json,
    Last,
    Limit,
    Outlet,
    Row,
    Status,
    Store,
    Type,
    Words,
    opened,
    show_answer,
)
from dragoman.cli.screen import cell, table
from dragoman.errors import UsageError
from dragoman.knowledge.codebook import codebook

_By = Literal["day", "week", "month", "year"]


def dyads(
    a: Annotated[
        str | None, typer.Argument(metavar="[A]", help="A country's code or name, or an actor's name.")
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other side.")] = None,
    *,
    by: Annotated[
        _By | None, typer.Option("--by", metavar="PERIOD", help="A row for each day, week, month or year.")
    ] = None,
    picture: Annotated[bool, typer.Option("--chart", help="Draw bars instead of a table.")] = False,
    first: First = None,
    last: Last = None,
    actor: Actor = None,
    country: Country = None,
    type: Type = None,  # noqa: A002  the option's name
    status: Status = None,
    outlet: Outlet = None,
    words: Words = None,
    limit: Limit = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Print what two sides did to each other: events by type, Goldstein sum and mean, the four quad classes.

    Each real event counts once, under what happened unless --status asks for another. Without sides, every two
    countries are listed.

    Example: dragoman dyads CHN KOR --by month --chart
    """
    if (a is None) != (b is None):
        raise UsageError("one side is missing", where="dyads", do="name two, like CHN KOR, or none for all")
    filters = Filters(
        first=first,
        last=last,
        actor=actor,
        country=country,
        type=type,
        status=status,
        outlet=outlet,
        words=words,
        limit=limit,
    )
    with opened(store, filters) as record:
        answer = record.dyads(a, b, by=by, **filters)
    show_answer(answer, lambda rows: chart(rows, by) if picture else _show(rows, by), json=json)


def _show(rows: list[Row], by: _By | None) -> Iterator[RenderableType]:
    headings = ("Events", "Goldstein", "mean", *QUADS)
    shown = table(("When" if by else "Dyad", 0), ("What", 1), *((heading, 0) for heading in headings))
    for column in shown.columns[2:]:
        column.justify = "right"
    for row in rows:
        quads = (str(row[name] or "·") for name in QUADS.values())
        score = (
            ("–", "–")
            if row["goldstein_sum"] is None
            else (f"{row['goldstein_sum']:+.1f}", f"{row['goldstein_mean']:+.1f}")
        )
        shown.add_row(cell(*_when(row, by)), cell(_types(row)), str(row["events"]), *score, *quads)
    yield shown
    yield "v verbal, m material; + cooperation, – conflict"


def _when(row: Row, by: _By | None) -> tuple[str, ...]:
    sides = f"{row['a']} – {row['b']}"
    return (period_name(row["period"], by), sides) if by else (sides,)


def _types(row: Row) -> str:
    counts = {name: row[name.lower()] for name in codebook().types}
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda one: -one[1]) if count)
