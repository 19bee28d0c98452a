"""Files and folders wherever they lie: on this machine, or under an address such as s3:// or hdfs://.

Both are reached by pyarrow's file systems, which take keys and name nodes from where the usual tools have them. What is
written appears whole or not at all, so two tries at one task may write the same file side by side.
"""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
from pyarrow import fs

from dragoman.errors import InputError
from dragoman.sources import find
from dragoman.sources.find import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.errors import DragomanError


class Place(NamedTuple):
    """A file or folder: the file system it is on, its path there, and its name as a user reads it."""

    system: fs.FileSystem
    path: str
    name: str

    def at(self, name: str) -> Place:
        """What is called so in this folder."""
        return Place(self.system, f"{self.path.rstrip('/')}/{name}", f"{self.name.rstrip('/')}/{name}")


class Found(NamedTuple):
    """A file to read: its address, or its whole path on this machine, and its size in bytes."""

    name: str
    bytes: int


def place(name: str) -> Place:
    """What an address or a path leads to, whether or not anything is there; InputError for an address of no use."""
    if not is_address(name):
        return Place(fs.LocalFileSystem(), os.path.abspath(name), name)  # noqa: PTH100 - a name of bytes stays as it is
    try:
        system, path = fs.FileSystem.from_uri(name)
    except (OSError, ValueError, pa.ArrowException) as error:
        why = str(error).splitlines()[0][:120]
        raise InputError(f"can't be reached ({why})", where=name, do="check the address and its keys") from None
    return Place(system, path, name)


def is_address(name: str) -> bool:
    """Whether a name is an address and no path of this machine."""
    return "://" in name


def files_at(names: Sequence[str]) -> tuple[list[Found], list[DragomanError]]:
    """The files that names and addresses lead to, and what is wrong with the others; folders are searched."""
    files: list[Found] = []
    failed: list[DragomanError] = []
    for name in names:
        some, errors = _listed(name) if is_address(name) else _on_this_machine(name)
        files += [one for one in some if one not in files]
        failed += errors
    return files, failed


def _on_this_machine(name: str) -> tuple[list[Found], Sequence[DragomanError]]:
    found, errors = find([name])
    no_files = [one for one in found if not one.path or not one.path.is_file()]
    do = "save it to a file first"
    failed = [
        *errors,
        *(InputError("not a file, which could be read twice", where=one.name, do=do) for one in no_files),
    ]
    return [Found(str(one.path.absolute()), one.size) for one in found if one.path and one.path.is_file()], failed


def _listed(name: str) -> tuple[list[Found], Sequence[DragomanError]]:
    """The files under an address, by name, hidden ones left out."""
    try:
        here = place(name)
        found = here.system.get_file_info(here.path)
        if found.type == fs.FileType.Directory:
            inside = here.system.get_file_info(fs.FileSelector(here.path, recursive=True))
            files = [one for one in inside if one.type == fs.FileType.File and not _is_hidden(one.path, here.path)]
        else:
            files = [found] if found.type == fs.FileType.File else []
    except InputError as error:
        return [], [error]
    except OSError as error:
        return [], [InputError(f"can't be opened ({_why(error)})", where=name, do="check the address and its rights")]
    if not files:
        return [], [InputError("no such file or folder", where=name, do="check the address")]
    whole = [Found(name[: len(name.rstrip("/")) - len(here.path.rstrip("/"))] + one.path, one.size) for one in files]
    return sorted(whole), []


def _is_hidden(path: str, folder: str) -> bool:
    return any(part.startswith(".") for part in path[len(folder) :].split("/"))


def fetched(name: str, folder: Path) -> Path:
    """A file as one of this machine: where it lies, or a copy in `folder` under its own name."""
    if not is_address(name):
        return Path(name)
    there = place(name)
    here = folder / there.path.rsplit("/", 1)[-1]
    try:
        _copy(there.system, there.path, fs.LocalFileSystem(), str(here))
    except OSError as error:
        do = "check the address and its rights"
        raise InputError(f"can't be read ({_why(error)})", where=printable(name), do=do) from error
    return here


def publish(file: Path, to: Place) -> None:
    """Put a copy of a file of this machine there: whole or not at all."""
    folder = to.path.rsplit("/", 1)[0]
    to.system.create_dir(folder, recursive=True)
    passing = f"{folder}/.{uuid.uuid4().hex}.part"
    _copy(fs.LocalFileSystem(), str(file), to.system, passing)
    to.system.move(passing, to.path)


def size_of(there: Place) -> int | None:
    """The size of a file in bytes; None if there is none."""
    found = there.system.get_file_info(there.path)
    return found.size if found.type == fs.FileType.File else None


def read(there: Place) -> bytes | None:
    """What is in a file; None if there is none."""
    try:
        with there.system.open_input_stream(there.path) as stream:
            content: bytes = stream.read()
            return content
    except FileNotFoundError:
        return None


def names_in(folder: Place) -> list[str]:
    """The names of the files right in a folder, in order, hidden ones left out; none if it isn't there."""
    selector = fs.FileSelector(folder.path, allow_not_found=True)
    files = [one for one in folder.system.get_file_info(selector) if one.type == fs.FileType.File]
    return sorted(one.base_name for one in files if not one.base_name.startswith("."))


def remove(folder: Place) -> None:
    """Remove a folder with all that is in it, if it is there."""
    if folder.system.get_file_info(folder.path).type == fs.FileType.Directory:
        folder.system.delete_dir(folder.path)


def _why(error: OSError) -> str:
    """What the system says went wrong; pyarrow puts a line of its own in its place."""
    return os.strerror(error.errno).lower() if error.errno else str(error).split("\n", maxsplit=1)[0][:120]


def _copy(whence: fs.FileSystem, path: str, to: fs.FileSystem, there: str) -> None:
    with whence.open_input_stream(path) as source, to.open_output_stream(there) as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
