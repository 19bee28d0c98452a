"""`dragoman batch`: whole archives into tables, by all processors."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from dragoman.cli.guard import INTERRUPTED, name_failures, say
from dragoman.cli.inert import one_line
from dragoman.cli.input_options import Columns
from dragoman.sources.columns import parse_map

if TYPE_CHECKING:
    from dragoman.scale import BatchResult, BatchStep

_EVERY = 30.0
"""Seconds between two lines on the progress, where there is no terminal to draw a bar on."""
_NAMED = 20


def batch(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files and folders.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder for the tables.")],
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Processes; one a processor if not given.")
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="S", min=0.1, help="Of computing, at most, for one page.")
    ] = 20.0,
    columns: Columns = None,
) -> None:
    """Code web archives, JSON Lines or Parquet into Parquet: reports, events, sides, quotes, actors and errors.

    A page that can't be read or coded is a row of errors. A file that is done is not done again, and what was stopped
    goes on when the same command is run again.

    Example: dragoman batch CC-NEWS-20200101.warc.gz --out tables/ --workers 4
    """
    from dragoman import scale  # noqa: PLC0415 - it loads the models' libraries, which no other verb's help has need of

    task = scale.Task.here(parse_map(columns or ()), seconds)
    with _asked_to_stop() as stop, _shown() as tell:
        result = scale.batch(inputs, out, task, workers=workers, on_step=tell, stop=stop)
    _say_counts(result, out)
    if result.stopped:
        say(f"dragoman: stopped; what is done is in {out}, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED)
    name_failures(result.failed, most=_NAMED, rest="mend these and run the command again")


@contextmanager
def _asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Whether SIGTERM or SIGINT came since; a second one ends the program as it always does."""
    asked: list[int] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def note(number: int, _frame: object) -> None:
        asked.append(number)
        restore()

    for number in before:
        signal.signal(number, note)
    try:
        yield lambda: bool(asked)
    finally:
        restore()


@contextmanager
def _shown() -> Iterator[Callable[["BatchStep"], None]]:
    """Who shows how far it is: as a bar on a terminal, elsewhere in a line now and then."""
    talk = Console(stderr=True, markup=False, highlight=False, emoji=False)
    pace = Pace()
    if not talk.is_terminal:
        yield pace.teller(say)
        return
    columns = (BarColumn(20), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=talk, transient=True) as bar:
        task = bar.add_task("loading the models", total=1.0)
        yield lambda step: bar.update(task, completed=step.share, description=pace.line(step))


class Pace:
    """How fast a batch goes, since its first page of this run."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, float] | None = None
        self._pages, self._errors, self._last = 0, 0, ("", 0, 0)
        self._told = clock()

    def line(self, step: "BatchStep") -> str:
        """Where it is, pages, rate, errors, time left: "a.warc (1 of 3), 900 pages, 4.2/s, 3 errors, 2 h 10 min left".

        Rate and time left are those of this run; what a run before has done is not counted to its speed.
        """
        self._count(step)
        now = self._clock()
        began, share = self._began = self._began or (now, step.share)
        gone, gained = now - began, step.share - share
        rate = f", {self._pages / gone:.1f}/s" if gone > 1 else ""
        left = f", {_spoken(gone * (1 - step.share) / gained)} left" if gone > 1 and gained > 0 else ""
        where = f"{one_line(step.name)[-40:]} ({step.number} of {step.files})"
        return f"{where}, {step.step.pages:,} pages{rate}, {self._errors:,} errors{left}"

    def teller(self, tell: Callable[[str], object]) -> Callable[["BatchStep"], None]:
        """Who tells the line every half a minute."""

        def told(step: "BatchStep") -> None:
            line = self.line(step)
            if self._clock() - self._told >= _EVERY:
                self._told = self._clock()
                tell(line)

        return told

    def _count(self, step: "BatchStep") -> None:
        name, fresh, errors = self._last
        if step.name != name:
            fresh = errors = 0
        self._pages += step.step.fresh - fresh
        self._errors += step.step.errors - errors
        self._last = (step.name, step.step.fresh, step.step.errors)


def _spoken(seconds: float) -> str:
    minutes = max(round(seconds / 60), 1)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"


def _say_counts(result: "BatchResult", out: Path) -> None:
    done = [one for one in result.files if one.done]
    rows = {name: sum(one.rows[name] for one in done) for name in ("reports", "events", "quotes", "errors")}
    before = sum(one.before for one in done)
    counted = ", ".join(f"{count:,} {name}" for name, count in rows.items())
    again = f" ({before} of them before)" if before else ""
    say(f"{len(done)} file{'' if len(done) == 1 else 's'} done{again}: {counted} in {out}")
