from __future__ import annotations

import signal
from itertools import count
from typing import TYPE_CHECKING

from dragoman.cli.batch import Pace, _asked_to_stop
from dragoman.scale import BatchStep, Step

if TYPE_CHECKING:
    from collections.abc import Callable


def ticking(seconds: float) -> Callable[[], float]:
    """A clock by which so many seconds pass from one look at it to the next."""
    ticks = count()
    return lambda: next(ticks) * seconds


def at(pages: int, fresh: int, share: float, name: str = "a.warc", errors: int = 0) -> BatchStep:
    return BatchStep(name, 1, 2, Step(pages, fresh, errors, share), share)


def test_the_line_says_where_it_is_how_fast_it_goes_and_how_long_it_takes() -> None:
    pace = Pace(ticking(600))
    assert pace.line(at(1, 1, 0.1)) == "a.warc (1 of 2), 1 pages, 0 errors"
    line = pace.line(at(1201, 1201, 0.2, errors=3))
    assert line == "a.warc (1 of 2), 1,201 pages, 2.0/s, 3 errors, 1 h 20 min left"


def test_what_an_earlier_run_did_does_not_count_to_the_speed_of_this_one() -> None:
    pace = Pace(ticking(600))
    pace.line(at(9001, 1, 0.5))
    assert pace.line(at(9601, 601, 0.6)) == "a.warc (1 of 2), 9,601 pages, 1.0/s, 0 errors, 40 min left"


def test_pages_and_errors_of_several_files_add_up() -> None:
    pace = Pace(ticking(100))
    pace.line(at(50, 50, 0.4, "a.warc", errors=2))
    assert pace.line(at(50, 50, 0.5, "b.warc", errors=1)).startswith("b.warc (1 of 2), 50 pages, 1.0/s, 3 errors")


def test_where_no_bar_can_be_drawn_a_line_is_told_every_half_a_minute() -> None:
    told = list[str]()
    tell = Pace(ticking(10)).teller(told.append)
    for number in range(1, 9):
        tell(at(number, number, number / 10))
    assert 1 < len(told) < 8


def test_the_first_signal_asks_to_stop_and_the_next_one_is_what_it_always_was() -> None:
    usual = signal.getsignal(signal.SIGTERM)
    with _asked_to_stop() as stop:
        assert not stop()
        signal.raise_signal(signal.SIGTERM)
        assert stop()
        assert signal.getsignal(signal.SIGTERM) == usual
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
