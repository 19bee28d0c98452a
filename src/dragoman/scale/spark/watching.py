"""What goes on while Spark works: how far it is, whether it is to stop, and what goes wrong said in a line."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError
from dragoman.scale.spark.session import failures, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dragoman.scale.spark.flow import Frame

EVERY = 30.0
"""Seconds between two lines on how far it is."""
_TICK = 0.5


class StoppedError(Exception):
    """The jobs were cancelled because the user wanted it."""


@contextmanager
def watched(spark: Frame, stop: Callable[[], bool], tell: Callable[[str], object], log: Path) -> Iterator[None]:
    """Cancel what Spark does once `stop` is true, and tell now and then how far it is.

    Raises StoppedError where that was so, DragomanError where Spark gave up, whose talk is in `log`.
    """
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(spark, stop, tell, over), daemon=True)
    watcher.start()
    try:
        yield
    except failures() as error:
        if stop():
            raise StoppedError from None
        do = f"see {log} for what it says; what is done is not done again"
        raise DragomanError(f"Spark gave the work up ({said(error)})", where="--engine spark", do=do) from None
    finally:
        over.set()
        watcher.join()


def _watch(spark: Frame, stop: Callable[[], bool], tell: Callable[[str], object], over: threading.Event) -> None:
    ticks = 0
    while not over.wait(_TICK):
        ticks += 1
        if stop():
            spark.sparkContext.cancelAllJobs()
        elif ticks % (EVERY / _TICK) == 0 and (line := progress(spark)):
            tell(line)


def progress(spark: Frame) -> str:
    """How far the work at hand is: "step 3: 5 of 16 parts, 2 at work"; nothing between two steps."""
    tracker = spark.sparkContext.statusTracker()
    at_work = [info for number in tracker.getActiveStageIds() if (info := tracker.getStageInfo(number))]
    return "; ".join(
        f"step {info.stageId}: {info.numCompletedTasks} of {info.numTasks} parts, {info.numActiveTasks} at work"
        for info in at_work
    )
