"""A process that codes pages: it loads the models once, then takes pages and gives back rows until it is let go."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.scale.coding import code_page, warm

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from dragoman.scale.rows import Batches
    from dragoman.scale.task import Task

OUT_OF_MEMORY = 3
"""What a worker ends with that Python has no more memory for."""


class Done(NamedTuple):
    """What a worker says: the rows of the page that it had (at first none: it is ready), and the memory it takes."""

    batches: Batches | None
    memory: int


def serve(connection: Connection, task: Task) -> None:
    """Code the pages that come by the connection until it is closed, be it that the parent is gone."""
    for stopping in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stopping, signal.SIG_IGN)  # meant for the parent, which lets this page be finished
    try:
        warm(task)
        connection.send(Done(None, memory_of(os.getpid())))
        while True:
            batches = code_page(connection.recv(), task)
            connection.send(Done(batches, memory_of(os.getpid())))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # nothing else may be possible any more


def memory_of(process: int) -> int:
    """Bytes of memory that a process holds; 0 where the system has no /proc to tell it, or the process is gone."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
