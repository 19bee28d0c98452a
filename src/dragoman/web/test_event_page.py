from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge import merge
from dragoman.merge.test_made import PARK, XI, Said, any_report, day, made
from dragoman.record import Run
from dragoman.web.citing import bibtex, cited, csl, formats, plain, ris

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from dragoman.model import Report
    from dragoman.web.citing import Cited
    from dragoman.web.desk import Desk

MET = Said("Xi Jinping met Park Geun-hye.", "met", (XI,), (PARK,), day=day(20))
NAMED = made("r1", MET, title="Talks & {more}", on=day(21), outlet="Morning Post")
AWAY = replace(NAMED, source=replace(NAMED.source, byline="Ann Só", url="https://post.example/a"))


def one(report: Report = AWAY) -> Cited:
    return cited(report, report.events[0])


def event_of(client: TestClient, kind: str) -> dict[str, Any]:
    rows = client.get("/timeline.json").json()["events"]
    found: dict[str, Any] = client.get(f"/event/{next(row['id'] for row in rows if row['type'] == kind)}.json").json()
    return found


def test_an_event_has_all_that_tell_it_and_what_each_says(client: TestClient) -> None:
    found = event_of(client, "CONSULT")
    assert [row["report"] for row in found["tellings"]] == ["r1", "r2"]
    assert found["merged"]["independent_sources"] >= 1
    assert found["comparison"][0]["kind"] == "comparison"
    assert {one["kind"] for one in found["comparison"][1:]} == {"point"}
    page = client.get(f"/event/{found['id']}").text
    assert "Readouts side by side" in page
    assert "Ministry of Foreign Affairs of China" in page


def test_one_telling_has_a_page_too(client: TestClient) -> None:
    found = client.get("/event/r1:e2.json").json()
    assert [row["id"] for row in found["tellings"]] == ["r1:e2"]
    assert found["comparison"] is None


def test_names_countries_and_quotations_lead_on(client: TestClient) -> None:
    event = event_of(client, "CONSULT")["id"]
    links = set(re.findall('href="([^"#]+)"', client.get(f"/event/{event}").text.replace("&amp;", "&")))
    assert links >= {"/actor/Xi~20Jinping", "/dyad/CHN/KOR", "/quotations?by=Park+Geun-hye"}
    assert all(client.get(one).status_code == 200 for one in links if one.startswith(("/actor/", "/dyad/", "/quot")))
    for page in ("/timeline", "/report/r1"):
        assert 'href="/actor/Xi~20Jinping"' in client.get(page).text
    assert 'href="/quotations?by=Xi+Jinping"' in client.get("/report/r1").text


def test_one_country_alone_is_no_dyad(client: TestClient) -> None:
    assert "/dyad/KOR/KOR" not in "".join(client.get(f"/event/r1:e{number}").text for number in (1, 2))


def test_a_plan_leads_to_what_came_of_it_and_back(client: TestClient, desk: Desk) -> None:
    said = "Xi Jinping will have met Park Geun-hye by then."
    told = [
        made("p", replace(MET, sentence=said, type="AGREE", status="planned"), on=day(10)),
        made("q", MET, on=day(21)),
    ]
    run = Run.begin(program="0.1.0", codebook="2021")
    with desk.writing() as store:
        store.write(told, run)
        store.replace_merged(merge(tuple(store.load_reports())), run)
    planned = client.get("/event/p:e1.json").json()["merged"]["id"]
    [done] = client.get(f"/event/{planned}.json").json()["fulfilled_by"]
    assert planned in [row["id"] for row in client.get(f"/event/{done['id']}.json").json()["plans"]]
    assert "What came of it" in client.get(f"/event/{planned}").text


def test_a_citation_says_who_where_when_and_the_words() -> None:
    assert plain(one()) == (
        "Ann Só, “Talks & {more}”, Morning Post, 2013-03-21, https://post.example/a: “Xi Jinping met Park Geun-hye.”"
    )
    assert csl(one())["issued"] == {"date-parts": [[2013, 3, 21]]}


def test_what_is_unknown_is_left_out() -> None:
    bare = made("r 9", MET)
    assert plain(one(bare)) == "r 9, r 9.txt: “Xi Jinping met Park Geun-hye.”"
    assert ris(one(bare)).splitlines()[:3] == ["TY  - NEWS", "ID  - r 9", "LA  - en"]
    assert bibtex(one(bare)).startswith("@misc{r")
    assert set(csl(one(bare))) == {"id", "type", "language", "note"}


def test_ris_is_read_by_others() -> None:
    rispy = pytest.importorskip("rispy")
    [read] = rispy.loads(ris(one()))
    assert (read["type_of_reference"], read["title"], read["year"]) == ("NEWS", "Talks & {more}", "2013")
    assert (read["date"], read["notes"]) == ("2013/03/21/", ["Xi Jinping met Park Geun-hye."])


@settings(max_examples=30, deadline=None)
@given(any_report(), st.data())
def test_bibtex_of_any_report_is_read_by_others(report: Report, data: st.DataObject) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    if report.events:
        event = data.draw(st.sampled_from(report.events))
        library = bibtexparser.parse_string(formats([cited(report, event)])["BibTeX"])
        assert (len(library.entries), library.failed_blocks) == (1, [])
