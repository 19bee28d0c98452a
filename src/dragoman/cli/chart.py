"""A series as bars in the terminal: a line for each period, its events by quad class, each class in its own shade."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.screen import cell, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from dragoman.analysis import Period
    from dragoman.cli.question import Row

QUADS = {
    "v+": "verbal_cooperation",
    "m+": "material_cooperation",
    "v–": "verbal_conflict",
    "m–": "material_conflict",
}
"""Short headings of the quad classes, and their columns."""

_SHADES = {"v+": ("░", "green"), "m+": ("▒", "green"), "v–": ("▓", "red"), "m–": ("█", "red")}
"""Told apart without colour too: on paper and for those who don't see it."""
_WIDTH = 40
_MOST = 400
"""Periods drawn at most with the empty ones among them; of longer series only those with events are drawn."""


def chart(rows: list[Row], by: Period | None) -> Iterator[RenderableType]:
    """Bars to scale, empty periods between the first and the last included, and what the shades mean."""
    most = max(row["events"] for row in rows)
    unit = max(most / _WIDTH, 1.0)
    shown = table(("When" if by else "Dyad", 0), ("Events", 0), ("", 1), ("Goldstein mean", 0))
    for number in (1, 3):
        shown.columns[number].justify = "right"
    for name, row in _with_gaps(rows, by):
        mean = "" if row is None or row["goldstein_mean"] is None else f"{row['goldstein_mean']:+.1f}"
        shown.add_row(cell(name), str(row["events"] if row else 0), _bar(row, unit), mean)
    yield shown
    legend = ", ".join(f"{sign} {QUADS[name].replace('_', ' ')}" for name, (sign, _) in _SHADES.items())
    yield legend if unit == 1 else f"{legend}; a sign is {unit:.1f} events"


def period_name(period: date | None, by: Period | None) -> str:
    """A period in words: 2013-03 for a month, the Monday for a week; what has none is undated."""
    if period is None:
        return "undated"
    return period.isoformat()[: {"year": 4, "month": 7}.get(by or "", 10)]


def _bar(row: Row | None, unit: float) -> Text:
    """The classes one after the other, rounded so that the whole bar is as long as its events."""
    bar, drawn, counted = Text(no_wrap=True, overflow="crop"), 0, 0
    for name, (sign, style) in _SHADES.items() if row else ():
        counted += row[QUADS[name]] if row else 0
        end = round(counted / unit)
        bar.append(sign * (end - drawn), style=style)
        drawn = end
    return bar


def _with_gaps(rows: list[Row], by: Period | None) -> Iterator[tuple[str, Row | None]]:
    """Each row with its name, and the periods between them without events as None."""
    if by is None:
        yield from ((f"{row['a']} – {row['b']}", row) for row in rows)
        return
    dated = {row["period"]: row for row in rows if row["period"]}
    periods = _between(min(dated), max(dated), by) if dated else []
    for period in periods if len(periods) <= _MOST else sorted(dated):
        yield period_name(period, by), dated.get(period)
    yield from ((period_name(None, by), row) for row in rows if row["period"] is None)


def _between(first: date, last: date, by: Period) -> list[date]:
    """The first days of all periods from one to another, a few more than are drawn at most."""
    found = [first]
    while found[-1] < last and len(found) <= _MOST:
        found.append(_next(found[-1], by))
    return found


def _next(period: date, by: Period) -> date:
    if by == "year":
        return period.replace(year=period.year + 1)
    if by == "month":
        return (period + timedelta(days=31)).replace(day=1)
    return period + timedelta(days=7 if by == "week" else 1)
