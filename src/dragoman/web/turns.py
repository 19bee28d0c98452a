"""Who may write: one at a time in the order in which they came; a long job lets the others in between its steps."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Turns:
    """Tickets, as at a counter: each writer takes the next number and waits until it is called."""

    def __init__(self) -> None:
        self._counter = Condition()
        self._next = 0
        self._called = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn and have it within."""
        self._take()
        try:
            yield
        finally:
            self._give()

    def let_others(self) -> None:
        """Within a turn: let all who wait by now have theirs, then go on."""
        self._give()
        self._take()

    def _take(self) -> None:
        with self._counter:
            mine = self._next
            self._next += 1
            self._counter.wait_for(lambda: self._called == mine)

    def _give(self) -> None:
        with self._counter:
            self._called += 1
            self._counter.notify_all()
