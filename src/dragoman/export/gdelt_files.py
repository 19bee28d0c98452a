"""A record as GDELT 2.0 has it: events.export.CSV and events.mentions.CSV, tab-separated, without headers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dragoman import analysis
from dragoman.analysis import Chosen
from dragoman.export.choosing import coded, tellings
from dragoman.export.column import tabbed
from dragoman.export.deeds import deeds
from dragoman.export.gdelt import Coverage, Happening, gdelt_columns
from dragoman.export.gdelt_mentions import Retelling, mention_columns
from dragoman.export.numbers import Numbers
from dragoman.export.writing import write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from dragoman.export.deeds import Deed

EVENTS, MENTIONS = "events.export.CSV", "events.mentions.CSV"


class _Told(NamedTuple):
    """A real event: the telling published first, and how much it is told."""

    first: str
    coverage: Coverage


def write_gdelt(chosen: Chosen, folder: Path) -> Iterator[Path]:
    """Write both files; each real event that has a type and a side is in Events, each of its tellings in Mentions.

    The reports are read twice, so that a large record need not lie in memory.
    """
    chosen = coded(chosen)
    told = _told(chosen)
    happenings = list(_happenings(chosen, told))
    yield write_lines(folder / EVENTS, tabbed(gdelt_columns(), happenings, header=False))
    rows: defaultdict[str, list[tuple[int, Deed]]] = defaultdict(list)
    for one in happenings:
        rows[one.deed.telling.merged].append((one.number, one.deed))
    mentions = (
        Retelling(number, first, telling) for telling in tellings(chosen) for number, first in rows[telling.merged]
    )
    yield write_lines(folder / MENTIONS, tabbed(mention_columns(), mentions, header=False))


def _happenings(chosen: Chosen, told: dict[str, _Told]) -> Iterator[Happening]:
    numbers = Numbers()
    for telling in tellings(chosen):
        about = told[telling.merged]
        if telling.event.type and telling.id == about.first:
            for deed in deeds(telling):
                yield Happening(numbers.of(_name(deed)), deed, about.coverage)


def _name(deed: Deed) -> str:
    """What the number of a row stands for: it changes with the event's id and the two names only."""
    return "\n".join((deed.telling.merged, *(end.name if end else "" for end in (deed.source, deed.target))))


def _told(chosen: Chosen) -> dict[str, _Told]:
    """Of each real event the telling published first (of those of one day the first by id), and how much it is told."""
    about = {row["id"]: row for row in analysis.reports(Chosen(chosen.store)).to_pylist()}
    found: defaultdict[str, list[tuple[bool, date | None, str, str]]] = defaultdict(list)
    for row in analysis.events(chosen).select(["id", "merged", "report"]).to_pylist():
        on = about[row["report"]]["date_from"]
        found[row["merged"] or row["id"]].append((on is None, on, row["report"], row["id"]))
    made = {}
    for merged, members in found.items():
        reports = {report for *_, report, _ in members}
        outlets = {about[report]["outlet"] for report in reports}
        coverage = Coverage(len(members), len(reports), None if None in outlets else len(outlets))
        made[merged] = _Told(min(members, key=_by_publication)[-1], coverage)
    return made


def _by_publication(member: tuple[bool, date | None, str, str]) -> tuple[bool, str, str]:
    undated, on, _, telling = member
    return undated, on.isoformat() if on else "", telling
