"""What `import dragoman` gives."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parents[2]


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_is_there_and_says_what_it_is_for(name: str) -> None:
    assert name in dir(dragoman)
    value = getattr(dragoman, name)
    assert isinstance(value, str) or value.__doc__


def test_a_name_that_is_not_there_is_an_attribute_error_as_in_any_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = dragoman.reed


@pytest.mark.parametrize(
    ("does", "heavy"),
    [("import dragoman", "duckdb spacy rich typer yaml"), ("import dragoman; dragoman.open", "spacy")],
)
def test_nothing_is_loaded_before_it_is_needed(does: str, heavy: str) -> None:
    code = f"import sys; {does}; print(*(name for name in {heavy.split()!r} if name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    assert found.stdout.split() == []


def test_the_verb_merge_is_not_hidden_by_the_room_of_that_name() -> None:
    room = import_module("dragoman.merge")
    assert isinstance(room, ModuleType)
    assert not isinstance(dragoman.merge, ModuleType)
    assert dragoman.merge([]) == room.merge([])


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert dragoman.__version__ == project["version"]
