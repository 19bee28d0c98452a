"""With real workers: they take seconds to load their models, so there are few tests here."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.scale.coding import Page, code_pages
from dragoman.scale.pool import Limits, Pool
from dragoman.scale.rows import Batches
from dragoman.scale.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Peru recalled its ambassador from Chile over case {} on Monday, a spokesman said."
TASK = Task()


def pages(count: int) -> Iterator[Page]:
    for n in range(count):
        yield RawPage(f"a#{n}", "article", TEXT.format(n), "0" * 64)
        yield InputError("damaged", where=f"b#{n}", do="fetch it again")


def workers_of(process: int) -> list[int]:
    """The processes started by this one that code pages."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_a_pool_gives_what_one_process_gives_though_workers_are_killed() -> None:
    wanted = list(code_pages(pages(9), TASK))
    with Pool(2) as pool:
        found = []
        for number, batches in enumerate(pool.code(pages(9), TASK)):
            found.append(batches)
            if number == 5:
                os.kill(workers_of(os.getpid())[0], signal.SIGKILL)
        assert found == wanted
        assert [list(one) for one in pool.code(pages(1), TASK)] == [list(one) for one in wanted[:2]]
    assert workers_of(os.getpid()) == []


def test_a_page_that_takes_more_memory_than_it_may_is_an_error() -> None:
    with Pool(1, Limits(memory=10_000_000, tries=1)) as pool:
        first, second = pool.code(pages(1), TASK)
    (row,) = first["errors"].to_pylist()
    assert row == {
        "place": "a#0",
        "what": "a page that takes more than 0.01 GB of memory",
        "remedy": "leave it out, or report it as a fault",
    }
    assert second["errors"].to_pylist()[0]["place"] == "b#0"


def test_when_it_is_time_to_stop_the_pages_at_hand_are_finished_and_no_more_begun() -> None:
    found, taken = list[Batches](), list[Page]()

    def counted() -> Iterator[Page]:
        for page in pages(500):
            taken.append(page)
            yield page

    with Pool(1, stop=lambda: len(found) >= 3) as pool:
        for batches in pool.code(counted(), TASK):
            found.append(batches)
    assert len(found) == len(taken) < 20


def test_workers_use_one_thread_a_library_and_the_program_is_left_as_it_was() -> None:
    before = dict(os.environ)
    with Pool(1) as pool:
        next(pool.code(pages(1), TASK))
        (worker,) = workers_of(os.getpid())
        given = Path(f"/proc/{worker}/environ").read_bytes().split(b"\0")
    assert {b"OMP_NUM_THREADS=1", b"OPENBLAS_NUM_THREADS=1"} <= set(given)
    assert dict(os.environ) == before
