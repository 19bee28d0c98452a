"""Tables of another's format: each column with its name, what stands in it, and how that is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from dragoman.export.cells import guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Row = TypeVar("Row")
Value = str | int | float | None


class Column(NamedTuple, Generic[Row]):
    """One column; `of` makes its value from a row, None where it isn't known. docs/export.md repeats `says`."""

    name: str
    says: str
    of: Callable[[Row], Value]


def empty(*names: str, says: str = "empty: not known here") -> tuple[Column[Any], ...]:
    """Columns of the format that nothing of a record answers to."""
    return tuple(Column(name, says, _nothing) for name in names)


def at(path: str) -> Callable[[object], Value]:
    """What a path like "source.name" leads to from a row; None where a step of it is unknown."""
    steps = path.split(".")

    def value(row: object) -> Value:
        found: object = row
        for step in steps:
            found = None if found is None else getattr(found, step)
        return cast("Value", found)

    return value


def tabbed(columns: Sequence[Column[Row]], rows: Iterable[Row], *, header: bool) -> Iterator[str]:
    """Lines of a tab-separated file: no quoting, as the loaders of these formats know none."""
    if header:
        yield "\t".join(column.name for column in columns) + "\n"
    for row in rows:
        yield "\t".join(tab_cell(column.of(row)) for column in columns) + "\n"


def tab_cell(value: Value) -> str:
    """One cell: unknown is empty, text has no tab or line end and starts nothing that a spreadsheet would reckon."""
    if value is None:
        return ""
    return guarded(" ".join(value.split())) if isinstance(value, str) else str(value)


def _nothing(_row: object) -> None:
    return None
