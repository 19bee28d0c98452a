"""What an export is made of: the reports and tellings that the filters keep, with all that was found in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman import analysis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from dragoman.analysis import Chosen
    from dragoman.model import Event, Report

_FEW = 20
"""One report alone is read as fast as so many are in a row."""


class Telling(NamedTuple):
    """One event as one report tells it; `merged` is the real event's id, the telling's own where it is not merged."""

    report: Report
    event: Event
    merged: str

    @property
    def id(self) -> str:
        """The telling's id: "report:event"."""
        return f"{self.report.id}:{self.event.id}"


def reports(chosen: Chosen) -> Iterator[Report]:
    """The reports that `dragoman report` lists under these filters, by id."""
    return chosen_reports(chosen, set(analysis.reports(chosen)["id"].to_pylist()))


def tellings(chosen: Chosen) -> Iterator[Telling]:
    """The tellings that `dragoman events` lists under these filters, by report."""
    wanted: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in analysis.events(chosen).select(["id", "report", "event", "merged"]).to_pylist():
        wanted[row["report"]][row["event"]] = row["merged"] or row["id"]
    for report in chosen_reports(chosen, wanted.keys()):
        merged = wanted[report.id]
        yield from (Telling(report, one, merged[one.id]) for one in report.events if one.id in merged)


def coded(chosen: Chosen) -> Chosen:
    """Only what happened, unless a status is asked for: a format without a column for it would say that all did."""
    return chosen if chosen.query.status else chosen._replace(query=replace(chosen.query, status="actual"))


def chosen_reports(chosen: Chosen, ids: Collection[str]) -> Iterator[Report]:
    """The reports with these ids, by id."""
    store = chosen.store
    if len(ids) * _FEW < len(store.known()):
        yield from (report for name in sorted(ids) if (report := store.report(name)))
    else:
        yield from (report for report in store.load_reports() if report.id in ids)
