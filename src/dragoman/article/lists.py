"""The word lists and patterns beside this module: plain text, one entry a line, comments after #.

Patterns are written, and asked, in small letters: ignoring case would take several times as long.
Pattern lists that are asked of every line are keyed: "key key :: pattern". Only a line with one of the keys is matched
against the pattern, so that a list may grow without the reading of pages slowing down.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MARKS = frozenset("©#@+＋/|•·→»›>►▶♦")
"""Characters that can be a key, as words can."""


@cache
def read_list(name: str) -> tuple[str, ...]:
    """The entries of `lists/NAME.txt` in their order."""
    text = files(__package__).joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("# "))


def any_of(name: str) -> re.Pattern[str]:
    """One pattern for all the patterns of a list, to be asked of a text in small letters."""
    return _joined(read_list(name))


def keyed(name: str) -> dict[str, re.Pattern[str]]:
    """For each key of a keyed list one pattern for all that stand behind it, to be asked of small letters."""
    found: dict[str, list[str]] = {}
    for entry in read_list(name):
        keys, _, pattern = entry.partition(" :: ")
        for key in keys.split():
            found.setdefault(key, []).append(pattern)
    return {key: _joined(patterns) for key, patterns in found.items()}


def chosen(patterns: Mapping[str, re.Pattern[str]], keys: Iterable[str]) -> list[re.Pattern[str]]:
    """The patterns of a keyed list that a line with these words and marks must be matched against."""
    return [patterns[key] for key in keys if key in patterns]


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
