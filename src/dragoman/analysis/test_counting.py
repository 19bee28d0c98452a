"""Events counted: by period, type, place and partner; what filters may be set to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman import analysis
from dragoman.analysis import Chosen, Side, choices, partners, periods, places, types
from dragoman.analysis.test_analysis import store, stored
from dragoman.merge.test_made import PARK, XI, Said, day, made
from dragoman.model import Place, Span
from dragoman.record import Query, Store

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["store"]  # pytest finds the fixture by its name

PAIR = (Side("CHN"), Side("KOR"))


def test_a_month_counts_each_real_event_once_by_quad_class(store: Store) -> None:
    march, april, undated = periods(Chosen(store), "month").to_pylist()
    assert (march["period"], march["events"]) == (date(2013, 3, 1), 2)
    assert (march["verbal_cooperation"], march["verbal_conflict"]) == (1, 1)
    assert (april["period"], april["events"]) == (date(2013, 4, 1), 2)
    assert (undated["period"], undated["events"], undated["verbal_conflict"]) == (None, 1, 1)


@pytest.mark.parametrize("query", [Query(), Query(dyad=PAIR), Query(words="met"), Query(status="planned")])
@pytest.mark.parametrize("by", analysis.PERIODS)
def test_periods_and_types_add_up_to_the_timeline(store: Store, query: Query, by: analysis.Period) -> None:
    chosen = Chosen(store, query)
    whole = analysis.timeline(chosen).num_rows
    assert sum(periods(chosen, by)["events"].to_pylist()) == whole == analysis.count(chosen, "timeline")
    assert sum(types(chosen)["events"].to_pylist()) == whole


def test_types_come_with_their_quad_class_most_first(store: Store) -> None:
    rows = types(Chosen(store)).to_pylist()
    assert {row["type"]: row["quad"] for row in rows}["THREATEN"] == "VERBAL CONFLICT"
    assert [row["events"] for row in rows] == sorted((row["events"] for row in rows), reverse=True)


def test_partners_are_counted_in_both_directions(store: Store) -> None:
    rows = {row["name"]: row for row in partners(Chosen(store, Query(country="CHN"))).to_pylist()}
    assert set(rows) == {"Park Geun-hye", "South Korea"}
    assert (rows["South Korea"]["events"], rows["South Korea"]["forth"], rows["South Korea"]["back"]) == (2, 1, 1)
    [park] = partners(Chosen(store, Query(actor="xi jin"))).to_pylist()
    assert (park["name"], park["events"], park["forth"], park["back"]) == ("Park Geun-hye", 1, 1, 1)
    assert partners(Chosen(store)).num_rows == 0


def test_places_are_those_of_the_events_that_are_kept(tmp_path: Path) -> None:
    report = made("r1", Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20)))
    place = Place(Span(0, 2), "Beijing", "CHN", 39.9, 116.4, 1816670)
    with stored(tmp_path / "b.duckdb", [replace(report, events=(replace(report.events[0], place=place),))]) as store:
        expected = {"place": "Beijing", "country": "CHN", "lat": 39.9, "lon": 116.4, "events": 1}
        assert places(Chosen(store)).to_pylist() == [expected]
        assert places(Chosen(store, Query(type="CONSULT"))).to_pylist() == [expected]
        assert places(Chosen(store, Query(type="AID"))).num_rows == 0


def test_choices_are_what_filters_may_be_set_to(store: Store) -> None:
    rows = choices(store).to_pylist()
    found = {name: [row["value"] for row in rows if row["filter"] == name] for name in ("type", "status", "outlet")}
    assert sorted(found["outlet"]) == ["Evening Star", "Morning Post"]
    assert found["status"] == ["actual", "planned"]
    for value in found["type"]:
        assert analysis.timeline(Chosen(store, Query(type=value))).num_rows > 0


@pytest.mark.parametrize("question", [types, places, partners])
def test_every_column_is_named_in_the_docstring(store: Store, question: object) -> None:
    for name in question(Chosen(store)).column_names:  # type: ignore[operator]
        assert name in (question.__doc__ or "")
    for name in periods(Chosen(store), "day").column_names:
        assert name in (periods.__doc__ or "")
    for name in choices(store).column_names:
        assert name in (choices.__doc__ or "")
