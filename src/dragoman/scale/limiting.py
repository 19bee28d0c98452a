"""A limit to the time that a piece of work may compute."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGAIN = 1.0  # seconds after which it is said again, where it was lost: what __del__ raises goes nowhere


class TooSlowError(BaseException):
    """The time is up. No Exception, as libraries that forgive a page all its faults would forgive this one, too."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the work under way once this process has computed for so many seconds in it.

    It comes between two steps of Python, so one long step in a library is let finish. Only a process' main thread can
    be stopped so; in another there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise TooSlowError
