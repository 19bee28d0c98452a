"""When reports were published, and the reasoning, for people to check."""

from __future__ import annotations

from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from dragoman.actors import add_actors
from dragoman.api.pages import options_of, reports_of
from dragoman.dating import NONE, add_date, explain
from dragoman.language import parse_all
from dragoman.pipeline import code, is_coded
from dragoman.siblings import bounded, lookalikes, related
from dragoman.times import add_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dragoman.dating import Others
    from dragoman.errors import InputError
    from dragoman.model import Report


class Dated(NamedTuple):
    """A report with its date, and line by line what that date rests on."""

    report: Report
    reasoning: tuple[str, ...]


def when(
    paths: str | PathLike[str] | Sequence[str | PathLike[str]],
    *,
    columns: Mapping[str, str] | None = None,
    on_failure: Callable[[InputError], object],
) -> Iterator[Dated]:
    """Each report in these files and folders with its date and the reasoning; nothing is stored.

    Reports that tell the same help to date one another, as `extract` has it.

    Of a date that came with the report or stands on its page the reasoning says only that, and what contradicts it.
    """
    names = [paths] if isinstance(paths, str | PathLike) else list(paths)
    incoming = reports_of(names, on_failure, options=options_of(columns))
    while window := list(bounded(incoming)):
        others = _beside(window)
        for at, report in enumerate(parse_all(window)):
            yield _dated(report, others.get(at, NONE))


def _beside(window: Sequence[Report]) -> Mapping[int, Others]:
    """What reports of the window say of others' dates, by number; no more of them are coded than may say something."""
    near = sorted(lookalikes(window))
    coded = dict(zip(near, code(window[at] for at in near), strict=True))
    return related([coded.get(at, report) for at, report in enumerate(window)])


def _dated(report: Report, others: Others) -> Dated:
    published = report.published
    if not is_coded(report):
        return Dated(
            replace(report, parse=None), (f"not worked out: the report is in another language ({report.language})",)
        )
    found = add_actors(add_times(report))
    if published.interval is not None:
        words = f': "{published.stated}"' if published.stated else ""
        known = "given with the report" if published.basis == "given" else f"stated on its page{words}"
        dated = add_date(found)
        against = tuple(
            f'{one.constraint}: "{one.span.of(report.text)}"'
            for one in dated.published.evidence[len(published.evidence) :]
        )
        return Dated(replace(dated, parse=None), (known, *against))
    return Dated(replace(add_date(found, others), parse=None), explain(found, others))
