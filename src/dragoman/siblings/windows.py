"""A stream of reports, dated by one another within windows that bound the memory it takes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Report
from dragoman.siblings.roles import is_settled
from dragoman.siblings.together import date_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REPORTS = 2_000
"""Reports in a window."""
CHARACTERS = 8_000_000
"""Characters in a window, where its reports are long: what is found in them, and their vectors, take 30 bytes each."""


def in_windows(reports: Iterable[Report], size: int = REPORTS) -> Iterator[Report]:
    """The coded reports in their order, each dated with the help of those in its window.

    What comes before the first that others may date is handed on at once; the rest of a window waits for its end,
    or for an input that fails: InputError is raised once what came before is handed on.
    """
    incoming = iter(reports)
    while True:
        window, done = list[Report](), 0
        try:
            for report in bounded(incoming, size):
                window.append(report)
                if done == len(window) - 1 and is_settled(report):
                    done += 1
                    yield report
        except InputError:
            yield from date_together(window)[done:]
            raise
        if not window:
            return
        yield from date_together(window)[done:]


def bounded(reports: Iterator[Report], size: int = REPORTS) -> Iterator[Report]:
    """The next reports of a stream that make a window, taken one by one: so many, or so many characters."""
    characters = 0
    for report in islice(reports, size):
        yield report
        characters += len(report.text)
        if characters >= CHARACTERS:
            return
