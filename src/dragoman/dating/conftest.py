"""What the tests of this folder share: undated reports of texts made up for the test, and a table of votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.actors import add_actors
from dragoman.dating import contests, cycles, generic, runs, states
from dragoman.knowledge import occasions, table
from dragoman.language import parse
from dragoman.model import Report, Source
from dragoman.times import add_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Undated = Callable[..., Report]

VOTES = (
    ("Ohio primaries 2016", "Ohio primary|Ohio primaries", "primary", "Kasich", "Ohio", "2016-03-15", "2016-03-15"),
    ("Ohio primaries 2012", "Ohio primary|Ohio primaries", "primary", "Romney", "Ohio", "2012-03-06", "2012-03-06"),
    ("Second debate 2016", "debate in St. Louis", "debate", "Clinton", "St. Louis", "2016-10-09", "2016-10-09"),
    ("First debate 2016", "debate at Hofstra", "debate", "Clinton", "Hofstra", "2016-09-26", "2016-09-26"),
    ("John Kasich, candidate 2016", "John Kasich", "candidacy", "", "", "2015-07-21", "2016-05-04"),
    ("Marco Rubio, candidate 2016", "Marco Rubio", "candidacy", "", "", "2015-04-13", "2016-03-15"),
    ("Mitt Romney, candidate 2012", "Mitt Romney", "candidacy", "", "", "2011-06-02", "2012-11-06"),
    ("Mitt Romney, presumptive 2012", "Mitt Romney", "presumptive nominee", "", "", "2012-04-24", "2012-08-28"),
    ("Mitt Romney, nominee 2012", "Mitt Romney", "nominee", "", "", "2012-08-28", "2012-11-06"),
)
_COLUMNS = ("name", "aliases", "kind", "context", "place", "first", "last")
_CACHES = (
    occasions.occasions,
    occasions._by_first_words,  # noqa: SLF001 - the test's own table must take the place of what was read before
    occasions._named_in,  # noqa: SLF001
    contests.held_in,
    contests.places,
    contests._pattern,  # noqa: SLF001
    generic._of_kind,  # noqa: SLF001
    runs._race,  # noqa: SLF001
    cycles.cycles,
    cycles.first_places,
    states._outcome,  # noqa: SLF001
    states._contest,  # noqa: SLF001
)


@pytest.fixture(scope="session")
def undated() -> Undated:
    """A function from a text to its report with parse, times and actors, and no date."""

    def run(text: str, *, url: str | None = None) -> Report:
        report = parse(Report("r", Source("-", "0", url=url), None, text, 0))
        return add_actors(add_times(report))

    return run


@pytest.fixture
def votes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A small table of American votes instead of the whole one."""
    rows = [{**dict(zip(_COLUMNS, row, strict=True)), "source": "test"} for row in VOTES]
    monkeypatch.setattr(occasions, "rows", lambda file: rows if file == "occasions.csv" else table.rows(file))
    for each in _CACHES:
        each.cache_clear()
    yield
    for each in _CACHES:
        each.cache_clear()
