"""Put reports together: which tell one story, and which of their events are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.merge import merge as merge_reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.merge import Merged
    from dragoman.model import Report


def merge(reports: Iterable[Report]) -> Merged:
    """The stories and real events in these reports; the order of the reports makes no difference."""
    return merge_reports(tuple(reports))
