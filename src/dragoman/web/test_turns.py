from __future__ import annotations

from threading import Barrier, Event, Thread

import pytest

from dragoman.web.turns import Turns


def test_one_has_a_turn_at_a_time() -> None:
    turns, start, inside, most = Turns(), Barrier(8), [0], [0]

    def work() -> None:
        start.wait()
        for _ in range(50):
            with turns.turn():
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [Thread(target=work) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (inside, most) == ([0], [1])


def test_a_long_job_lets_those_in_who_wait() -> None:
    turns, waiting, done = Turns(), Event(), []

    def short() -> None:
        waiting.set()
        with turns.turn():
            done.append("short")

    with turns.turn():
        thread = Thread(target=short)
        thread.start()
        waiting.wait()
        while not done:
            turns.let_others()
        done.append("long")
    thread.join()
    assert done == ["short", "long"]


def test_a_turn_that_fails_is_over() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn():
        _ = 1 // 0
    with turns.turn():
        turns.let_others()
