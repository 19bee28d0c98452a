from __future__ import annotations

import signal
import threading
from contextlib import suppress
from typing import NoReturn

import pytest

from dragoman.scale.limiting import TooSlowError, within


def compute_for_ever() -> NoReturn:
    while True:
        pass


def test_work_that_computes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlowError), within(0.05):
        compute_for_ever()


def test_what_forgives_every_exception_does_not_forgive_this_one() -> None:
    def forgiving() -> None:
        with suppress(Exception):
            compute_for_ever()

    with pytest.raises(TooSlowError), within(0.05):
        forgiving()


def test_afterwards_no_alarm_is_set_and_all_is_as_before() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with within(50):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_in_another_thread_the_work_is_done_without_a_limit() -> None:
    done = list[float]()

    def work() -> None:
        with within(50):
            done.append(signal.getitimer(signal.ITIMER_PROF)[0])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [0.0]
