"""Libraries that only some formats need, loaded when one of these is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType


def library(name: str, *, extra: str) -> ModuleType:
    """The library; UsageError, with the extra that brings it, if it isn't installed."""
    try:
        return import_module(name)
    except ImportError:
        do = f"install it with pip install 'dragoman[{extra}]'"
        raise UsageError(f"this needs {name}", where="format", do=do) from None
