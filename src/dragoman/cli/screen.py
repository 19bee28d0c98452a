"""Consoles and tables: nothing in a cell is read as markup, and what comes from a report is inert."""

from __future__ import annotations

import sys
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.inert import inert, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WIDEST = 140
"""Columns that a table takes at most: longer lines tire the eye."""


def screen() -> Console:
    """Standard output for reading: as wide as the terminal, 80 columns where there is none, colour only on one."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)
    console.width = min(console.width, WIDEST)
    return console


def table(*columns: tuple[str, int]) -> Table:
    """A table with these headings; each number is the column's share of the width, 0 for just what it needs."""
    made = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for heading, share in columns:
        made.add_column(heading, ratio=share or None, no_wrap=not share, overflow="fold")
    return made


def cell(*lines: str | None, style: str = "", under: str = "dim") -> Text:
    """The lines, those unknown left out; the first in `style`, those under it in `under`."""
    known = [one_line(line) for line in lines if line]
    text = Text(overflow="fold")
    for number, line in enumerate(known):
        text.append("\n" if number else "").append(line, style=under if number else style)
    return text


def words(text: str, style: str = "") -> Text:
    """Text of a report with its paragraphs kept."""
    return Text(inert(text), style=style)


def names(who: Iterable[str] | None) -> str:
    """Names in a row, a dash if there are none."""
    return "; ".join(who or ()) or "–"


def sides(who: Sequence[str], whom: Sequence[str]) -> tuple[str, str]:
    """Both sides of an event in words; what two do with each other is not said twice."""
    return names(who), "each other" if len(who) > 1 and set(who) == set(whom) else names(whom)


def days(first: object, last: object) -> list[str]:
    """One day, or the first and last of several on lines of their own; "undated" where they are unknown."""
    if first is None:
        return ["undated"]
    return [str(first)] if last in {None, first} else [str(first), f"–{last}"]


def headline(title: str | None, path: str) -> str:
    """A report's headline, cut to what a cell can hold, or the file where it has none."""
    return shorten(one_line(title), 64, placeholder="…") if title else path


def judged(row: Mapping[str, Any]) -> str | None:
    """What people decided of an event, in words; None if nothing."""
    verdict = f"{row['verdict']} by {row['judged_by']}" if row["verdict"] else None
    fields, by = dict.fromkeys(row["corrected"]), dict.fromkeys(row["corrected_by"])
    corrected = f"{', '.join(fields)} corrected by {', '.join(by)}" if fields else None
    return "; ".join(part for part in (verdict, corrected) if part) or None
