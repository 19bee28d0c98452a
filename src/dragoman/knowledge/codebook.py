"""The PLOVER codebook and the CAMEO table, read from `plover.yaml` and `cameo.csv` beside this file.

Both files are made to be edited by hand, so reading checks every field, and a slip ends in one line that names the
file and the entry. docs/codebook.md says how the files are kept.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast, get_args

import yaml

from dragoman.errors import DragomanError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

Quad = Literal["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"]

_FOLDER = Path(__file__).parent
_COLUMNS = ["code", "name", "type", "mode", "context", "goldstein", "source"]


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done; `score` is None where the manual gives none."""

    name: str
    score: float | None
    definition: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a type is often taken for: `when` this holds, the right type is `then` (None: no type at all)."""

    when: str
    then: str | None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's types: definition, tests for and against, examples, modes; `score` from -10 to 10."""

    name: str
    quad: Quad
    score: float
    definition: str
    tests_for: tuple[str, ...]
    tests_against: tuple[Neighbour, ...]
    examples: tuple[str, ...]
    modes: Mapping[str, Mode]

    @property
    def quad_code(self) -> int:
        """PLOVER's number of the quad category, 1 (verbal cooperation) to 4 (material conflict)."""
        return get_args(Quad).index(self.quad) + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A point on which the 2021 map and manual differ or are silent: what each says, what is coded here, and why."""

    about: str
    map: str
    manual: str
    chosen: str
    why: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook; `contexts` maps each context to its definition, `version` goes into every record."""

    version: str
    source: str
    terms: str
    rules: tuple[str, ...]
    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code with its PLOVER type (None for a statement), mode, contexts and Goldstein score (None: unscored).

    `source` says what the row rests on; the scale is the one that GDELT publishes, after Goldstein 1992.
    """

    code: str
    name: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    goldstein: float | None
    source: str


@cache
def codebook() -> Codebook:
    """The codebook that ships with the program, read once."""
    return read_codebook(_FOLDER / "plover.yaml")


@cache
def cameo() -> Mapping[str, CameoCode]:
    """The CAMEO table that ships with the program, by code ("057", "1246", "19"), read once."""
    return read_cameo(_FOLDER / "cameo.csv", codebook())


def describe(event_type: str, mode: str | None = None) -> str:
    """One readable line on a type, or on a mode of it; UsageError for a name that the codebook doesn't have."""
    entry = codebook().types.get(event_type)
    if entry is None:
        known = ", ".join(codebook().types)
        raise UsageError(f"there is no event type {event_type!r}", where="codebook", do=f"use one of {known}")
    if mode is None:
        return f"{entry.name} ({entry.quad.lower()}, {entry.score:+.1f}): {entry.definition}"
    if mode not in entry.modes:
        known = ", ".join(entry.modes) or "none"
        raise UsageError(f"{event_type} has no mode {mode!r}", where="codebook", do=f"its modes: {known}")
    chosen = entry.modes[mode]
    score = "unscored" if chosen.score is None else f"{chosen.score:+.1f}"
    return f"{entry.name}/{mode} ({entry.quad.lower()}, {score}): {chosen.definition}"


def read_codebook(path: Path) -> Codebook:
    """The codebook kept in a YAML file; DragomanError, naming the entry, where it isn't one."""
    root = _mapping(_load(path), path.name)
    types = {
        name: _event_type(name, node, f"{path.name}: types: {name}") for name, node in _part(root, "types", path.name)
    }
    book = Codebook(
        version=_text(root, "version", path.name),
        source=_text(root, "source", path.name),
        terms=_text(root, "terms", path.name),
        rules=_texts(root, "rules", path.name),
        types=MappingProxyType(types),
        contexts=MappingProxyType(
            {name: _words(node, f"{path.name}: contexts: {name}") for name, node in _part(root, "contexts", path.name)}
        ),
        choices=tuple(_choice(node, path.name) for node in _list(root, "choices", path.name)),
    )
    _check_neighbours(book, path.name)
    return book


def read_cameo(path: Path, book: Codebook) -> Mapping[str, CameoCode]:
    """The CAMEO table kept in a CSV file; DragomanError, naming the line, where it breaks `book`."""
    table: dict[str, CameoCode] = {}
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            if next(reader, None) != _COLUMNS:
                raise _mend(
                    "the first line isn't the column names", f"{path.name}: line 1", f"write {','.join(_COLUMNS)}"
                )
            for row in reader:
                entry = _cameo_code(row, book, f"{path.name}: line {reader.line_num}")
                if entry.code in table:
                    raise _mend(
                        f"{entry.code} stands twice", f"{path.name}: line {reader.line_num}", "keep one of the two"
                    )
                table[entry.code] = entry
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _mend(f"can't be read ({_one_line(error)})", path.name, "restore it from the package") from error
    return MappingProxyType(table)


def _load(path: Path) -> object:
    # The C loader reads the file some ten times faster, but not every build of PyYAML has it.
    loader = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        with path.open(encoding="utf-8") as text:
            return yaml.load(text, Loader=loader)  # noqa: S506  # both are safe loaders
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _mend(f"can't be read ({_one_line(error)})", path.name, "mend the YAML there") from error


def _event_type(name: str, value: object, where: str) -> EventType:
    node = _mapping(value, where)
    quad = _text(node, "quad", where)
    if quad not in get_args(Quad):
        raise _mend(f"{quad!r} is no quad category", where, f"use one of {', '.join(get_args(Quad))}")
    score = _score(node, where)
    if score is None:
        raise _mend("score is missing", where, "give a number from -10 to 10")
    return EventType(
        name=name,
        quad=cast("Quad", quad),
        score=score,
        definition=_text(node, "definition", where),
        tests_for=_texts(node, "for", where),
        tests_against=tuple(_neighbour(one, where) for one in _list(node, "against", where)),
        examples=_texts(node, "examples", where),
        modes=MappingProxyType(
            {mode: _mode(mode, one, f"{where}: {mode}") for mode, one in _part(node, "modes", where)}
        ),
    )


def _neighbour(value: object, where: str) -> Neighbour:
    node = _mapping(value, f"{where}: against")
    if "then" not in node:
        raise _mend("an entry has no 'then'", f"{where}: against", "add the right type, or null for none")
    then = node["then"]
    return Neighbour(
        _text(node, "when", f"{where}: against"), None if then is None else _words(then, f"{where}: against")
    )


def _mode(name: str, value: object, where: str) -> Mode:
    node = _mapping(value, where)
    return Mode(name, _score(node, where), _text(node, "definition", where))


def _choice(value: object, file: str) -> Choice:
    where = f"{file}: choices"
    node = _mapping(value, where)
    return Choice(*(_text(node, key, where) for key in ("about", "map", "manual", "chosen", "why")))


def _check_neighbours(book: Codebook, file: str) -> None:
    for entry in book.types.values():
        for neighbour in entry.tests_against:
            if neighbour.then is not None and neighbour.then not in book.types:
                raise _mend(
                    f"{neighbour.then!r} is no type", f"{file}: types: {entry.name}: against", "use a type of this file"
                )


def _cameo_code(row: list[str], book: Codebook, where: str) -> CameoCode:
    if len(row) != len(_COLUMNS):
        raise _mend(f"has {len(row)} fields", where, f"give {len(_COLUMNS)}: {','.join(_COLUMNS)}")
    code, name, type_name, mode, context, goldstein, source = row
    contexts = tuple(context.split("|")) if context else ()
    entry = book.types.get(type_name)
    if type_name and entry is None:
        raise _mend(f"{type_name!r} is no type", where, "use a type of plover.yaml, or leave it empty")
    if mode and (entry is None or mode not in entry.modes):
        raise _mend(
            f"{mode!r} is no mode of {type_name or 'no type'}", where, "use a mode of plover.yaml, or leave it empty"
        )
    if unknown := [one for one in contexts if one not in book.contexts]:
        raise _mend(f"{unknown[0]!r} is no context", where, "use contexts of plover.yaml, split at |")
    try:
        score = float(goldstein) if goldstein else None
    except ValueError:
        raise _mend(f"{goldstein!r} is no score", where, "give a number, or leave it empty") from None
    return CameoCode(code, name, type_name or None, mode or None, contexts, score, source)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise _mend("isn't a table of names", where, "write it as 'name: value' lines")
    return cast("Mapping[str, object]", value)


def _part(node: Mapping[str, object], key: str, where: str) -> list[tuple[str, object]]:
    return list(_mapping(node.get(key), f"{where}: {key}").items())


def _list(node: Mapping[str, object], key: str, where: str) -> list[object]:
    value = node.get(key)
    if not isinstance(value, list):
        raise _mend(f"{key} isn't a list", where, "write it as '- item' lines")
    return cast("list[object]", value)


def _texts(node: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    return tuple(_words(one, f"{where}: {key}") for one in _list(node, key, where))


def _text(node: Mapping[str, object], key: str, where: str) -> str:
    return _words(node.get(key), f"{where}: {key}")


def _words(value: object, where: str) -> str:
    # A bare colon, "no" or a number makes YAML read something else than text; the user has to quote it.
    if not isinstance(value, str) or not value.strip():
        raise _mend("isn't text", where, "write some words, in quotes if they hold a colon")
    return value


def _score(node: Mapping[str, object], where: str) -> float | None:
    value = node.get("score")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not -10 <= value <= 10:
        raise _mend(f"score {value!r} is no score", where, "give a number from -10 to 10")
    return float(value)


def _mend(what: str, where: str, do: str) -> DragomanError:
    return DragomanError(what, where=where, do=do)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
