"""`dragoman batch`: whole archives into tables, by all processors."""

# Typer reads the annotations while the program runs, so they are not put off here as elsewhere.
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from dragoman.cli.guard import INTERRUPTED, SOME_FAILED, name_failures, say
from dragoman.cli.inert import one_line
from dragoman.cli.input_options import Columns, Triage
from dragoman.errors import InputError, UsageError
from dragoman.sources.columns import parse_map

if TYPE_CHECKING:
    from dragoman.scale import BatchResult, BatchStep, Task
    from dragoman.scale.spark import SparkResult

_EVERY = 30.0
"""Seconds between two lines on the progress, where there is no terminal to draw a bar on."""
_COUNTED = ("reports", "events", "quotes", "errors")
_NAMED = 20
_MEND = "mend these and run the command again"


def batch(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files and folders; with Spark also s3:// and hdfs://.")
    ],
    out: Annotated[str, typer.Option("--out", "-o", metavar="DIR", help="The folder for the tables.")],
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Processes; one a processor if not given.")
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="S", min=0.1, help="Of computing, at most, for one page.")
    ] = 20.0,
    columns: Columns = None,
    triage: Triage = True,
    merge: Annotated[
        bool | None,
        typer.Option("--merge/--no-merge", help="Also find copies, stories and events; with Spark unless told not to."),
    ] = None,
    engine: Annotated[Literal["local", "spark"], typer.Option("--engine", help="Where the work is done.")] = "local",
    master: Annotated[
        str | None, typer.Option("--master", metavar="URL", help="Spark's: local[4], spark://HOST:7077, yarn...")
    ] = None,
    conf: Annotated[
        list[str] | None, typer.Option("--conf", metavar="KEY=VALUE", help="A setting of Spark's; may be repeated.")
    ] = None,
) -> None:
    """Code web archives, JSON Lines or Parquet into Parquet: reports, events, sides, quotes, actors and errors.

    A page that can't be read or coded is a row of errors. A file that is done is not done again, and what was stopped
    goes on when the same command is run again.

    Example: dragoman batch CC-NEWS-20200101.warc.gz --out tables/ --workers 4
    """
    from dragoman import scale  # noqa: PLC0415 - it loads the models' libraries, which no other verb's help has need of

    _check(inputs, out, engine, workers=workers, master=master, conf=conf)
    task = scale.Task.here(parse_map(columns or ()), seconds, triage=triage)
    if engine == "spark":
        _by_spark(inputs, out, task, merge=merge is not False, master=master, conf=conf or ())
        return
    with _asked_to_stop() as stop, _shown() as tell:
        result = scale.batch(inputs, out, task, workers=workers, on_step=tell, stop=stop)
    _say_counts(result, out)
    if result.stopped:
        _end_stopped(out)
    stems = [one.stem for one in result.files if one.rows["reports"]]
    if merge and stems:
        _say_merged(scale.merge_tables(Path(out), stems))
    name_failures(result.failed, most=_NAMED, rest=_MEND)


def _check(  # what fits no engine, or not this one
    inputs: list[str], out: str, engine: str, *, workers: int | None, master: str | None, conf: list[str] | None
) -> None:
    """UsageError for options that the engine has no use for."""
    if engine == "spark" and workers:
        raise UsageError("of no use with Spark", where="--workers", do="say it by --master, as local[4]")
    if engine != "spark" and (master or conf):
        raise UsageError("of no use without Spark", where="--master" if master else "--conf", do="add --engine spark")
    if engine != "spark" and (far := [name for name in (*inputs, out) if "://" in name]):
        do = "copy it to this machine, or add --engine spark"
        raise UsageError("can't be reached without Spark", where=far[0], do=do)


def _by_spark(
    inputs: list[str], out: str, task: "Task", *, merge: bool, master: str | None, conf: Sequence[str]
) -> None:
    from dragoman.scale import spark  # noqa: PLC0415 - it takes a while, too

    log = Path(tempfile.gettempdir()) / f"dragoman-spark-{os.getpid()}.log"
    session = spark.session(master, _settings(conf), log)
    try:
        with _asked_to_stop() as stop, spark.watched(session, stop, say, log):
            result = spark.batch(session, inputs, out, task, merge=merge)
    except (spark.StoppedError, InputError) as error:
        log.unlink()
        if isinstance(error, InputError):
            raise
        _end_stopped(out)
    finally:
        session.stop()
    log.unlink()
    _say_coded(result.files, result.before, result.rows, out)
    _say_skipped(result.skipped)
    if result.merged:
        _say_merged(result.merged)
    _name_failed(result)


def _settings(conf: Sequence[str]) -> dict[str, str]:
    settings = dict(one.partition("=")[::2] for one in conf)
    if wrong := [key for key, value in settings.items() if not (key and value)]:
        raise UsageError("no setting", where=f"--conf {wrong[0]}", do="write it as spark.executor.memory=4g")
    return settings


def _end_stopped(out: str) -> NoReturn:
    say(f"dragoman: stopped; what is done is in {out}, and the same command goes on from there")
    raise typer.Exit(INTERRUPTED)


def _name_failed(result: "SparkResult") -> None:
    """Name what failed as `name_failures` does; of the rest, which no machine has as a list, only how many."""
    if not result.unnamed:
        name_failures(result.failed, most=_NAMED, rest=_MEND)
    for failure in result.failed:
        say(f"dragoman: {failure}")
    if result.unnamed:
        say(f"dragoman: and {result.unnamed} more; {_MEND}")
        raise typer.Exit(SOME_FAILED)


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


def _say_counts(result: "BatchResult", out: str) -> None:
    from dragoman import scale  # noqa: PLC0415 - loaded by now

    done = [one for one in result.files if one.done]
    rows = {name: sum(one.rows[name] for one in done) for name in _COUNTED}
    _say_coded(len(done), sum(one.before for one in done), rows, out)
    _say_skipped(scale.skipped_in(Path(out), [one.stem for one in done]))


def _say_skipped(skipped: int) -> None:
    if skipped:
        about = "not about diplomacy or conflict, told in the column skipped of reports; --no-triage codes them too"
        say(f"{skipped:,} of the reports skipped: {about}")


def _say_coded(files: int, before: int, rows: dict[str, int], out: str) -> None:
    again = f" ({before} of them before)" if before else ""
    say(f"{files} file{'' if files == 1 else 's'} done{again}: {_listed(rows, _COUNTED)} in {out}")


def _say_merged(rows: dict[str, int]) -> None:
    say(f"merged: {_listed(rows, tuple(rows))}")


def _listed(rows: dict[str, int], names: Sequence[str]) -> str:
    return ", ".join(f"{rows[name]:,} {name}" for name in names)
