"""`dragoman export`: the record, or a part of it, in formats that others read."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
from pathlib import Path
from typing import Annotated

import typer

from dragoman.api.filters import Filters
from dragoman.cli.guard import say
from dragoman.cli.question import (
    DEFAULT_STORE,
    Actor,
    Country,
    Dyad,
    First,
    Last,
    Limit,
    Outlet,
    Status,
    Store,
    Type,
    Words,
    opened,
)
from dragoman.errors import UsageError
from dragoman.export.names import FORMATS

_LISTED = "; ".join(f"{name}: {says}" for name, says in FORMATS.items())


def _names(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete.lower())]


def export(
    *,
    format: Annotated[  # noqa: A002  the option's name
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{_LISTED}.", autocompletion=_names)
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="PATH", help="A folder; or a file, for formats of one file.")
    ],
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
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the record, or what the filters keep of it, in a format that others read.

    docs/export.md says what stands in each column. Formats that have no column for the status of an event (GDELT,
    ICEWS, POLECAT, Phoenix) get what happened, unless --status asks for another.

    Example: dragoman export --format csv --out tables/ --country KOR --from 2013
    """
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
    )
    if format not in FORMATS:
        raise UsageError(f"{format!r} is not known", where="--format", do=f"use one of {', '.join(FORMATS)}")
    with opened(store, filters) as record:
        written = record.export(format, out, **filters)
    say(f"wrote {', '.join(map(str, written[:8]))}{f' and {len(written) - 8} more' if len(written) > 8 else ''}")
