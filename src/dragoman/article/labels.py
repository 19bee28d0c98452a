"""The names of what a line of a page can be."""

from __future__ import annotations

from typing import Literal

Label = Literal[
    "headline", "subhead", "dateline", "byline", "caption", "body", "agency", "chrome", "duplicate", "blank"
]
KEPT: frozenset[Label] = frozenset({"headline", "subhead", "body"})
"""The labels of the lines that make a report's text."""
