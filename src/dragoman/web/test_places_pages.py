from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from dragoman.web.actor_rows import actor_id, is_id
from dragoman.web.addresses import address

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGES = [
    "/actors",
    "/actors?country=KOR",
    address("/actor", "Xi Jinping"),
    address("/actor", "North Korea"),
    "/dyads",
    "/dyads?a=China",
    "/dyads?a=China&b=KOR",
    "/dyad/CHN/KOR",
    "/dyad/CHN/KOR?by=month&from=2013-06-01&to=2013-06-30",
    "/map",
    "/map?place=Nowhere&in=KOR",
    "/quotations",
    "/quotations?by=KOR&whom=CHN&about=Park&words=x&how=direct&kind=speech",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_has_a_twin(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    start, mark, asked = path.partition("?")
    data = client.get(f"{start}.json{mark}{asked}")
    assert data.status_code == 200
    assert isinstance(data.json(), dict)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_live_stands_in_a_page(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert not any(char in page for char in "\u202e\u202c\x1b")
    tree = html.fromstring(page)
    for one in tree.iter():
        assert not [name for name in one.attrib if name.startswith("on") or name == "style"]
        assert one.tag != "script" or one.get("src", "").startswith("/static/")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", ["/actors", address("/actor", "China"), "/dyads", "/dyad/CHN/KOR", "/quotations"])
def test_every_link_of_a_page_leads_somewhere(client: TestClient, path: str) -> None:
    links = {link.partition("#")[0] for link in html.fromstring(client.get(path).text).xpath("//main//a/@href")}
    for link in links - {""}:
        assert client.get(link).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (address("/actor", "Nobody"), 404),
        ("/actor/Q1", 404),
        ("/dyad/CHN/CHN", 400),
        ("/dyad/CHN/Atlantis", 400),
        ("/dyad/CHN/KOR?by=hour", 400),
        ("/dyad/CHN/KOR?from=2014&to=2013", 400),
        ("/dyads?a=Atlantis", 400),
        ("/map?country=Atlantis", 400),
        ("/quotations?how=loudly", 400),
        ("/quotations?kind=sung", 400),
        ("/quotations?from=soon", 400),
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"wikidata": "Q1", "kind": "person", "country": "CHN", "name": "A"}, "Q1"),
        ({"wikidata": None, "kind": "group", "country": None, "name": "a:b"}, "group::a:b"),
    ],
)
def test_an_actors_id_is_its_item_or_all_that_tells_it_apart(row: dict[str, str | None], name: str) -> None:
    assert actor_id(row) == name
    assert is_id(name)
    assert not is_id("A")


def test_an_actor_found_by_name_is_the_one_found_by_id(client: TestClient) -> None:
    named = client.get(f"{address('/actor', 'xi jinping')}.json").json()
    assert named["name"] == "Xi Jinping"
    assert client.get(f"{address('/actor', named['id'])}.json").json() == named


def test_an_actors_deeds_are_counted_once_and_towards_whom(client: TestClient) -> None:
    found = client.get(f"{address('/actor', 'Xi Jinping')}.json").json()
    [met] = [one for one in found["partners"] if one["name"] == "Park Geun-hye"]
    assert (met["events"], met["forth"], met["back"], met["verbal_cooperation"]) == (1, 1, 1, 1)
    [dyad] = [one for one in found["dyads"] if one["country"] == "KOR"]
    assert dyad["events"] == 1
    assert found["types"] == [{"type": "CONSULT", "events": 1, "actual": 1}]
    assert [one["type"] for one in found["events"]] == ["CONSULT"]


def test_what_only_is_to_happen_is_not_counted_as_done(client: TestClient) -> None:
    found = client.get(f"{address('/actor', 'Park Geun-hye')}.json").json()
    assert found["uncertain"]["not_actual"] == 1
    assert sum(one["not_actual"] for one in found["partners"]) == 1


def test_a_quotation_stands_with_its_speaker_and_leads_to_its_words(client: TestClient) -> None:
    [said] = client.get("/quotations.json").json()["quotations"]
    page = client.get("/quotations").text
    link = f"/report/{said['report']}#f-{said['card']}"
    assert link in page
    assert f'id="f-{said["card"]}"' in client.get(f"/report/{said['report']}").text
    assert client.get(f"/quotations.json?by={said['speaker']}").json()["total"] == 1
    assert client.get("/quotations.json?by=Nobody").json()["total"] == 0
    assert client.get("/quotations.json?how=reported").json()["total"] == 0


def test_a_dyads_periods_hold_all_that_its_total_holds(client: TestClient) -> None:
    for by in ("day", "week", "month", "year"):
        found = client.get(f"/dyad/CHN/KOR.json?by={by}").json()
        inside = sum(one["events"] for one in found["series"])
        assert inside + (found["elsewhere"] or {"events": 0})["events"] == found["total"]["events"] == 2


def test_the_events_behind_a_point_are_as_many_as_it_counts(client: TestClient) -> None:
    found = client.get("/dyad/CHN/KOR.json?by=month").json()
    for point in found["series"]:
        behind = client.get(f"/dyad/CHN/KOR.json?by=month&from={point['first']}&to={point['last']}").json()
        assert sum(one["counted"] for one in behind["events"]) == point["events"]


def test_dyads_of_one_country_have_it(client: TestClient) -> None:
    rows = client.get("/dyads.json?a=PRK").json()["dyads"]
    assert rows
    assert all("PRK" in {one["a"], one["b"]} for one in rows)


def test_the_map_says_whose_borders_it_shows(client: TestClient) -> None:
    assert (
        re.search("Natural Earth.*no position", client.get("/map").text, re.DOTALL)
        or not client.get("/map.json").json()["places"]
    )
