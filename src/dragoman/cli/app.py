"""The command's verbs put together, and what runs around each of them."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.api.own_actors import use_configured
from dragoman.cli.actors import actors
from dragoman.cli.batch import batch
from dragoman.cli.compare import compare
from dragoman.cli.doctor import doctor
from dragoman.cli.dyads import dyads
from dragoman.cli.events import events
from dragoman.cli.export import export
from dragoman.cli.extract import extract
from dragoman.cli.guard import INTERRUPTED, guarded, say
from dragoman.cli.merge import merge
from dragoman.cli.own_actors import actors_group
from dragoman.cli.quotes import quotes
from dragoman.cli.read import read
from dragoman.cli.report import report
from dragoman.cli.review import review_group
from dragoman.cli.serve import serve
from dragoman.cli.show import show
from dragoman.cli.timeline import timeline
from dragoman.cli.verify import verify
from dragoman.cli.when import when
from dragoman.cli.who import who

app = typer.Typer(
    name="dragoman",
    help="Read news about diplomacy and conflict and keep a record in which every field leads back to the exact words."
    "\n\nExample: dragoman read news/ && dragoman timeline",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

VERBS: dict[str, Callable[..., None]] = {
    "read": read,
    "extract": extract,
    "merge": merge,
    "timeline": timeline,
    "quotes": quotes,
    "actors": actors,
    "events": events,
    "report": report,
    "dyads": dyads,
    "show": show,
    "compare": compare,
    "when": when,
    "who": who,
    "export": export,
    "verify": verify,
    "serve": serve,
    "batch": batch,
    "doctor": doctor,
}

for _name, _verb in VERBS.items():
    if _verb is actors:
        app.add_typer(actors_group(actors), name=_name)
    else:
        app.command(_name, help=_verb.__doc__)(guarded(_verb))
app.add_typer(review_group(), name="review")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"dragoman {__version__}")
        raise typer.Exit


def _use_own_actors() -> None:
    use_configured()


@app.callback()
def _options(
    version: Annotated[  # noqa: ARG001 - asked by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    guarded(_use_own_actors)()


def main() -> NoReturn:
    """Run the command and exit with its code; wrong usage is one line on standard error, as everything else is."""
    sys.exit(_run())


def _run() -> int:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(typer.main.get_command(app)(prog_name="dragoman", standalone_mode=False) or 0)
    except typer.TyperException as error:
        if message := error.format_message():  # empty where the help was printed for want of a verb
            say(f"dragoman: {message.rstrip('.')}; see {_path(error)} --help")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def _path(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "dragoman"
