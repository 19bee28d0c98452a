from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.record import Query
from dragoman.web.periods import counted
from dragoman.web.wording import days, number

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from dragoman.web.desk import Desk


def test_the_chart_counts_what_the_list_has(client: TestClient) -> None:
    for asked in ("", "?type=CONSULT", "?country=PRK", "?from=2013-03&to=2013-03", "?words=nothing"):
        data = client.get(f"/timeline.json{asked}").json()
        assert sum(one["events"] for one in data["counts"]) + data["elsewhere"] == data["total"] == len(data["events"])
        assert all(one["conflict"] + one["cooperation"] + one["statements"] == one["events"] for one in data["counts"])


@pytest.mark.parametrize(
    ("query", "by"),
    [
        (Query(), "day"),
        (Query(first=date(2013, 3, 1), last=date(2013, 3, 31)), "day"),
        (Query(first=date(2013, 1, 1), last=date(2013, 12, 31)), "week"),
        (Query(first=date(2013, 1, 1), last=date(2020, 12, 31)), "day"),
        (Query(first=date(1900, 1, 1), last=date(2020, 12, 31)), "year"),
    ],
)
def test_the_period_is_as_fine_as_the_days_allow(desk: Desk, query: Query, by: str) -> None:
    with desk.store() as store:
        assert counted(store, query).by == by


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, "undated"),
        (date(2013, 6, 27), None, "2013-06-27"),
        (date(2013, 6, 27), date(2013, 6, 27), "2013-06-27"),
        (date(2013, 6, 27), date(2013, 6, 30), "2013-06-27 to 2013-06-30"),
        (date(2012, 2, 1), date(2012, 2, 29), "2012-02"),
        (date(2013, 1, 1), date(2013, 12, 31), "2013"),
        (date(9999, 12, 1), date(9999, 12, 31), "9999-12"),
    ],
)
def test_days_are_said_as_exactly_as_they_are_known(first: date | None, last: date | None, said: str) -> None:
    assert days(first, last) == said


def test_thousands_stand_apart() -> None:
    assert number(1234567) == "1\u202f234\u202f567"


def test_the_pages_of_a_list_hold_every_row_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [row["id"] for row in client.get("/timeline.json").json()["events"]]
    monkeypatch.setattr("dragoman.web.filtering.ROWS", 2)
    monkeypatch.setattr("dragoman.web.pages.timeline.ROWS", 2)
    pages = [client.get(f"/timeline.json?page={number}").json()["events"] for number in range(1, 5)]
    assert [row["id"] for page in pages for row in page] == whole
    assert 'rel="next"' in client.get("/timeline").text
    assert 'rel="prev"' in client.get("/timeline?page=2&status=").text
