"""Reading what was dropped, in the background; how far it has come is asked for while it goes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from threading import Lock, Thread
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dragoman.api.outcomes import Outcome
    from dragoman.api.pages import Progress
    from dragoman.web.turns import Turns

_NAMED = 20  # failures that are kept to be shown; the record keeps them all


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a reading has come: files `done` of `total`, the one being read, outcomes by kind, failures in words.

    `busy` while it goes on; `error` is what ended it early.
    """

    busy: bool = False
    done: int = 0
    total: int = 0
    name: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    failures: tuple[str, ...] = ()
    error: str | None = None


class _StoppedError(Exception):
    """The server ends: raised between two steps of a reading, when nothing is half written."""


class Reading:
    """The one reading under way and what waits for it; `stand` is None before the first.

    `on_change` is called whenever something may have been written.
    """

    def __init__(self, store: Path, turns: Turns, on_change: Callable[[], object]) -> None:
        self._store, self._turns, self._on_change = store, turns, on_change
        self._lock = Lock()
        self._waiting: list[Path] = []
        self._thread: Thread | None = None
        self._stopping = False
        self._counts: Counter[str] = Counter()
        self.stand: Stand | None = None

    def add(self, paths: Sequence[Path]) -> None:
        """Read these too, at once or after what is being read."""
        with self._lock:
            self._waiting += paths
            if self._thread is None and self._waiting and not self._stopping:
                self._counts.clear()
                self.stand = Stand(busy=True, total=len(self._waiting))
                self._thread = Thread(target=self._run, name="reading", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """End at the next step, and wait for that; what was written stays."""
        with self._lock:
            self._stopping = True
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        """Read until nothing waits."""
        while paths := self._next():
            try:
                self._read(paths)
            except _StoppedError:
                self._tell(busy=False, error="stopped before its end; drop the rest again")
            except DragomanError as error:
                self._tell(busy=False, error=str(error))

    def _next(self) -> list[Path]:
        """What waits, or the end of the thread."""
        with self._lock:
            paths, self._waiting = self._waiting, []
            if self._stopping or not paths:
                self._thread = None
                self._tell(busy=False, name="")
                return []
            return paths

    def _read(self, paths: Sequence[Path]) -> None:
        import dragoman  # noqa: PLC0415 - loads the parser, which only who reads here should wait for

        try:
            with self._turns.turn():
                dragoman.read(paths, store=self._store, triage=False, on_progress=self._step, on_outcome=self._count)
        finally:
            self._on_change()

    def _step(self, now: Progress) -> None:
        self._tell(done=now.done, total=now.total, name=now.name)
        self._between()

    def _count(self, outcome: Outcome) -> None:
        self._counts[outcome.kind] += 1
        self._tell(counts=tuple(sorted(self._counts.items())))
        if outcome.kind == "failed" and self.stand and len(self.stand.failures) < _NAMED:
            self._tell(failures=(*self.stand.failures, f"{outcome.where}: {outcome.detail}"))
        self._between()

    def _between(self) -> None:
        """Nothing is half written now: end if the server does, and let those in who wait to write."""
        self._on_change()
        if self._stopping:
            raise _StoppedError
        self._turns.let_others()

    def _tell(self, **changes: object) -> None:
        self.stand = replace(self.stand or Stand(), **changes)  # type: ignore[arg-type]  # names and types of Stand's
