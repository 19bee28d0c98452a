"""Whether a record is whole."""

from __future__ import annotations

from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.record import Store

if TYPE_CHECKING:
    from os import PathLike


def verify(store: str | PathLike[str] = "dragoman.duckdb") -> list[str]:
    """Check every offset, hash and reference of a record; a line for each fault, so [] says that it is whole.

    InputError if there is no record, StoreError if it can't be opened.
    """
    if not Path(store).exists():
        raise InputError("there is no record here", where=fspath(store), do="check the name given with --store")
    with Store.open(fspath(store), read_only=True) as record:
        return record.verify()
