"""The pages of one file, with how far the reading has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from dragoman.errors import InputError
from dragoman.sources import Options
from dragoman.sources.chunks import DamagedError, TooLargeError
from dragoman.sources.find import cause, printable
from dragoman.sources.pages import of_handle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from dragoman.scale.coding import Page
    from dragoman.scale.task import Task


class Reader:
    """An open file as an iterator of pages; `read` counts those handed on, `ended` says that there are no more.

    Pages are named by the file's own name without its folder, so that its tables are the same wherever it lies.
    """

    def __init__(self, path: Path, task: Task) -> None:
        self.read, self.ended = 0, False
        try:
            self._handle = path.open("rb")
            self._size = path.stat().st_size
        except OSError as error:
            raise _unreadable(path, error) from error
        self._path, self._name = path, printable(path.name)
        self._pages = of_handle(self._handle, self._name, Options(dict(task.columns)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._handle.close()

    def __iter__(self) -> Iterator[Page]:
        return self

    def __next__(self) -> Page:
        if self.ended:
            raise StopIteration
        page = self._next()
        if page is None:
            self.ended = True
            raise StopIteration
        self.read += 1
        return page

    def share(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return 1.0 if self.ended else min(self._handle.tell() / max(self._size, 1), 1.0)

    def _next(self) -> Page | None:
        """The next page; None at the end. After damage that the rest can't be read for, the error is the last."""
        try:
            return next(self._pages, None)
        except DamagedError as error:
            return InputError(str(error), where=self._name, do="fetch it again; what could be unpacked was read")
        except TooLargeError:
            return InputError("a page too large or a packed bomb", where=self._name, do="split it, or leave it out")
        except OSError as error:
            raise _unreadable(self._path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        f"can't be read ({cause(error)})", where=printable(str(path)), do="mend that and run the command again"
    )
