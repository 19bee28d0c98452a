from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from dragoman.web.app import make_app
from dragoman.web.conftest import HOST, OWN
from dragoman.web.desk import Desk
from dragoman.web.guard import Rules

if TYPE_CHECKING:
    from pathlib import Path


def met(client: TestClient) -> dict[str, Any]:
    """The merged event of two reports."""
    return next(row for row in client.get("/timeline.json").json()["events"] if row["type"] == "CONSULT")


def decide(client: TestClient, verb: str, event: str, back: str = "/timeline") -> str:
    answer = client.post(
        "/judge", data={"event": event, "verb": verb, "back": back}, headers=OWN, follow_redirects=False
    )
    assert answer.status_code == 303
    return answer.headers["location"]


def test_an_event_is_accepted_and_the_page_tells_of_it_with_the_way_back(client: TestClient) -> None:
    event = met(client)["id"]
    there = decide(client, "confirm", event, f"/timeline?words=met#{event}")
    assert there.startswith("/timeline?words=met&did=j")
    assert there.endswith(f"#{event}")
    page = client.get(there).text
    assert "Accepted by Ann" in page
    assert (met(client)["verdict"], met(client)["judged_by"]) == ("confirmed", "Ann")
    judgement = there.partition("did=")[2].partition("#")[0]
    client.post("/undo", data={"judgement": judgement, "back": "/timeline"}, headers=OWN)
    assert met(client)["verdict"] is None


def test_a_rejected_event_leaves_the_timeline_and_can_still_be_read_and_undone(client: TestClient) -> None:
    event = met(client)["id"]
    there = decide(client, "reject", event, f"/event/{event}")
    assert there.startswith("/event/r1:e1?did=")
    assert client.get(there).status_code == 200
    types = [row["type"] for row in client.get("/timeline.json").json()["events"]]
    assert "CONSULT" not in types
    assert "CONSULT" in [row["type"] for row in client.get("/timeline.json?rejected=1").json()["events"]]
    decide(client, "undo", "r1:e1")
    assert met(client)["verdict"] is None


def test_an_event_has_the_history_of_its_decisions(client: TestClient) -> None:
    event = met(client)["id"]
    decide(client, "confirm", event)
    decide(client, "undo", event)
    history = client.get(f"/event/{event}.json").json()["history"]
    assert [(one["verb"], one["state"]) for one in history] == [("confirm", "undone"), ("undo", "in force")]


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_nobody_is_sent_elsewhere_afterwards(client: TestClient, back: str) -> None:
    assert decide(client, "confirm", "r1:e1", back).startswith("/event/r1:e1?did=")


@pytest.mark.parametrize(("form", "status"), [({"event": "e0", "verb": "confirm"}, 404), ({"event": "r1:e1"}, 400)])
def test_a_decision_that_makes_no_sense_is_refused(client: TestClient, form: dict[str, str], status: int) -> None:
    assert client.post("/judge", data=form, headers=OWN).status_code == status
    assert client.post("/judge", data={"event": "r1:e1", "verb": "undo"}, headers=OWN).status_code == 400


def test_a_record_open_for_reading_only_is_not_changed_and_offers_no_button(record_path: Path) -> None:
    with Desk(record_path, read_only=True) as desk:
        app = make_app(desk, Rules(frozenset({HOST})))
        with TestClient(app, base_url=f"http://{HOST}") as client:
            answer = client.post("/judge", data={"event": "r1:e1", "verb": "reject"}, headers=OWN)
            assert answer.status_code == 400
            assert "--read-only" in answer.text
            pages = [client.get(one).text for one in ("/", "/timeline", "/event/r1:e1", "/report/r1")]
            assert not any('action="/judge"' in page or 'action="/read"' in page for page in pages)
