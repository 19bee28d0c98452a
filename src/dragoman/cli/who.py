"""`dragoman who`: who held an office, and which offices a person held."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.api.filters import days
from dragoman.api.who import who as ask
from dragoman.cli.guard import SOME_FAILED, say
from dragoman.cli.inert import json_line, one_line
from dragoman.cli.screen import cell, screen, table
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.api.who import Holding, Who


def who(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help='An office ("president of South Korea", "UN chief") or a name.')
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Only who held it on this day, like 2014-01-17.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")] = False,
) -> None:
    """Print who held an office, or the offices a person held: days, other names, source; 1 if the tables don't know.

    Example: dragoman who "president of South Korea" --on 2014-01-17
    """
    answer = ask(question, _day(on))
    if not answer.holdings:
        say(f"dragoman: {_unknown(answer)}")
        raise typer.Exit(SOME_FAILED)
    if json:
        sys.stdout.writelines(f"{json_line(_row(holding))}\n" for holding in answer.holdings)
    elif answer.asked == "office":
        _show_office(answer)
    else:
        _show_people(answer)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    found = days(text, "--on")
    if found.first != found.last:
        raise UsageError(f"{text} is more than one day", where="--on", do="give a day, like 2014-01-17")
    return found.first


def _unknown(answer: "Who") -> str:
    """Why there is no answer, in one line."""
    before = answer.before
    if answer.asked is None:
        return (
            f"{answer.question!r}: no such office or person in the tables; name a country and an office, or a full name"
        )
    if before is None:
        return f"{answer.question!r}: nobody is known for {answer.on}"
    until = f"until {before.last}" if before.last else f"with no end known, but vouched for until {before.seen} only"
    held = f"{before.person} was {_office(before)} from {before.first} {until}"
    return f"{answer.question!r}: nobody is known for {answer.on}; the last before it: {held}"


def _office(holding: "Holding") -> str:
    return f"{holding.office} of {holding.owner}" if holding.owner else holding.office


def _row(holding: "Holding") -> dict[str, object]:
    return {
        "person": holding.person,
        "office": holding.office,
        "country": holding.country,
        "first": holding.first,
        "last": holding.last,
        "seen": holding.seen,
        "aliases": list(holding.aliases),
        "wikidata": holding.wikidata,
        "source": holding.source,
    }


def _show_office(answer: "Who") -> None:
    shown = table(("Holder", 3), ("Office", 3), ("Days", 0), ("Source", 4))
    for holding in answer.holdings:
        who_held = cell(holding.person, ", ".join(holding.aliases[:3]), style="bold")
        shown.add_row(who_held, cell(_office(holding)), cell(*_term(holding)), cell(holding.source, holding.wikidata))
    screen().print(shown)


def _show_people(answer: "Who") -> None:
    out = screen()
    ordered = sorted(answer.holdings, key=lambda one: (one.person, one.country))
    for person, held in groupby(ordered, key=lambda one: one.person):
        offices = list(held)
        out.print(cell(person, _also(offices), style="bold"))
        shown = table(("Office", 3), ("Days", 0), ("Source", 4))
        for holding in offices:
            shown.add_row(cell(_office(holding)), cell(*_term(holding)), cell(holding.source))
        out.print(shown)


def _also(offices: list["Holding"]) -> str | None:
    forms = dict.fromkeys(form for holding in offices for form in (*holding.aliases, holding.wikidata) if form)
    return one_line(f"also: {', '.join(forms)}") if forms else None


def _term(holding: "Holding") -> tuple[str, str]:
    """First and last day on a line each; an end that isn't known says until when the source vouches."""
    last = f"to {holding.last}" if holding.last else f"on (seen {holding.seen})"
    return str(holding.first or "unknown"), last
