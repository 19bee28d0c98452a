from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.merge import merge
from dragoman.merge.test_made import CHINA, KOREA, MINISTRY, NORTH, PARK, XI, Said, day, made
from dragoman.model import Event, EventDate, Interval, Place, Quotation, Span
from dragoman.record import Query, Run, Store, actors, events, quotes, reports, tellings, timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pyarrow as pa

    from dragoman.model import Report

ALL = Query()
HOSTILE = "'); DROP TABLE reports; --"
MET = Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20))
ACCUSED = Said("North Korea accused South Korea.", "accused", (NORTH,), (KOREA,), "ACCUSE", day=day(15))
PLANNED = Said("China will receive Park Geun-hye.", "receive", (CHINA,), (PARK,), "AGREE", "planned")


def corpus() -> list[Report]:
    quoted = made("r2", replace(MET, by=MINISTRY), on=day(22))
    quote = Quotation(Span(0, 10), direct=True, cue=Span(11, 14), speaker="a1", speaker_span=Span(0, 10))
    place = Place(Span(15, 19), "Beijing", "CHN", 39.9, 116.4, 1816670)
    event = replace(quoted.events[0], place=place)
    return [
        made("r1", MET, ACCUSED, title=HOSTILE, on=day(21)),
        replace(quoted, quotes=(quote,), events=(event,)),
        made("r3", PLANNED),
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    run = Run.begin(program="0.1.0", codebook="2021")
    with Store.open(tmp_path / "a.duckdb", create=True) as opened:
        opened.write(corpus(), run)
        opened.replace_merged(merge(corpus()), run)
        yield opened


def column(table: pa.Table, name: str) -> list[object]:
    values: list[object] = table[name].to_pylist()
    return values


def test_the_timeline_has_each_real_event_once_by_day(store: Store) -> None:
    table = timeline(store, ALL)
    assert column(table, "type") == ["ACCUSE", "CONSULT", "AGREE"]
    assert table.to_pylist()[1] == {
        "id": table["id"][1].as_py(),
        "date_from": date(2013, 3, 20),
        "date_to": date(2013, 3, 20),
        "who": ["Xi Jinping"],
        "type": "CONSULT",
        "whom": ["Park Geun-hye"],
        "status": "actual",
        "place": "Beijing",
        "reports": 2,
        "independent_sources": 1,
        "reported_by": ["Ministry of Foreign Affairs of China"],
        "report": "r1",
        "event": "e1",
        "title": HOSTILE,
        "path": "r1.txt",
        "words": "met",
        "verdict": None,
        "judged_by": None,
        "corrected": [],
        "corrected_by": [],
    }


def test_events_come_with_the_words_that_say_them(store: Store) -> None:
    table = events(store, ALL)
    assert column(table, "id") == ["r1:e2", "r1:e1", "r2:e1", "r3:e1"]
    texts = {report.id: report.text for report in corpus()}
    for row in table.to_pylist():
        text = texts[row["report"]]
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        assert text[row["evidence_start"] : row["evidence_end"]] == row["evidence"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(first=day(20)), ["r1:e1", "r2:e1"]),
        (Query(last=day(15)), ["r1:e2"]),
        (Query(first=day(16), last=day(19)), []),
        (Query(actor="park"), ["r1:e1", "r2:e1", "r3:e1"]),
        (Query(actor="ministry of"), ["r2:e1"]),
        (Query(actor="%"), []),
        (Query(country="PRK"), ["r1:e2"]),
        (Query(actor="north", country="KOR"), []),
        (Query(type="AGREE"), ["r3:e1"]),
        (Query(status="planned"), ["r3:e1"]),
        (Query(limit=1), ["r1:e2"]),
        (Query(actor=HOSTILE), []),
    ],
)
def test_events_are_filtered(store: Store, query: Query, ids: list[str]) -> None:
    assert column(events(store, query), "id") == ids


@pytest.mark.parametrize(
    ("query", "types"),
    [
        (Query(first=day(16)), ["CONSULT"]),
        (Query(actor="north"), ["ACCUSE"]),
        (Query(country="CHN"), ["CONSULT", "AGREE"]),
        (Query(type="CONSULT"), ["CONSULT"]),
        (Query(status="planned"), ["AGREE"]),
        (Query(limit=2), ["ACCUSE", "CONSULT"]),
    ],
)
def test_the_timeline_is_filtered(store: Store, query: Query, types: list[str]) -> None:
    assert column(timeline(store, query), "type") == types


def test_an_event_is_found_by_both_its_ids(store: Store) -> None:
    [merged] = column(timeline(store, Query(type="CONSULT")), "id")
    assert column(tellings(store, str(merged)), "id") == ["r1:e1", "r2:e1"]
    assert column(tellings(store, "r2:e1"), "reported_by") == ["Ministry of Foreign Affairs of China"]
    assert tellings(store, "e00000000").num_rows == 0
    assert tellings(store, "r3:e1").schema == events(store, ALL).schema


def test_quotes_come_with_their_speakers(store: Store) -> None:
    [row] = quotes(store, ALL).to_pylist()
    assert row["speaker"] == "Xi Jinping"
    assert (row["words"], row["start"], row["end"], row["cue"]) == ("Xi Jinping", 0, 10, "met")
    assert row["office"] == "President of China"
    assert row["speaker_words"] == "Xi Jinping"
    assert quotes(store, Query(actor="Park")).num_rows == 0
    assert quotes(store, Query(country="CHN", first=day(22), last=day(22))).num_rows == 1


def test_actors_are_counted_over_all_reports(store: Store) -> None:
    table = actors(store, ALL)
    park = next(row for row in table.to_pylist() if row["name"] == "Park Geun-hye")
    assert (park["reports"], park["mentions"], park["events"], park["quotes"]) == (3, 3, 3, 0)
    assert park["offices"] == ["President of South Korea"]
    counts = [row["mentions"] for row in table.to_pylist()]
    assert counts == sorted(counts, reverse=True)
    assert column(actors(store, Query(type="ACCUSE")), "name") == ["North Korea", "South Korea"]


def test_reports_are_listed_with_what_was_found(store: Store) -> None:
    table = reports(store, ALL)
    assert column(table, "id") == ["r1", "r2", "r3"]
    assert column(table, "events") == [2, 1, 1]
    assert column(table, "title") == [HOSTILE, None, None]
    assert None not in column(table, "story")
    assert column(reports(store, Query(type="AGREE")), "id") == ["r3"]
    assert column(reports(store, Query(first=day(22))), "id") == ["r2"]


def test_reports_say_of_which_report_they_are_copies(tmp_path: Path) -> None:
    copied = [made("r1", MET, ACCUSED, on=day(22)), made("r2", MET, ACCUSED, on=day(21)), made("r3", PLANNED)]
    run = Run.begin(program="1", codebook="1")
    with Store.open(tmp_path / "c.duckdb", create=True) as store:
        store.write(copied, run)
        store.replace_merged(merge(copied), run)
        table = reports(store, ALL)
    assert dict(zip(column(table, "id"), column(table, "copy_of"), strict=True)) == {"r1": "r2", "r2": None, "r3": None}


@pytest.mark.parametrize("ask", [timeline, events, quotes, actors, reports])
def test_an_empty_record_answers_with_empty_tables_of_the_same_columns(
    store: Store, tmp_path: Path, ask: Callable[[Store, Query], pa.Table]
) -> None:
    with Store.open(tmp_path / "empty.duckdb", create=True) as empty:
        assert ask(empty, ALL).num_rows == 0
        assert ask(empty, ALL).schema == ask(store, ALL).schema


@pytest.mark.parametrize("ask", [timeline, events, quotes, actors, reports])
def test_every_column_is_named_in_the_docstring(store: Store, ask: Callable[[Store, Query], pa.Table]) -> None:
    for name in ask(store, ALL).column_names:
        assert name in (ask.__doc__ or "")


def test_an_event_that_spans_the_days_asked_for_is_found(tmp_path: Path) -> None:
    report = made("r1", MET)
    long: Event = replace(report.events[0], date=EventDate(Interval(day(1), day(31)), "expression"))
    with Store.open(tmp_path / "b.duckdb", create=True) as store:
        store.write([replace(report, events=(long,))], Run.begin(program="1", codebook="1"))
        assert column(events(store, Query(first=day(10), last=day(11))), "id") == ["r1:e1"]
