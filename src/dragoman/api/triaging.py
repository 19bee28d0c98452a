"""Reports that triage left uncoded, in their places among those that were coded."""

from __future__ import annotations

from itertools import tee
from typing import TYPE_CHECKING

from dragoman.pipeline import is_skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dragoman.model import Report


def beside_skipped(
    reports: Iterator[Report], then: Callable[[Iterator[Report]], Iterator[Report]], *, triage: bool
) -> Iterator[Report]:
    """What `then` makes of the reports, one of each and in order; with `triage`, those that it skipped pass it by.

    They are not dated by others, for which they would have to be parsed. An error ends the stream where it ends that of
    `then`.
    """
    if not triage:
        yield from then(reports)
        return
    ours, theirs = tee((report, is_skipped(report)) for report in reports)
    done = then(report for report, skipped in theirs if not skipped)
    for report, skipped in ours:
        yield report if skipped else next(done)
    yield from done  # nothing is left but the error that ended what came in, which a window keeps until then
