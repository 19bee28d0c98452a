"""What the tests of this folder share: parsed reports with their places, from texts made up for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.language import parse
from dragoman.model import Report, Source
from dragoman.places import add_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from dragoman.model import Place

    DocOf = Callable[[str], Doc]
    PlacedOf = Callable[[str], Report]
    PlacesOf = Callable[[str], dict[str, Place]]


def report_of(text: str) -> Report:
    """A parsed report of the text."""
    return parse(Report("r", Source("-", "0"), None, text, 0))


@pytest.fixture(scope="session")
def doc() -> DocOf:
    """A function from a text to its parse."""

    def run(text: str) -> Doc:
        parsed = report_of(text).parse
        assert parsed is not None
        return parsed

    return run


@pytest.fixture(scope="session")
def placed() -> PlacedOf:
    """A function from a text to its report with places."""
    return lambda text: add_places(report_of(text))


@pytest.fixture(scope="session")
def places() -> PlacesOf:
    """A function from a text to its places by their words; of equal words the last."""
    return lambda text: {one.span.of(text): one for one in add_places(report_of(text)).places}
