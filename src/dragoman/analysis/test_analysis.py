"""What a record answers once it is narrowed, and what its dyads did to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from dragoman import analysis
from dragoman.analysis import Chosen, Narrow, Side, dyads
from dragoman.merge import merge
from dragoman.merge.test_made import CHINA, KOREA, NORTH, PARK, XI, Said, day, made
from dragoman.model import EventDate, Interval, Quotation, Span
from dragoman.record import Query, Run, Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.model import Report

CHN, KOR, PRK = Side("CHN"), Side("KOR"), Side("PRK")
MET = Said("Xi Jinping met Park Geun-hye.", "met", (XI, PARK), (XI, PARK), day=day(20))
ACCUSED = Said("North Korea accused South Korea.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(15))
WARNED = Said("China threatened South Korea.", "threatened", (CHINA,), (KOREA,), "THREATEN", day=day(36))
PLANNED = Said("China will receive Park Geun-hye.", "receive", (CHINA,), (PARK,), "AGREE", "planned", day(36))
UNDATED = Said("South Korea rebuffed China.", "rebuffed", (KOREA,), (CHINA,), "REJECT")
SCORES = {"met": 1.0, "threatened": -6.0, "rebuffed": None, "accused": -2.0}


def scored(report: Report) -> Report:
    text = report.text
    events = tuple(replace(one, goldstein=SCORES.get(one.trigger.of(text))) for one in report.events)
    return replace(report, events=events)


def corpus() -> list[Report]:
    spoken = Quotation(Span(0, 10), direct=True, speaker="a1", addressee="a2")
    return [
        replace(scored(made("r1", MET, ACCUSED, on=day(21), outlet="Morning Post")), quotes=(spoken,)),
        scored(made("r2", MET, WARNED, PLANNED, on=day(36), outlet="Evening Star")),
        scored(made("r3", UNDATED)),
    ]


def stored(path: Path, reports: list[Report]) -> Store:
    run = Run.begin(program="0.1.0", codebook="2021")
    opened = Store.open(path, create=True)
    opened.write(reports, run)
    opened.replace_merged(merge(reports), run)
    return opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with stored(tmp_path / "a.duckdb", corpus()) as opened:
        yield opened


def ids(narrow: Narrow, store: Store, query: Query = Query()) -> list[str]:  # noqa: B008 - a frozen value
    found: list[str] = analysis.events(Chosen(store, query, narrow))["id"].to_pylist()
    return found


@pytest.mark.parametrize(
    ("narrow", "kept"),
    [
        (Narrow(), ["r1:e2", "r1:e1", "r2:e1", "r2:e2", "r2:e3", "r3:e1"]),
        (Narrow(dyad=(CHN, KOR)), ["r1:e1", "r2:e1", "r2:e2", "r2:e3", "r3:e1"]),
        (Narrow(dyad=(KOR, CHN)), ["r1:e1", "r2:e1", "r2:e2", "r2:e3", "r3:e1"]),
        (Narrow(dyad=(Side(name="xi jin"), Side(name="park"))), ["r1:e1", "r2:e1"]),
        (Narrow(dyad=(PRK, CHN)), []),
        (Narrow(outlet="star"), ["r2:e1", "r2:e2", "r2:e3"]),
        (Narrow(words="REBUFFED"), ["r3:e1"]),
        (Narrow(words="%"), []),
        (Narrow(dyad=(CHN, KOR), outlet="Post"), ["r1:e1"]),
        (Narrow(words="'); DROP TABLE reports; --"), []),
    ],
)
def test_events_are_narrowed_and_keep_their_order(store: Store, narrow: Narrow, kept: list[str]) -> None:
    assert ids(narrow, store) == kept


def test_the_limit_counts_what_is_left(store: Store) -> None:
    assert ids(Narrow(outlet="star"), store, Query(limit=2)) == ["r2:e1", "r2:e2"]


def test_both_kinds_of_filter_hold_together(store: Store) -> None:
    assert ids(Narrow(dyad=(CHN, KOR)), store, Query(type="CONSULT")) == ["r1:e1", "r2:e1"]


def test_every_question_is_narrowed(store: Store) -> None:
    post = Chosen(store, narrow=Narrow(outlet="Post"))
    assert analysis.reports(post)["id"].to_pylist() == ["r1"]
    assert analysis.quotes(post)["report"].to_pylist() == ["r1"]
    assert sorted(analysis.timeline(post)["type"].to_pylist()) == ["ACCUSE", "CONSULT"]
    assert set(analysis.actors(post)["name"].to_pylist()) == {
        *("Xi Jinping", "Park Geun-hye", "North Korea", "South Korea")
    }
    assert set(analysis.sides(post)["event"].to_pylist()) == {"r1:e1", "r1:e2"}
    assert analysis.quotes(Chosen(store, narrow=Narrow(outlet="Star"))).num_rows == 0


def test_of_a_dyad_one_side_speaks_to_the_other(store: Store) -> None:
    assert analysis.quotes(Chosen(store, narrow=Narrow(dyad=(KOR, CHN)))).num_rows == 1
    assert analysis.quotes(Chosen(store, narrow=Narrow(dyad=(KOR, PRK)))).num_rows == 0


@pytest.mark.parametrize("question", [analysis.timeline, analysis.events, analysis.quotes, analysis.actors])
def test_an_empty_answer_has_the_columns_of_a_full_one(store: Store, question: Any) -> None:
    empty = question(Chosen(store, narrow=Narrow(words="nowhere said")))
    assert empty.num_rows == 0
    assert empty.schema == question(Chosen(store)).schema


def test_a_dyad_is_counted_month_by_month_each_real_event_once(store: Store) -> None:
    march, april, undated = dyads(Chosen(store, narrow=Narrow(dyad=(CHN, KOR))), "month").to_pylist()
    assert (march["a"], march["b"], march["period"]) == ("CHN", "KOR", date(2013, 3, 1))
    assert (march["events"], march["consult"], march["verbal_cooperation"]) == (1, 1, 1)
    assert (march["forth"], march["back"]) == (1, 1)
    assert (march["goldstein_sum"], march["goldstein_mean"]) == (1.0, 1.0)
    assert (april["period"], april["threaten"], april["verbal_conflict"]) == (date(2013, 4, 1), 1, 1)
    assert (april["agree"], april["forth"], april["back"]) == (0, 1, 0)
    assert (undated["period"], undated["reject"], undated["back"]) == (None, 1, 1)
    assert (undated["goldstein_sum"], undated["goldstein_mean"]) == (None, None)


def test_types_and_quads_add_up_to_the_events(store: Store) -> None:
    for row in dyads(Chosen(store), "day").to_pylist():
        quads = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
        assert sum(row[quad] for quad in quads) == row["events"]
        assert sum(count for name, count in list(row.items())[12:]) == row["events"]


def test_what_is_planned_is_a_series_of_its_own(store: Store) -> None:
    chosen = Chosen(store, Query(status="planned"), Narrow(dyad=(CHN, KOR)))
    [row] = dyads(chosen, "year").to_pylist()
    assert (row["period"], row["agree"], row["events"]) == (date(2013, 1, 1), 1, 1)


def test_without_sides_every_two_countries_are_counted_most_first(store: Store) -> None:
    rows = dyads(Chosen(store)).to_pylist()
    assert [(row["a"], row["b"], row["events"]) for row in rows] == [("CHN", "KOR", 3), ("KOR", "PRK", 1)]
    assert rows[1]["back"] == 1
    assert dyads(Chosen(store, Query(limit=1))).num_rows == 1


@pytest.mark.parametrize(
    ("query", "narrow", "events"),
    [
        (Query(actor="Park"), Narrow(), 1),
        (Query(country="PRK"), Narrow(), 0),
        (Query(type="THREATEN"), Narrow(), 1),
        (Query(first=day(25)), Narrow(), 1),
        (Query(), Narrow(outlet="Post"), 1),
        (Query(), Narrow(words="threatened"), 1),
        (Query(), Narrow(words="said nowhere"), 0),
    ],
)
def test_a_series_is_narrowed(store: Store, query: Query, narrow: Narrow, events: int) -> None:
    table = dyads(Chosen(store, query, narrow._replace(dyad=(CHN, KOR))))
    assert sum(table["events"].to_pylist()) == events


def test_an_event_whose_days_lie_in_two_periods_is_in_none(tmp_path: Path) -> None:
    report = made("r1", MET)
    long = replace(report.events[0], date=EventDate(Interval(day(31), day(32)), "report"))
    with stored(tmp_path / "b.duckdb", [replace(report, events=(long,))]) as store:
        chosen = Chosen(store, narrow=Narrow(dyad=(CHN, KOR)))
        assert dyads(chosen, "month")["period"].to_pylist() == [None]
        assert dyads(chosen, "year")["period"].to_pylist() == [date(2013, 1, 1)]


def test_every_column_is_named_in_the_docstring(store: Store) -> None:
    for name in dyads(Chosen(store)).column_names[:12]:
        assert name in (dyads.__doc__ or "")
    for name in analysis.sides(Chosen(store)).column_names:
        assert name in (analysis.sides.__doc__ or "")
