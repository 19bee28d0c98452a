"""What `dragoman extract` printed, read back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.export import from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dragoman.model import Report


def reports_in(lines: Iterable[bytes], name: str, on_failure: Callable[[InputError], object]) -> Iterator[Report]:
    """The reports in the lines that `extract` printed into the file `name`.

    A line that is no report, or gives a report's id to another one, goes to `on_failure` as an error naming it.
    """
    met: dict[str, Report] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            report = _report(line, where)
        except InputError as error:
            on_failure(error)
            continue
        if met.setdefault(report.id, report) == report:
            yield report
        else:
            do = "keep one of the two"
            on_failure(InputError(f"the id {report.id!r} stands for another report above", where=where, do=do))


def _report(line: bytes, where: str) -> Report:
    do = "make the file with dragoman extract, or leave the line out"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "not UTF-8 or too deep"
        raise InputError(f"not a line of JSON ({why})", where=where, do=do) from None
    if not isinstance(row, dict):
        raise InputError("not a report", where=where, do=do)
    try:
        return from_json(row)
    except InputError as error:
        raise InputError(f"not a report ({error.where}: {error.what})", where=where, do=do) from None
