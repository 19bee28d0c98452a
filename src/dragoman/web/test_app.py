from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dragoman.web.addresses import address, spelled, unspelled, web_link
from dragoman.web.app import STATIC, site
from dragoman.web.guard import HEADERS

if TYPE_CHECKING:
    from starlette.testclient import TestClient

HOSTILE = address("/report", "../h 1.json")
PAGES = [
    "/",
    "/help",
    "/timeline",
    "/reports",
    "/report/r1",
    "/report/r1/raw",
    "/event/r1:e1",
    HOSTILE,
    f"{HOSTILE}/raw",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_in_html_and_has_a_twin_in_json(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    twin = f"{path}.json" if path != "/" else "/index.json"
    assert f'href="{twin}"' in page.text
    data = client.get(twin)
    assert data.headers["content-type"] == "application/json"
    assert isinstance(data.json(), dict)


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/dragoman.css", "/timeline?country=x"])
def test_every_answer_carries_the_policy_and_no_cookie(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'self';")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nowhere", 404, "There is nothing at this address."),
        ("/report/nobody", 404, "nobody: no such report in this record."),
        ("/event/e0", 404, "e0: no such event in this record."),
        ("/timeline?country=Atlantis", 400, "is not known"),
        ("/timeline?page=0", 400, "is no page"),
        ("/static/nothing.js", 404, "There is nothing at this address."),
    ],
)
def test_what_is_not_there_or_makes_no_sense_is_told_in_a_line(
    client: TestClient, path: str, status: int, said: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, said in answer.text) == (status, True)


def test_a_twin_tells_what_is_wrong_as_data(client: TestClient) -> None:
    answer = client.get("/report/nobody.json")
    assert answer.status_code == 404
    assert set(answer.json()) == {"error", "do"}


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/model.py", "/static//etc/passwd", "/static/"],
)
def test_no_file_but_those_of_the_pages_is_handed_out(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [HOSTILE, "/timeline", "/", address("/event", "../h 1.json:e1"), "/event/r1:e1"])
def test_what_a_report_brings_is_shown_and_does_nothing(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b onclick" not in page
    assert 'href="javascript:' not in page
    assert not any(char in page for char in "\u202e\u202c\x1b")


def test_controls_in_a_report_are_shown_by_name(client: TestClient) -> None:
    page = client.get(HOSTILE).text
    assert 'title="U+202E right-to-left override"' in page
    assert "␛" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("path", PAGES)
def test_scripts_and_styles_are_files_only(client: TestClient, path: str) -> None:
    for one in html.fromstring(client.get(path).text).iter():
        assert not [name for name in one.attrib if name.startswith("on") or name == "style"]
        assert one.tag != "style"
        assert one.tag != "script" or (one.get("src", "").startswith("/static/") and not one.text)


def test_every_file_that_pages_name_is_there(client: TestClient) -> None:
    for template in (STATIC.parent / "templates").glob("*.html"):
        for name in re.findall('"(/static/[^"]+)"', template.read_text(encoding="utf-8")):
            assert client.get(name).status_code == 200


def test_pages_have_addresses_of_their_own() -> None:
    found = [page.path for page in site().pages] + [page.twin for page in site().pages]
    found += [action.path for action in site().actions]
    assert len(found) == len(set(found))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_id_comes_back_from_its_address(name: str) -> None:
    written = spelled(name)
    assert unspelled(written) == name
    assert written.isascii()
    assert not set(written) & set("/.?#%&\\ ")


@given(st.text())
def test_any_address_can_be_read(text: str) -> None:
    unspelled(text)


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://post.example/a?b=1", True),
        ("http://post.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//post.example", False),
        ("https://user:secret@post.example", False),
        ("https://post.example\u202egpj.x", False),
        ("https://[::1", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, allowed: bool) -> None:
    assert (web_link(url) is not None) == allowed


def test_json_has_what_the_html_has_not_to_hide(client: TestClient) -> None:
    rows = client.get("/timeline.json").json()["events"]
    assert {row["type"] for row in rows} >= {"CONSULT", "ACCUSE", "AGREE", "REJECT", "THREATEN"}
    assert json.dumps(rows)
