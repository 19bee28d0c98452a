"""Which files the user means: names, folders and "-" become a list of files to read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read: its name as the user gave it, where it lies (None for standard input), its size in bytes.

    The size is 0 where it can't be known beforehand: standard input, a pipe.
    """

    name: str
    path: Path | None
    size: int


def find(names: Sequence[str]) -> tuple[list[SourceFile], list[InputError]]:
    """The files that `names` stand for, in order, and one error for each name or folder that can't be used.

    Folders are searched to the bottom, sorted by name, hidden files left out. A file reached twice is read once.
    Names that lead to no file at all are an error too, so one of the two lists is never empty.
    """
    files: list[SourceFile] = []
    errors: list[InputError] = []
    seen: set[str] = set()
    for name in names:
        for found in _of_name(name):
            if isinstance(found, InputError):
                errors.append(found)
            elif (key := os.path.realpath(found.path) if found.path else STANDARD_INPUT) not in seen:
                seen.add(key)
                files.append(found)
    if not files and not errors:
        where = ", ".join(map(printable, names)) or "input"
        errors.append(InputError("no file to read here", where=where, do="name a file, a folder with files, or -"))
    return files, errors


def printable(name: str) -> str:
    """A file's name as it can be written to a terminal or into JSON: bytes and controls that can't are replaced."""
    text = os.fsencode(name).decode("utf-8", "replace") if not name.isprintable() else name
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def cause(error: OSError) -> str:
    """What the operating system says went wrong, as the middle of a line: "permission denied"."""
    return (error.strerror or type(error).__name__).lower()


def _of_name(name: str) -> Iterator[SourceFile | InputError]:
    if name == STANDARD_INPUT:
        yield SourceFile(STANDARD_INPUT, None, 0)
        return
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        yield InputError("no such file or folder", where=printable(name), do="check the name")
    except (OSError, ValueError) as error:
        why = cause(error) if isinstance(error, OSError) else "not a name a file can have"
        yield InputError(f"can't be opened ({why})", where=printable(name), do="check the name and its rights")
    else:
        yield from _of_folder(name, set()) if stat.S_ISDIR(mode) else _of_file(name)


def _of_file(name: str) -> Iterator[SourceFile | InputError]:
    """A file or a pipe; sockets and the like have nothing to read in them."""
    try:
        found = Path(name).stat()
    except OSError as error:
        yield InputError(f"can't be opened ({cause(error)})", where=printable(name), do="check the link and its rights")
        return
    if stat.S_ISREG(found.st_mode):
        yield SourceFile(printable(name), Path(name), found.st_size)
    elif stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode):
        yield SourceFile(printable(name), Path(name), 0)
    else:
        yield InputError("not a file to read from", where=printable(name), do="name a file, a folder or -")


def _of_folder(name: str, above: set[tuple[int, int]]) -> Iterator[SourceFile | InputError]:
    """Files under a folder. `above` holds the folders passed already, so that a loop of links ends."""
    try:
        here = Path(name).stat()
        if (here.st_dev, here.st_ino) in above:
            return
        above.add((here.st_dev, here.st_ino))
        entries = sorted(os.listdir(name))  # noqa: PTH208 - names, not Paths: the user's spelling is kept
    except OSError as error:
        do = "give yourself the right to read it, or leave it out"
        yield InputError(f"the folder can't be read ({cause(error)})", where=printable(name), do=do)
        return
    for entry in entries:
        path = os.path.join(name, entry)  # noqa: PTH118 - likewise: Path("./a") would lose the "./"
        if entry.startswith("."):
            continue
        if Path(path).is_dir():
            yield from _of_folder(path, above)
        elif Path(path).is_file() or Path(path).is_symlink():
            yield from _of_file(path)
        # A pipe or device met on the way is passed over: reading one could wait for ever.
