"""Opening a record file, and DuckDB's failures in words that say what to do."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from dragoman.errors import StoreError
from dragoman.record.migrating import STEPS, migrate
from dragoman.record.schema import DDL, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,  # nothing is fetched, whatever a query names
    "autoload_known_extensions": False,
}
_HOLDER = re.compile(r"lock is held in (?P<program>.*?) \(PID (?P<pid>\d+)\)")
_SYMPTOMS = (
    ("not a valid DuckDB database file", "is no DuckDB file", "name another file with --store"),
    ("version number", "was written by another version of DuckDB", "open it with the dragoman that wrote it"),
    ("Permission denied", "may not be opened with your rights", "change them, or name another file with --store"),
    ("read-only", "may only be read", "open it for writing, or name another file with --store"),
    ("No space left", "the disk is full", "free some space and run the command again"),
    ("File too large", "the disk is full or a limit on file sizes is reached", "make room and run the command again"),
    ("different configuration", "is open in this program already, with other rights", "close it there first"),
)


def connect(path: Path, *, create: bool, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the record at `path`, made if need be and allowed; StoreError says why there is none."""
    where = str(path)
    if not path.exists() and not create:
        raise StoreError("there is no such record", where=where, do="make it with `dragoman read`, or check the name")
    if path.is_dir():
        raise StoreError("is a folder", where=where, do="name a file with --store")
    if not path.parent.is_dir():
        raise StoreError("its folder does not exist", where=where, do="make the folder first")
    with translated(path):
        connection = duckdb.connect(where, read_only=read_only, config=_CONFIG)
        try:
            if create and not read_only and not _tables(connection):
                _make(connection)
            version = _version(connection, where)
            if version < VERSION and not read_only:
                migrate(connection, path, version)
        except BaseException:  # Ctrl-C too: a connection left open would keep the file locked
            connection.close()
            raise
    if version < VERSION and read_only:  # a question too brings the record up to date: none is refused for its age
        connection.close()
        connect(path, create=False, read_only=False).close()
        return connect(path, create=False, read_only=True)
    return connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn a failure of DuckDB into a StoreError about the record at `path`."""
    try:
        yield
    except duckdb.Error as error:
        raise _explained(str(error), str(path)) from error


def _explained(message: str, where: str) -> StoreError:
    holder = _HOLDER.search(message)
    if holder or "Could not set lock" in message:
        who = f"process {holder['pid']} ({holder['program']})" if holder else "another process"
        return StoreError(f"{who} holds it", where=where, do="wait until that has ended and run the command again")
    for symptom, what, do in _SYMPTOMS:
        if symptom in message:
            return StoreError(what, where=where, do=do)
    first_line = message.partition("\n")[0]
    return StoreError(f"DuckDB says: {first_line}", where=where, do="run `dragoman doctor` on it")


def _tables(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    return frozenset(str(name) for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall())


def _make(connection: duckdb.DuckDBPyConnection) -> None:
    """Make all tables, or none."""
    connection.begin()
    connection.execute(DDL)
    connection.execute("INSERT INTO meta VALUES ('schema', ?)", [str(VERSION)])
    connection.commit()


def _version(connection: duckdb.DuckDBPyConnection, where: str) -> int:
    """The version of a record's tables; what is no record, and what a newer dragoman wrote, is refused."""
    version = None
    if "meta" in _tables(connection):
        [(version,)] = connection.execute("SELECT max(value) FROM meta WHERE key = 'schema'").fetchall()
    if version is None:
        raise StoreError("is a DuckDB file but no record of dragoman's", where=where, do="name another with --store")
    if int(version) != VERSION and int(version) not in STEPS:
        what = f"was written by a newer dragoman (tables of version {version}; this one knows {VERSION})"
        raise StoreError(what, where=where, do="install a newer dragoman")
    return int(version)
