"""Questions narrowed: to a pair, an outlet, words; a page at a time; with what people rejected; and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.test_made import KOREA, PARK, XI, Said, day, made
from dragoman.model import Actor
from dragoman.record import Kind, Query, Run, Side, Store, actors, count, events, quotes, reports, timeline
from dragoman.record.seeking import passages, sought
from dragoman.record.test_queries import ACCUSED, MET, corpus, store

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

__all__ = ["store"]  # pytest finds the fixture by its name

CHN, KOR, PRK = Side("CHN"), Side("KOR"), Side("PRK")
LISTS = {"timeline": timeline, "events": events, "quotes": quotes, "actors": actors, "reports": reports}
FILTERS = [
    Query(),
    Query(dyad=(CHN, KOR)),
    Query(dyad=(Side(name="XI J"), Side(name="park"))),
    Query(words="Accused"),
    Query(outlet="nowhere"),
    Query(first=day(16), country="CHN"),
    Query(type="CONSULT", dyad=(KOR, CHN)),
    Query(rejected=True),
]


def column(table: pa.Table, name: str) -> list[object]:
    values: list[object] = table[name].to_pylist()
    return values


def rejected(store: Store, *events: str) -> None:
    """Let people have rejected the first event of a report, as far as a question sees it."""
    for one in events:
        report, event = one.split(":")
        values = {"report": report, "event": event}
        for table in ("events", "roles", "actors", "evidence", "reports"):
            store.connection.execute(
                f"INSERT INTO coded.{table} BY NAME FROM main.{table} WHERE report = $report", {"report": report}
            )
        for table in ("events", "roles", "members"):
            store.connection.execute(f"DELETE FROM main.{table} WHERE report = $report AND event = $event", values)
        store.connection.execute(
            "INSERT INTO rulings VALUES ('run', 'j', $report, $event, 'reject', 'on', NULL, NULL, TRUE)", values
        )


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(dyad=(CHN, KOR)), ["r1:e1", "r2:e1", "r3:e1"]),
        (Query(dyad=(KOR, CHN)), ["r1:e1", "r2:e1", "r3:e1"]),
        (Query(dyad=(CHN, CHN)), []),
        (Query(dyad=(Side(name="north"), KOR)), ["r1:e2"]),
        (Query(dyad=(CHN, KOR), words="MET PARK"), ["r1:e1", "r2:e1"]),
        (Query(actor="xi", country="CHN"), ["r1:e1", "r2:e1"]),
        (Query(actor="xi", country="KOR"), []),
        (Query(words="accused"), ["r1:e2"]),
        (Query(words="%"), []),
        (Query(actor="\tCHN"), []),
        (Query(limit=2, offset=1), ["r1:e1", "r2:e1"]),
        (Query(offset=9), []),
    ],
)
def test_filters_hold_together_and_pages_follow_each_other(store: Store, query: Query, ids: list[str]) -> None:
    assert column(events(store, query), "id") == ids


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("query", FILTERS)
def test_the_count_is_that_of_the_rows_whatever_the_page(store: Store, kind: Kind, query: Query) -> None:
    assert count(store, kind, replace(query, limit=1, offset=5)) == LISTS[kind](store, query).num_rows


@pytest.mark.parametrize("kind", get_args(Kind))
def test_pages_together_are_the_whole(store: Store, kind: Kind) -> None:
    whole = LISTS[kind](store, Query()).to_pylist()
    pages = [LISTS[kind](store, Query(limit=2, offset=at)).to_pylist() for at in range(0, len(whole), 2)]
    assert [row for page in pages for row in page] == whole


def test_rejected_events_are_narrowed_as_the_others_are(store: Store) -> None:
    rejected(store, "r1:e2")
    assert column(events(store, Query(rejected=True)), "id") == ["r1:e2", "r1:e1", "r2:e1", "r3:e1"]
    assert column(events(store, Query(rejected=True, dyad=(PRK, KOR))), "id") == ["r1:e2"]
    assert column(events(store, Query(rejected=True, words="accused")), "id") == ["r1:e2"]
    assert column(events(store, Query(rejected=True, dyad=(CHN, KOR), limit=1)), "id") == ["r1:e1"]
    assert column(events(store, Query(rejected=True, limit=2, offset=1)), "id") == ["r1:e1", "r2:e1"]
    assert events(store, Query(words="accused")).num_rows == 0


def test_the_timeline_has_the_rejected_ones_of_a_pair_too(store: Store) -> None:
    rejected(store, "r1:e2")
    assert column(timeline(store, Query(rejected=True, dyad=(PRK, KOR))), "id") == ["r1:e2"]
    assert count(store, "timeline", Query(rejected=True, dyad=(PRK, KOR))) == 1


def test_reports_are_found_by_any_paragraph_in_any_case(store: Store) -> None:
    assert column(reports(store, Query(words="ACCUSED south")), "id") == ["r1"]
    assert reports(store, Query(words="nowhere said")).num_rows == 0


def test_nobody_acts_on_himself(tmp_path: Path) -> None:
    both = made("r1", Said("Xi Jinping met Park Geun-hye.", "met", (XI, PARK), (XI, PARK), day=day(20)))
    with Store.open(tmp_path / "b.duckdb", create=True) as store:
        store.write([both], Run.begin(program="1", codebook="1"))
        assert events(store, Query(dyad=(Side(name="xi"), Side(name="jinping")))).num_rows == 0
        assert events(store, Query(dyad=(Side(name="xi"), Side(name="n")))).num_rows == 1


def test_what_is_looked_for_stands_in_small_letters() -> None:
    report = made("r1", MET, ACCUSED)
    acting, acted_on, saying, words = sought(report, report.events[0])
    assert (acting, acted_on, saying) == ("\nxi jinping\tCHN\n", "\npark geun-hye\tKOR\n", "\n")
    assert words == "xi jinping met park geun-hye."
    assert "\n\n".join(text for _, text in passages(report)) == report.text.lower()


@given(name=st.text(min_size=1, max_size=8).map(str.lower), country=st.sampled_from(["KOR", None]))
def test_an_entry_never_shows_a_country_that_is_not_there(name: str, country: str | None) -> None:
    report = made("r1", Said("South Korea met China.", "met", (KOREA,), ()))
    report = replace(report, actors=tuple(Actor(one.id, name, "person", (), country) for one in report.actors))
    acting, *_ = sought(report, report.events[0])
    assert ("\tKOR\n" in acting) is (country == "KOR")


def test_the_corpus_has_what_these_tests_count_on() -> None:
    assert [report.id for report in corpus()] == ["r1", "r2", "r3"]
