"""The word lists and patterns beside this module: plain text, one entry a line, comments after #."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def read_list(name: str) -> tuple[str, ...]:
    """The entries of `lists/NAME.txt` in their order."""
    text = files(__package__).joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("# "))


def any_of(name: str) -> re.Pattern[str]:
    """One pattern for all the patterns of a list, case ignored."""
    return re.compile("|".join(f"(?:{entry})" for entry in read_list(name)), re.IGNORECASE)
