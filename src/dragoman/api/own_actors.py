"""A user's own actors: CSV files named in `dragoman.toml`, read at the start, checked before they are added to it."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import InputError
from dragoman.knowledge.own import OwnActor, use
from dragoman.knowledge.own_csv import read_own

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

CONFIG = "dragoman.toml"
"""The settings' name in the working directory; the variable DRAGOMAN_CONFIG names another file in its place."""

_TABLE = re.compile(r"^\[actors\][ \t]*(?:#.*)?$", re.MULTILINE)
_NEXT = re.compile(r"^\[", re.MULTILINE)
_FILES = re.compile(r"^[ \t]*files[ \t]*=[ \t]*\[[^\[\]]*\]", re.MULTILINE)


class Imported(NamedTuple):
    """What an import did: the actors of the file, the settings file, and whether it was new there."""

    actors: tuple[OwnActor, ...]
    config: Path
    added: bool


def use_actors(*files: str | PathLike[str]) -> tuple[OwnActor, ...]:
    """Use the actors of these CSV files beside ours, in the place of those used before; without files, ours alone.

    Where a row of theirs and of ours can't both be right, theirs holds. InputError names the row and the column that
    is wrong; then all stays as it was.
    """
    rows = tuple(row for file in files for row in read_own(Path(file)))
    use(rows)
    return rows


def use_configured() -> tuple[OwnActor, ...]:
    """Use the actors of the files that `dragoman.toml` names under `[actors] files`; none where there is no such file.

    Paths there are relative to the file. A DRAGOMAN_CONFIG that names no file is an InputError.
    """
    config = config_path()
    if not config.exists():
        if os.environ.get("DRAGOMAN_CONFIG"):
            raise InputError(
                "there is no such file", where=f"DRAGOMAN_CONFIG={config}", do="mend or unset the variable"
            )
        return ()
    files = _files(config, config.read_text(encoding="utf-8"))
    return use_actors(*(config.parent / file for file in files)) if files else ()


def import_actors(file: str | PathLike[str]) -> Imported:
    """Check a CSV file of actors and add it to `dragoman.toml`, which is made where there is none; use it from now on.

    Nothing is written where the file has a fault. What else stands in `dragoman.toml` is left as it is.
    """
    path, config = Path(file), config_path()
    actors = read_own(path)
    text = config.read_text(encoding="utf-8") if config.exists() else ""
    files = _files(config, text)
    known = {(config.parent / each).resolve() for each in files}
    added = path.resolve() not in known
    if added:
        _write(config, text, [*files, _relative(path, config)])
    use_configured()
    return Imported(actors, config, added)


def config_path() -> Path:
    """Where the settings are, whether or not there is such a file."""
    return Path(os.environ.get("DRAGOMAN_CONFIG") or CONFIG)


def _files(config: Path, text: str) -> list[str]:
    try:
        actors = tomllib.loads(text).get("actors", {})
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"this is no TOML ({error})", where=str(config), do="mend that line") from None
    files = actors.get("files", []) if isinstance(actors, dict) else None
    if not isinstance(files, list) or not all(isinstance(each, str) for each in files):
        raise InputError("[actors] files is no list of paths", where=str(config), do='write files = ["my_actors.csv"]')
    return files


def _relative(path: Path, config: Path) -> str:
    """The path as the settings name it: from their folder where it lies below it, whole elsewhere."""
    whole, folder = path.resolve(), config.resolve().parent
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()


def _write(config: Path, text: str, files: Iterable[str]) -> None:
    """The settings with this list of files; only the list is rewritten, comments and the rest stay.

    The result is read back before it is written: settings in an unusual layout are left to their author.
    """
    wanted = list(files)
    listed = f"files = {json.dumps(wanted, ensure_ascii=False)}"
    new = _with_list(text, listed)
    try:
        sound = _files(config, new) == wanted
    except InputError:
        sound = False
    if not sound:
        raise InputError(
            "[actors] is laid out in a way that can't be added to", where=str(config), do=f"write {listed}"
        )
    config.write_text(new, encoding="utf-8")


def _with_list(text: str, listed: str) -> str:
    table = _TABLE.search(text)
    if table is None:
        return f"{text.rstrip()}\n\n[actors]\n{listed}\n".lstrip()
    after = _NEXT.search(text, table.end())
    end = after.start() if after else len(text)
    body = text[table.end() : end]
    found = _FILES.search(body)
    if found is None:
        return f"{text[: table.end()]}\n{listed}{text[table.end() :]}"
    return f"{text[: table.end()]}{body[: found.start()]}{listed}{body[found.end() :]}{text[end:]}"
