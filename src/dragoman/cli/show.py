"""`dragoman show`: one event with its evidence in context."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import dragoman
from dragoman.api.reviewing import review
from dragoman.cli.context import in_context
from dragoman.cli.question import DEFAULT_STORE, Row, Store
from dragoman.cli.review_lines import what
from dragoman.cli.screen import cell, days, names, screen
from dragoman.model import Event, Report
from dragoman.review import Judgement


def show(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An id from dragoman timeline or dragoman events.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Print one event: every field, why it was coded so, and its words in context, for each report that tells it.

    Example: dragoman show e3f2a9c1b
    """
    with dragoman.open(store) as record:
        tellings = record.event(event).to_pylist()
        reports = {row["report"]: record.report(row["report"]) for row in tellings}
    with review(store, read_only=True) as decided:
        kept = decided.judgements()
        coded = {row["id"]: decided.coded(row["report"]) for row in tellings if row["verdict"] == "rejected"}
    for row in tellings:
        judgements = [one.judgement for one in kept if row["id"] in one.events and one.state == "in force"]
        screen().print(*_telling(row, coded.get(row["id"]) or reports[row["report"]], judgements), sep="\n")


def _telling(row: Row, report: Report, judgements: Sequence[Judgement]) -> Iterator[RenderableType]:
    event = next(one for one in report.events if one.id == row["event"])
    place = f"{row['path']}{_line(report, event)}, report {row['report']}"
    yield cell(row["title"] or "no headline", place, style="bold")
    yield Padding(_fields(row, event, judgements), (1, 0, 1, 2))
    yield Padding(in_context(report, event), (0, 0, 1, 2))


def _line(report: Report, event: Event) -> str:
    """The line of the input on which the evidence's paragraph begins, where that is known."""
    found = next((one.line for one in report.raw if one.span.overlaps(event.evidence)), None)
    return f", line {found}" if found else ""


def _fields(row: Row, event: Event, judgements: Sequence[Judgement]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for name, value in _named(row, event):
        table.add_row(name, cell(value) if value else Text("unknown", style="dim"))
    for one in judgements:
        why = f"because {one.why}" if one.why else None
        table.add_row("review", cell(f"{what(one)}, by {one.who} on {one.when:%Y-%m-%d} ({one.id})", why))
    return table


def _named(row: Row, event: Event) -> Iterator[tuple[str, str | None]]:
    """Each field of the event in words; None where it is unknown."""
    yield "event", f"{row['merged']} ({row['id']})"
    yield "when", _when(row)
    yield "who", names(row["who"])
    yield "did", ", ".join(part for part in (row["type"], row["mode"], *event.context) if part) or "no PLOVER type"
    yield "to whom", names(row["whom"])
    yield "where", row["place"]
    yield "status", row["status"] + (", before this report's news" if row["background"] else "")
    yield "says who", row["reported_by"] or "the report itself"
    yield "CAMEO", row["cameo"]
    yield "Goldstein", None if row["goldstein"] is None else f"{row['goldstein']:+.1f}"
    yield "confidence", f"{row['confidence']:.2f}"
    yield "because", row["because"]


def _when(row: Row) -> str | None:
    if row["date_from"] is None:
        return None
    return f"{' '.join(days(row['date_from'], row['date_to']))} (from the {row['date_basis']})"
