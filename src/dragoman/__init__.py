"""News about diplomacy and conflict in, a record out in which every field leads back to the exact words."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.api.dating import when
    from dragoman.api.doctor import doctor
    from dragoman.api.extracting import extract
    from dragoman.api.merging import merge
    from dragoman.api.own_actors import use_actors
    from dragoman.api.reading import read
    from dragoman.api.record import open  # noqa: A004  `dragoman.open(path)` reads as `gzip.open(path)` does
    from dragoman.api.who import who

__version__ = "0.1.0"

__all__ = ["__version__", "doctor", "extract", "merge", "open", "read", "use_actors", "when", "who"]

_HOMES = {
    "doctor": "dragoman.api.doctor",
    "extract": "dragoman.api.extracting",
    "merge": "dragoman.api.merging",
    "open": "dragoman.api.record",
    "read": "dragoman.api.reading",
    "use_actors": "dragoman.api.own_actors",
    "when": "dragoman.api.dating",
    "who": "dragoman.api.who",
}


def __getattr__(name: str) -> object:
    """Load a verb when it is first asked for: `import dragoman` takes milliseconds, and a query loads no parser."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


class _Package(ModuleType):
    """This package, whose verb `merge` is not hidden once its room `dragoman.merge` has been imported.

    Python binds an imported room to its package by name; here that would put a module in the place of the verb.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
