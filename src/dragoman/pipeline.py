"""All stages in order, each with what it requires and what it writes; a test holds the list against itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import tee
from typing import TYPE_CHECKING, NamedTuple

from dragoman.actors import add_actors
from dragoman.dating import NONE, add_date
from dragoman.events import add_events
from dragoman.language import parse_all
from dragoman.language.parse import BATCH
from dragoman.places import add_places
from dragoman.quotes import add_quotes
from dragoman.times import add_times
from dragoman.triage import is_worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dragoman.dating import Others
    from dragoman.model import Report

CODED_LANGUAGE = "en"
"""Reports in other languages are kept and listed, not coded."""


MOST = 256
"""Reports held at once where few of them are to be coded."""


class Stage(NamedTuple):
    """One step: a pure function from report to report, the fields of it that it reads and those that it writes."""

    run: Callable[[Report], Report]
    requires: tuple[str, ...]
    writes: tuple[str, ...]


STAGES: tuple[Stage, ...] = (
    Stage(add_times, ("text", "body_start", "published", "parse"), ("times",)),
    Stage(add_actors, ("text", "published", "parse"), ("actors",)),
    Stage(add_date, ("text", "source", "published", "parse", "times", "actors"), ("published", "times", "actors")),
    Stage(add_places, ("text", "parse", "actors"), ("places",)),
    Stage(add_quotes, ("text", "parse", "actors"), ("quotes",)),
    Stage(add_events, ("text", "published", "parse", "times", "actors", "places", "quotes"), ("actors", "events")),
)
"""What follows the parse, in order."""


def code(reports: Iterable[Report], wanted: Callable[[Report], bool] = lambda _: True) -> Iterator[Report]:
    """Parse reports and run every stage over them, a stream in and a stream out, in order.

    A report that is not `wanted`, or is in another language, is handed on as it came, unparsed. What is handed on has
    no parse: it is large, and everything that it told is in the report by then.
    """
    for lot in _lots(reports, wanted):
        parsed = parse_all(report for report, is_wanted in lot if is_wanted)
        for report, is_wanted in lot:
            yield _coded(next(parsed)) if is_wanted else report


def _lots(reports: Iterable[Report], wanted: Callable[[Report], bool]) -> Iterator[list[tuple[Report, bool]]]:
    """The reports, each with whether it is to be coded, in lots of as many as are parsed at once, or of MOST."""
    lot: list[tuple[Report, bool]] = []
    worth = 0
    for report in reports:
        is_wanted = is_coded(report) and wanted(report)
        lot.append((report, is_wanted))
        worth += is_wanted
        if worth == BATCH or len(lot) == MOST:
            yield lot
            lot, worth = [], 0
    if lot:
        yield lot


def code_again(reports: Iterable[tuple[Report, Others]]) -> Iterator[Report]:
    """Code reports with what others say of their days, in order; what was found in them before is found anew.

    A report that is to be dated must come undated. Each is parsed again, since a coded report has no parse.
    """
    ours, theirs = tee(reports)
    for report, (_, others) in zip(parse_all(one for one, _ in ours), theirs, strict=True):
        yield _coded(report, others)


def is_coded(report: Report) -> bool:
    """Whether the stages are for a report: whether it is in the language that they know."""
    return report.language.split("-")[0] == CODED_LANGUAGE


def is_skipped(report: Report) -> bool:
    """Whether triage left a report uncoded: nothing was found in it, and its text is not worth a parse.

    True as well of one that was coded in vain, which makes no difference to anybody.
    """
    found = (report.times, report.actors, report.places, report.quotes, report.events)
    return is_coded(report) and not any(found) and not is_worth(report)


def _coded(report: Report, others: Others = NONE) -> Report:
    if is_coded(report):
        for stage in STAGES:
            report = add_date(report, others) if stage.run is add_date else stage.run(report)
    return replace(report, parse=None)
