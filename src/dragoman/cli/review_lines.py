"""`dragoman review list`, `export` and `import`: what was decided, shown, handed on and taken back."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from dragoman.api.reviewing import Kept, review
from dragoman.cli.guard import name_failures, say
from dragoman.cli.inert import json_line
from dragoman.cli.question import DEFAULT_STORE
from dragoman.cli.screen import cell, screen, table
from dragoman.errors import InputError
from dragoman.review import Judgement, from_json, to_json

_Store = Annotated[Path, typer.Option("--store", metavar="FILE", help="The record that is judged.")]


def list_judgements(
    lost: Annotated[bool, typer.Option("--lost", help="Only those that fit nothing in the record any more.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")] = False,
    store: _Store = DEFAULT_STORE,
) -> None:
    """Print what was decided, by whom, when and why, and whether it is in force, undone or lost.

    Example: dragoman review list --lost
    """
    with review(store, read_only=True) as record:
        kept = [one for one in record.judgements() if one.state == "lost" or not lost]
    if as_json:
        rows = ({**to_json(one.judgement), "state": one.state, "events": list(one.events)} for one in kept)
        sys.stdout.writelines(f"{json_line(row)}\n" for row in rows)
    elif kept:
        shown = table(("When", 0), ("What", 2), ("Words it holds on to, and why", 3))
        for one in kept:
            shown.add_row(*_cells(one))
        screen().print(shown)
    else:
        say("every judgement fits" if lost else "nothing is decided yet; see dragoman review --help")


def _cells(one: Kept) -> Iterator[RenderableType]:
    judgement = one.judgement
    yield cell(f"{judgement.when:%Y-%m-%d %H:%M}", judgement.id)
    state = None if one.state == "in force" else one.state.upper()
    yield cell(what(judgement), f"by {judgement.who}", ", ".join(one.events), state)
    words = [f"“{anchor.words}” in “{anchor.sentence}”" for anchor in (*judgement.on[:1], *judgement.others[:1])]
    yield cell(*words, f"because {judgement.why}" if judgement.why else None)


def what(one: Judgement) -> str:
    """A decision in words."""
    value, was = "; ".join(one.value or ()) or "unknown", "; ".join(one.was or ()) or "unknown"
    match one.verb:
        case "correct":
            return f"correct {one.field}: {value} (was {was})"
        case "link":
            return f"link to {value} (was {was})"
        case "undo":
            return f"undo {one.undoes}"
        case _:
            return one.verb


def export(store: _Store = DEFAULT_STORE) -> None:
    """Print all that was decided as JSON Lines, for another record or for safekeeping.

    Example: dragoman review export > decisions.jsonl
    """
    with review(store, read_only=True) as record:
        rows = [to_json(one.judgement) for one in record.judgements()]
    sys.stdout.writelines(f"{json_line(row)}\n" for row in rows)


def import_judgements(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What dragoman review export printed; - for input.")],
    store: _Store = DEFAULT_STORE,
) -> None:
    """Add decisions that were exported; those that the record has already are passed over.

    Example: dragoman review import decisions.jsonl --store korea.duckdb
    """
    failures: list[InputError] = []
    judgements = list(_judgements(_lines(file), file, failures))
    with review(store) as record:
        new = record.take(judgements)
        ids = {one.id for one in new}
        lost = [one for one in record.judgements() if one.state == "lost" and one.judgement.id in ids]
    fits = f"; {len(lost)} fit nothing here, dragoman review list --lost names them" if lost else ""
    say(f"{file}: {len(new)} decisions added, {len(judgements) - len(new)} there already{fits}")
    name_failures(failures)


def _lines(file: str) -> list[bytes]:
    if file == "-":
        return list(sys.stdin.buffer)
    try:
        return Path(file).read_bytes().splitlines()
    except OSError as error:
        why = (error.strerror or "it can't be opened").lower()
        raise InputError(f"can't be read ({why})", where=file, do="check the name and its rights") from None


def _judgements(lines: Iterable[bytes], name: str, failures: list[InputError]) -> Iterator[Judgement]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            row = json.loads(line)
            yield from_json(row if isinstance(row, dict) else {}, where)
        except InputError as error:
            failures.append(error)
        except (ValueError, RecursionError):
            do = "make the file with dragoman review export, or leave the line out"
            failures.append(InputError("not a line of JSON with a judgement", where=where, do=do))
