"""How a verb ends: what went wrong becomes one line on standard error and an exit code, never a traceback.

Codes: 0 done, 1 some inputs failed (named, the rest done), 2 wrong usage, 66 no input, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, NoReturn, ParamSpec

import typer

from dragoman.cli.inert import one_line
from dragoman.errors import DragomanError, InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SOME_FAILED, WRONG_USAGE, NO_INPUT, INTERRUPTED = 1, 2, 66, 130

P = ParamSpec("P")


def say(line: str) -> None:
    """One line of talk on standard error, with nothing in it that could steer the terminal."""
    print(one_line(line), file=sys.stderr, flush=True)


def guarded(verb: Callable[P, None]) -> Callable[P, None]:
    """The verb with each failure that a user can mend, and each interruption, ended as this file's head says.

    An InputError that leaves a verb ended it before there was anything to do; those of single inputs a verb collects
    and hands to `name_failures`.
    """

    @wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            verb(*args, **kwargs)
            sys.stdout.flush()
        except DragomanError as error:
            _end(str(error), _code(error))
        except KeyboardInterrupt:
            _end("interrupted; what was written to a record is whole", INTERRUPTED)
        except BrokenPipeError:
            _close_output()
            raise typer.Exit(0) from None
        except OSError as error:
            _close_output()
            _end(_os_line(error), SOME_FAILED)

    return run


def name_failures(failures: Sequence[DragomanError], *, most: int | None = None, rest: str = "") -> None:
    """Name each input that failed on a line of its own and, if there is any, end with code 1.

    Of more than `most` the others are counted, with what `rest` says of them.
    """
    for failure in failures[:most]:
        say(f"dragoman: {failure}")
    if most is not None and len(failures) > most:
        say(f"dragoman: and {len(failures) - most} more; {rest}")
    if failures:
        sys.stdout.flush()
        raise typer.Exit(SOME_FAILED)


def _end(line: str, code: int) -> NoReturn:
    say(f"dragoman: {line}")
    raise typer.Exit(code) from None


def _code(error: DragomanError) -> int:
    match error:
        case UsageError():
            return WRONG_USAGE
        case InputError():
            return NO_INPUT
        case _:
            return SOME_FAILED


def _os_line(error: OSError) -> str:
    where = error.filename or "output"
    return f"{where}: {error.strerror or error}; mend that and run the command again"


def _close_output() -> None:
    """Send what is still buffered nowhere, or Python tries it again at exit and complains."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
