"""What the server works at: one record, open once; a connection for each request, and one writer at a time."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dragoman.errors import UsageError
from dragoman.record import Store
from dragoman.record.connecting import translated
from dragoman.web.reading import Reading
from dragoman.web.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike
    from types import TracebackType


class Desk:
    """A record, open for a server; use it in a `with` statement. Threads may share it.

    `by` is who decides where a form does not say, None for the login's name; `version` is another after each change.
    Raises StoreError if the record can't be opened; without `read_only` it is made if it is not there.
    """

    def __init__(self, path: str | PathLike[str], *, read_only: bool = False, by: str | None = None) -> None:
        self.path, self.read_only, self.by = Path(path), read_only, by
        self.version = 0
        self.turns = Turns()
        self.reading = Reading(self.path, self.turns, self._changed)
        self._open = Store.open(self.path, create=not read_only, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.reading.stop()
        self._open.close()

    @property
    def dropped(self) -> Path:
        """The folder beside the record in which dropped files are kept: "korea.dropped" for "korea.duckdb"."""
        return self.path.with_suffix(".dropped")

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The record on a connection of its own, to be asked by one thread."""
        with translated(self.path):
            connection = self._open.connection.cursor()
        try:
            yield Store(self.path, connection)
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The record, to be changed by nobody else meanwhile; UsageError if it may only be read."""
        self.check_writable()
        with self.turns.turn(), self.store() as store:
            try:
                yield store
            finally:
                self._changed()

    def _changed(self) -> None:
        self.version += 1

    def check_writable(self) -> None:
        """Raise UsageError if the record may only be read."""
        if self.read_only:
            raise UsageError("is open for reading only", where=str(self.path), do="serve it without --read-only")
