from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from starlette.testclient import TestClient

from dragoman.merge import merge
from dragoman.merge.test_made import CHINA, NORTH, Said, day, made
from dragoman.record import Run
from dragoman.web.app import make_app
from dragoman.web.atom import Entry, Feed, written
from dragoman.web.conftest import HOST, OWN
from dragoman.web.desk import Desk
from dragoman.web.guard import Rules

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC).replace(tzinfo=None)


def keep(client: TestClient, name: str, **query: str) -> str:
    answer = client.post("/watch/keep", data={"name": name, **query}, headers=OWN, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def see(client: TestClient, page: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{page}.json").json()
    return found


def mark(client: TestClient, page: str, until: str | None = None) -> None:
    form = {"watch": page.rpartition("/")[2], "until": until or see(client, page)["until"], "back": page}
    assert client.post("/watch/seen", data=form, headers=OWN, follow_redirects=False).status_code == 303


def read_more(desk: Desk) -> None:
    """A second reading: a plan, and the accusation that is in the record already once more."""
    plan = Said("China will visit North Korea.", "visit", (CHINA,), (NORTH,), "CONSULT", "planned", day(40))
    run = Run.begin(program="0.1.0", codebook="2021")
    with desk.writing() as store:
        store.write([made("r9", plan, on=day(38))], run)
        store.replace_merged(merge(tuple(store.load_reports())), run)


def test_a_question_is_tried_kept_and_listed_with_what_is_new(client: TestClient) -> None:
    tried = client.get("/watch.json?status=planned").json()
    assert (tried["total"], [one["status"] for one in tried["events"]]) == (1, ["planned"])
    page = keep(client, "anything planned", status="planned")
    [listed] = client.get("/watch.json").json()["watches"]
    assert (listed["name"], listed["query"], listed["new"], listed["every"]) == (
        "anything planned",
        {"status": "planned"},
        1,
        1,
    )
    assert "anything planned" in client.get("/watch").text
    assert "never marked seen" in client.get(page).text


def test_what_was_seen_is_not_new_and_what_comes_later_is(client: TestClient, desk: Desk) -> None:
    page = keep(client, "anything planned", status="planned")
    mark(client, page)
    assert see(client, page)["new"] == 0
    read_more(desk)
    found = see(client, page)
    assert (found["new"], found["every"]) == (1, 2)
    assert found["events"][0]["whom"] == ["North Korea"]
    assert [one["new"] for one in found["events"]] == [True, False]


def test_only_what_stood_on_the_page_is_marked_as_seen(client: TestClient, desk: Desk) -> None:
    page = keep(client, "anything planned", status="planned")
    until = see(client, page)["until"]
    read_more(desk)
    mark(client, page, until)
    assert see(client, page)["new"] == 1
    mark(client, page, "9999-01-01")
    assert see(client, page)["new"] == 0
    assert datetime.fromisoformat(see(client, page)["seen"]).year < 9999


def test_what_somebody_says_about_somebody_is_asked_in_one_direction(client: TestClient) -> None:
    forth = client.get("/watch.json?by=KOR&about=CHN").json()
    back = client.get("/watch.json?by=CHN&about=Park&status=planned").json()
    assert [one["type"] for one in forth["events"] if one["type"] != "CONSULT"] == ["REJECT"]
    assert [one["type"] for one in back["events"]] == ["AGREE"]
    assert client.get("/watch.json?by=PRK&about=CHN").json()["total"] == 0
    assert client.get("/watch.json?type=statement").json()["total"] == 0


def test_the_feed_is_one_that_readers_take(client: TestClient) -> None:
    page = keep(client, "of Korea & <others>", country="KOR")
    answer = client.get(f"{page}.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert (feed.bozo, feed.version, feed.feed.title) == (False, "atom10", "of Korea & <others>")
    rows = {one["id"]: one for one in see(client, page)["events"]}
    assert len(feed.entries) == len(rows) > 2
    for entry in feed.entries:
        name = entry.link.rpartition("/")[2]
        assert entry.id == f"tag:dragoman,2026:event/{name}"
        assert entry.link == f"http://{HOST}/event/{name}"
        assert client.get(entry.link).status_code == 200
        came = datetime.fromisoformat(rows[name]["came"]).replace(microsecond=0)
        assert datetime(*entry.updated_parsed[:6]) == came  # noqa: DTZ001 - both are UTC
    assert client.get(f"{page}.atom").content == answer.content


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_words_make_a_feed_that_can_be_read(title: str, words: str) -> None:
    made_of = written(
        Feed("w1", title, "/watch/w1", "/watch/w1.atom", NOW, [Entry(title or "e", words, words, "/event/e", NOW)]),
        "http://x",
    )
    root = etree.fromstring(made_of)
    assert len(root.findall("{*}entry")) == 1
    assert not feedparser.parse(made_of).bozo


def test_a_question_is_forgotten(client: TestClient) -> None:
    page = keep(client, "anything planned", status="planned")
    client.post("/watch/forget", data={"watch": page.rpartition("/")[2]}, headers=OWN)
    assert client.get("/watch.json").json()["watches"] == []
    assert client.get(page).status_code == 404
    assert client.get(f"{page}.atom").status_code == 404


@pytest.mark.parametrize(
    "form",
    [{"name": "all"}, {"name": " ", "status": "planned"}, {"name": "a", "status": "odd"}, {"name": "a", "from": "x"}],
)
def test_what_is_no_question_is_not_kept(client: TestClient, form: dict[str, str]) -> None:
    assert client.post("/watch/keep", data=form, headers=OWN).status_code == 400
    assert client.get("/watch.json").json()["watches"] == []


def test_a_record_open_for_reading_only_shows_its_questions_and_keeps_none(client: TestClient, desk: Desk) -> None:
    page = keep(client, "anything planned", status="planned")
    desk.read_only = True
    assert "anything planned" in client.get("/watch").text
    assert see(client, page)["new"] == 1
    for name, form in (("keep", {"name": "a", "status": "denied"}), ("forget", {"watch": page.rpartition("/")[2]})):
        answer = client.post(f"/watch/{name}", data=form, headers=OWN)
        assert answer.status_code == 400
        assert "--read-only" in answer.text
    assert '<form method="post"' not in client.get("/watch?status=denied").text + client.get(page).text


def test_it_is_served_from_a_record_opened_read_only(record_path: Path) -> None:
    with Desk(record_path, read_only=True) as desk:
        app = make_app(desk, Rules(frozenset({HOST})))
        with TestClient(app, base_url=f"http://{HOST}") as client:
            assert client.get("/watch?status=planned").status_code == 200
            assert client.get("/brief").status_code == 200
            assert client.get("/review?reviewer=Ann").status_code == 200
