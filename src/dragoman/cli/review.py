"""`dragoman review`: what people decide of the record."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dragoman.api.reviewing import UNKNOWN, Review, Said, review
from dragoman.cli.guard import guarded, say
from dragoman.cli.question import DEFAULT_STORE
from dragoman.cli.review_lines import export, import_judgements, list_judgements
from dragoman.errors import UsageError
from dragoman.model import ActorKind
from dragoman.review import Judgement
from dragoman.review.values import FIELDS

Event = Annotated[
    str, typer.Argument(metavar="EVENT", help="An id from dragoman timeline, or of one telling, as report:e1.")
]
_Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why, in your words.")]
_By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; the login's name otherwise.")]
_When = Annotated[
    str | None, typer.Option("--when", metavar="MOMENT", help="When, as 2026-05-01T14:00Z; now otherwise.")
]
_Store = Annotated[Path, typer.Option("--store", metavar="FILE", help="The record to judge.")]
_Kind = Annotated[
    str | None,
    typer.Option("--kind", help="What an actor is that the report lacks: person, organisation, country or group."),
]
_Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="The country of that actor.")]


def confirm(event: Event, why: _Why = None, by: _By = None, when: _When = None, store: _Store = DEFAULT_STORE) -> None:
    """Say that an event is right as it stands.

    Example: dragoman review confirm e3f2a9c1b --why "read the communiqué"
    """
    _decide(store, lambda record: record.confirm(event, _said(by, why, when)))


def reject(event: Event, why: _Why = None, by: _By = None, when: _When = None, store: _Store = DEFAULT_STORE) -> None:
    """Say that there is no such event; it is no longer listed unless --rejected asks for it.

    Example: dragoman review reject e3f2a9c1b --why "a film's plot"
    """
    _decide(store, lambda record: record.reject(event, _said(by, why, when)))


def correct(
    event: Event,
    field: Annotated[str, typer.Argument(metavar="FIELD", help=f"One of {', '.join(FIELDS)}.")],
    value: Annotated[
        list[str],
        typer.Argument(metavar="VALUE...", help=f"What it should be; several names for a side; or {UNKNOWN}."),
    ],
    kind: _Kind = None,
    country: _Country = None,
    why: _Why = None,
    by: _By = None,
    when: _When = None,
    store: _Store = DEFAULT_STORE,
) -> None:
    """Correct a field of an event: its type, mode, status, date, source, target or who reports it.

    Example: dragoman review correct e3f2a9c1b date 2013-06-27 --by Ann
    """
    values = [] if value == [UNKNOWN] else value
    _decide(
        store,
        lambda record: record.correct(event, field, values, _said(by, why, when), kind=_kind(kind), country=country),
    )


def merge(
    event: Event,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The id of the event that it is.")],
    why: _Why = None,
    by: _By = None,
    when: _When = None,
    store: _Store = DEFAULT_STORE,
) -> None:
    """Say that two events are one.

    Example: dragoman review merge e3f2a9c1b e77d01aa2
    """
    _decide(store, lambda record: record.merge(event, other, _said(by, why, when)))


def part(
    event: Event,
    telling: Annotated[list[str], typer.Argument(metavar="TELLING...", help="Tellings of it, as report:e1.")],
    why: _Why = None,
    by: _By = None,
    when: _When = None,
    store: _Store = DEFAULT_STORE,
) -> None:
    """Say that some tellings of an event tell another one.

    Example: dragoman review part e3f2a9c1b 0a1b2c3d:e2
    """
    _decide(store, lambda record: record.part(event, telling, _said(by, why, when)))


def link(
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="A telling, as report:e1, in whose sentence it is; or a report's id.")
    ],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words that stand for the actor.")],
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The name of the actor that they stand for.")],
    start: Annotated[
        int | None, typer.Option("--start", metavar="N", help="Where the words begin in the text, if they are several.")
    ] = None,
    kind: _Kind = None,
    country: _Country = None,
    why: _Why = None,
    by: _By = None,
    when: _When = None,
    store: _Store = DEFAULT_STORE,
) -> None:
    """Say which actor some words stand for; the events and quotations that rest on them follow.

    Example: dragoman review link 0a1b2c3d:e2 he "Park Geun-hye"
    """
    _decide(
        store,
        lambda record: record.link(
            place, words, actor, _said(by, why, when), start=start, kind=_kind(kind), country=country
        ),
    )


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="An id from dragoman review list.")],
    why: _Why = None,
    by: _By = None,
    when: _When = None,
    store: _Store = DEFAULT_STORE,
) -> None:
    """Take a decision back; both stay on the list.

    Example: dragoman review undo j41c09be7d2f1
    """
    _decide(store, lambda record: record.undo(judgement, _said(by, why, when)))


REVIEW_VERBS: dict[str, Callable[..., None]] = {
    "confirm": confirm,
    "reject": reject,
    "correct": correct,
    "merge": merge,
    "part": part,
    "link": link,
    "undo": undo,
    "list": list_judgements,
    "export": export,
    "import": import_judgements,
}


def review_group() -> typer.Typer:
    """`dragoman review` with its verbs."""
    about = """Decide what is right: confirm, reject, correct, merge, part, link; with who, when and why.

    Decisions hold on to the words, so they outlive every later reading; each can be undone.

    Example: dragoman review reject e3f2a9c1b --why "a film's plot"
    """
    group = typer.Typer(pretty_exceptions_enable=False, no_args_is_help=True, help=about)
    for name, verb in REVIEW_VERBS.items():
        group.command(name, help=verb.__doc__)(guarded(verb))
    return group


def _decide(store: Path, decision: Callable[[Review], Judgement]) -> None:
    """Make a decision, and say under which id it is kept."""
    with review(store) as record:
        made = decision(record)
    say(f"{made.id}: {made.verb} by {made.who}; dragoman review undo {made.id} takes it back")


def _said(by: str | None, why: str | None, when: str | None) -> Said:
    try:
        return Said(by, why, None if when is None else datetime.fromisoformat(when))
    except ValueError:
        do = "write it like 2026-05-01T14:00Z"
        raise UsageError(f"{when!r} is no moment", where="--when", do=do) from None


def _kind(given: str | None) -> ActorKind | None:
    match given:
        case None | "person" | "organisation" | "country" | "group":
            return given
        case _:
            do = "use person, organisation, country or group"
            raise UsageError(f"{given!r} is no kind of actor", where="--kind", do=do)
