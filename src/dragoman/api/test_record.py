"""A record opened in Python: its questions, their filters, and what pandas and polars make of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pytest

import dragoman
from dragoman.analysis.test_analysis import corpus, stored
from dragoman.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.api.record import Record

QUESTIONS = ("timeline", "events", "sides", "quotes", "actors", "reports", "dyads")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("opened") / "a.duckdb"
    stored(made, corpus()).close()
    return made


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with dragoman.open(path) as opened:
        yield opened


def ask(record: Record, name: str, **filters: Any) -> Any:
    return getattr(record, name)(**filters)


@pytest.mark.parametrize("name", QUESTIONS)
def test_pandas_and_polars_take_every_answer(record: Record, name: str) -> None:
    answer = ask(record, name)
    assert answer.num_rows > 0
    assert isinstance(answer.to_pandas(), pd.DataFrame)
    frame = pl.from_arrow(answer)
    assert isinstance(frame, pl.DataFrame)
    assert frame.height == len(answer.to_pandas()) == answer.num_rows
    assert frame.columns == answer.column_names


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize(
    "filters",
    [
        {"actor": "Park"},
        {"country": "South Korea"},
        {"dyad": ("CHN", "KOR")},
        {"dyad": "CHN, KOR"},
        {"outlet": "Post"},
        {"words": "met"},
        {"first": "2013-03", "last": "2013-04"},
        {"type": "consult"},
        {"status": "actual"},
        {"limit": 1},
    ],
)
def test_every_filter_narrows_every_question(record: Record, name: str, filters: dict[str, Any]) -> None:
    everything, kept = ask(record, name), ask(record, name, **filters)
    assert kept.schema == everything.schema
    assert 0 <= kept.num_rows <= everything.num_rows


def test_filters_hold_together(record: Record) -> None:
    assert record.events(dyad=("CHN", "KOR"), outlet="Star", type="THREATEN")["id"].to_pylist() == ["r2:e2"]


def test_a_dyad_is_named_by_its_sides_or_as_a_filter(record: Record) -> None:
    by_sides = record.dyads("CHN", "KOR", by="month")
    assert by_sides.equals(record.dyads(dyad=("CHN", "KOR"), by="month"))
    assert by_sides["events"].to_pylist() == [1, 1, 1]


def test_answers_outlive_the_record(path: Path) -> None:
    with dragoman.open(path) as opened:
        answer = opened.events()
    assert answer["trigger"].to_pylist()[0] == "accused"


def test_an_export_says_what_it_wrote(record: Record, tmp_path: Path) -> None:
    written = record.export("csv", tmp_path / "tables", dyad="CHN, KOR")
    assert {one.name for one in written} == {one.name for one in (tmp_path / "tables").iterdir()}
    assert len(pd.read_csv(tmp_path / "tables" / "events.csv")) == 5


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda record: record.events(type="WAR"), "'WAR' is not known"),
        (lambda record: record.events(dyad="CHN"), "has not two sides"),
        (lambda record: record.dyads("CHN"), "has not two sides"),
        (lambda record: record.dyads("CHN", "KOR", by="decade"), "'decade' is no period; use one of day, week, month"),
        (lambda record: record.export("xlsx", "out"), "'xlsx' is not known"),
    ],
)
def test_what_can_not_be_meant_is_said(record: Record, call: Any, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        call(record)


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no record here"):
        dragoman.open(tmp_path / "none.duckdb")
