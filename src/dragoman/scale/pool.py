"""Processes that code pages side by side; one that dies costs the page it had another try, no more.

A page goes to a worker and its rows come back, one at a time, so the parent knows at every moment who has which. It
hands the rows on in the order of the pages, holds only what waits for a slower one before it, kills what takes too long
or grows too large, and starts another in its place. A page that ends its worker three times is an error.
"""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, NamedTuple, Self

from dragoman.errors import DragomanError, InputError
from dragoman.scale.rows import error_batches
from dragoman.scale.worker import OUT_OF_MEMORY, memory_of, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

    from dragoman.model import RawPage
    from dragoman.scale.coding import Page
    from dragoman.scale.rows import Batches
    from dragoman.scale.task import Task
    from dragoman.scale.worker import Done

_TICK = 0.25  # seconds between two looks at the workers
_AHEAD = 64  # pages a worker that may be done before the slowest one is
_STILLBORN = 3  # workers that fail, one after the other, before they are ready: then something is wrong with all
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_CRASHED = "a page that ends the program, three times over"


class Limits(NamedTuple):
    """What a worker may take: bytes of `memory` (it is renewed at three quarters of it), `tries` a page."""

    memory: int = 1_200_000_000
    tries: int = 3


USUAL = Limits()


@dataclass(slots=True)
class _Job:
    """A page on its way: its number, how many workers it has cost, and why the last."""

    number: int
    page: RawPage
    lost: int = 0
    why: str = _CRASHED


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    connection: Connection
    ready: bool = False
    job: _Job | None = None
    since: float = 0.0


class Pool:
    """So many workers for a task, which start when the first pages come; use it in a `with` statement.

    Its method `code` is the `coder` of `code_file`.
    """

    def __init__(self, size: int, limits: Limits = USUAL, stop: Callable[[], bool] = lambda: False) -> None:
        self._size, self._limits, self._stop = size, limits, stop
        self._task: Task | None = None
        self._workers: list[_Worker] = []
        self._stillborn = 0
        self._again: deque[_Job] = deque()
        self._done: dict[int, Batches] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._end_all()

    def code(self, pages: Iterator[Page], task: Task) -> Iterator[Batches]:
        """The rows of each page in order, as `code_pages` gives them; `pages` is read as workers come free.

        When it is time to stop, the pages at hand are finished and nothing more is begun. Raises DragomanError where
        workers can't start.
        """
        self._begin(task)
        incoming, out = _Incoming(pages), 0
        while self._hand_out(incoming, out + _AHEAD * self._size) or any(worker.job for worker in self._workers):
            self._listen()
            while out in self._done:
                yield self._done.pop(out)
                out += 1
        while out in self._done:
            yield self._done.pop(out)
            out += 1

    def _begin(self, task: Task) -> None:
        self._again.clear()
        self._done.clear()
        if task != self._task or any(worker.job for worker in self._workers):  # left over from a reading given up
            self._end_all()
            self._task = task

    def _end_all(self) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def _hand_out(self, incoming: _Incoming, most: int) -> bool:
        """Give each free worker a page, none with a number of `most` or above; whether there may be more to give."""
        if self._stop():
            return False
        while self._again or incoming.is_below(most):
            worker = self._free()
            if worker is None:
                return True
            job = self._again.popleft() if self._again else self._next(incoming, most)
            if job:
                self._give(worker, job)
        return not incoming.ended

    def _next(self, incoming: _Incoming, most: int) -> _Job | None:
        """The next page that wants coding; errors in the pages' places are done as they are."""
        while incoming.is_below(most):
            number, page = incoming.take()
            if page is None:
                return None
            if not isinstance(page, InputError):
                return _Job(number, page)
            self._done[number] = error_batches(page)
        return None

    def _free(self) -> _Worker | None:
        while len(self._workers) < self._size:
            self._workers.append(self._started())
        return next((worker for worker in self._workers if worker.ready and worker.job is None), None)

    def _give(self, worker: _Worker, job: _Job) -> None:
        worker.job, worker.since = job, time.monotonic()
        try:
            worker.connection.send(job.page)
        except OSError:
            self._lost(worker)

    def _listen(self) -> None:
        """Take what the workers say within a moment, then see that none takes too much."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection), _TICK):
            worker = by_connection[connection]  # type: ignore[index]  # only those that were given come back
            try:
                self._hear(worker, worker.connection.recv())
            except (EOFError, OSError):
                self._lost(worker)
        for worker in self._workers:
            self._watch(worker)

    def _hear(self, worker: _Worker, said: Done) -> None:
        self._stillborn = 0
        worker.ready = True
        if worker.job and said.batches is not None:
            self._done[worker.job.number] = said.batches
            worker.job = None
            if said.memory > self._limits.memory * 3 // 4:  # a new one would be no smaller before its first page
                self._renew(worker)

    def _watch(self, worker: _Worker) -> None:
        """Kill a worker over its memory, or far over its time: its own alarm rings only between two steps of Python."""
        if worker.job is None or self._task is None:
            return
        if memory_of(worker.process.pid or 0) > self._limits.memory:
            worker.job.why = f"a page that takes more than {self._limits.memory / 1e9:g} GB of memory"
            worker.process.kill()
        elif time.monotonic() - worker.since > 3 * self._task.seconds + 30:
            worker.job.why = f"a page that takes far more than {self._task.seconds:g} seconds"
            worker.process.kill()

    def _lost(self, worker: _Worker) -> None:
        """Put another in the place of a worker that ended, and give its page another try, before all others."""
        job = worker.job
        _end(worker)
        if not worker.ready and (worker.process.exitcode or 0) > 0:  # one that was killed says nothing of the next
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise DragomanError("workers fail as they start", where="batch", do="run dragoman doctor")
        if job:
            job.lost += 1
            if worker.process.exitcode == OUT_OF_MEMORY:
                job.why = "a page that the machine has no memory for"
            if job.lost < self._limits.tries:
                self._again.append(job)
            else:
                do = "leave it out, or report it as a fault"
                self._done[job.number] = error_batches(InputError(job.why, where=job.page.path, do=do))
        self._workers[self._workers.index(worker)] = self._started()

    def _renew(self, worker: _Worker) -> None:
        _end(worker)
        self._workers[self._workers.index(worker)] = self._started()

    def _started(self) -> _Worker:
        assert self._task is not None
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._task), daemon=True, name="dragoman worker")
        with _as_one_thread():
            process.start()
        theirs.close()
        return _Worker(process, ours)


class _Incoming:
    """The pages numbered from 0; `ended` once there are no more."""

    def __init__(self, pages: Iterator[Page]) -> None:
        self._pages, self._number, self.ended = pages, 0, False

    def is_below(self, most: int) -> bool:
        """Whether there may be a next one with a number below `most`."""
        return not self.ended and self._number < most

    def take(self) -> tuple[int, Page | None]:
        """The next one and its number; None at the end."""
        page = next(self._pages, None)
        self.ended = page is None
        self._number += 1
        return self._number - 1, page


def _end(worker: _Worker) -> None:
    """End a worker at once: there is nothing in it that has to be put away."""
    worker.process.kill()
    worker.connection.close()
    worker.process.join()


@contextmanager
def _as_one_thread() -> Iterator[None]:
    """What is started here uses one thread a library, and leaves signals meant for the parent until it ignores them.

    The libraries read the environment as they are loaded, so it must be set before the process starts.
    """
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
