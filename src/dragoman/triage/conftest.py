"""Reports to decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.model import Report, Source

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def report_of() -> Callable[[str], Report]:
    """Who makes a report of a text."""
    return lambda text: Report("r1", Source("a.txt", "0" * 64), None, text, 0)
