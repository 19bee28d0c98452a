"""What triage skips is kept, counted, named and, when asked for, coded after all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import dragoman
from dragoman.api.triaging import beside_skipped
from dragoman.errors import InputError
from dragoman.model import Report, Source
from dragoman.siblings import in_windows
from dragoman.triage import SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.api.outcomes import Outcome

RECIPE = (
    "Rinse the beans, cover them with cold water and leave them overnight. Fry two onions until they are soft, add the "
    "garlic and stir. Our tasters in Lima liked it on Tuesday with a squeeze of lemon. "
) * 4
NEWS = "Chile summoned the Peruvian ambassador on Tuesday over a map, the foreign ministry in Santiago said."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [{"id": "recipe", "text": RECIPE}, {"id": "protest", "text": NEWS, "date": "2014-03-05"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def found(record: Path) -> dict[str, int]:
    """How many actors and times each report of a record has."""
    with dragoman.open(record) as opened:
        return {row["id"]: row["actors"] + row["times"] for row in opened.reports().to_pylist()}


def test_what_is_skipped_is_in_the_record_counted_and_named(news: Path, tmp_path: Path) -> None:
    outcomes: list[Outcome] = []
    result = dragoman.read(news, store=tmp_path / "r.duckdb", on_outcome=outcomes.append)
    assert (result.read, result.skipped) == (2, 1)
    assert [(one.report, one.detail) for one in outcomes if one.kind == "skipped"] == [("recipe", SKIPPED)]
    counts = found(tmp_path / "r.duckdb")
    assert counts["recipe"] == 0
    assert counts["protest"] > 0


def test_what_was_skipped_is_coded_once_triage_is_off(news: Path, tmp_path: Path) -> None:
    store = tmp_path / "r.duckdb"
    dragoman.read(news, store=store)
    assert dragoman.read(news, store=store).unchanged == 2
    result = dragoman.read(news, store=store, triage=False)
    assert (result.read, result.unchanged, result.skipped) == (1, 1, 0)
    assert found(store)["recipe"] > 0


def test_what_was_coded_is_not_skipped_when_it_is_coded_again(news: Path, tmp_path: Path) -> None:
    store = tmp_path / "r.duckdb"
    dragoman.read(news, store=store, triage=False)
    before = found(store)
    assert dragoman.read(news, store=store, again=True).skipped == 0
    assert found(store) == before


def test_extract_finds_all_in_every_report_unless_triage_is_asked_for(news: Path) -> None:
    every, some = (list(dragoman.extract(news, triage=triage)) for triage in (False, True))
    assert [one.id for one in every] == [one.id for one in some] == ["recipe", "protest"]
    assert every[0].times
    assert not some[0].times
    assert some[1] == every[1]


def test_a_failure_within_a_window_is_raised_after_what_the_window_held() -> None:
    def incoming() -> Iterator[Report]:
        yield Report("r1", Source("a", "0"), None, NEWS, 0)
        raise InputError("broken", where="b", do="mend it")

    stream = beside_skipped(incoming(), in_windows, triage=True)
    assert next(stream).id == "r1"
    with pytest.raises(InputError, match="broken"):
        next(stream)


def test_a_failure_ends_the_stream_after_what_came_before_it() -> None:
    def incoming() -> Iterator[Report]:
        yield Report("r1", Source("a", "0"), None, RECIPE, 0)
        raise InputError("broken", where="b", do="mend it")

    def held_back(reports: Iterator[Report]) -> Iterator[Report]:
        yield from list(reports)

    stream = beside_skipped(incoming(), held_back, triage=True)
    assert next(stream).id == "r1"
    with pytest.raises(InputError, match="broken"):
        next(stream)
