from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dragoman.record import Store
from dragoman.web.agreement import agreements, kappa
from dragoman.web.conftest import OWN
from dragoman.web.listed import tellings as told
from dragoman.web.questions import question_of
from dragoman.web.queue import queue, why

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

ANN = "/review.json?reviewer=Ann"


def queued(client: TestClient, address: str = ANN) -> dict[str, Any]:
    answer = client.get(address)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def send(client: TestClient, address: str, **form: Any) -> str:
    back = {"back": "/review?reviewer=Ann", "by": "Ann"}
    answer = client.post(address, data=back | form, headers=OWN, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def by_type(client: TestClient, kind: str, address: str = ANN) -> str:
    return next(str(one["id"]) for one in queued(client, address)["events"] if one["tellings"][0]["type"] == kind)


def test_the_queue_is_by_doubt_times_weight_and_says_why(client: TestClient) -> None:
    rows = queued(client)["events"]
    scores = [one["score"] for one in rows]
    assert scores == sorted(scores, reverse=True)
    assert all(one["score"] == pytest.approx(one["doubt"] * one["weight"]) for one in rows)
    met = next(one for one in rows if one["tellings"][0]["type"] == "CONSULT")
    assert any(line.startswith("confidence") for line in met["why"]["doubt"])
    assert "1 independent source" in met["why"]["weight"]
    undated = next(one for one in rows if one["tellings"][0]["type"] == "REJECT")
    assert (undated["age"], "undated (×0.5)" in undated["why"]["weight"]) == (None, True)


def test_what_is_added_to_doubt_is_said(record_path: Path) -> None:
    with Store.open(record_path) as store:
        store.connection.execute(
            "UPDATE events SET confidence = 0.6, status = 'alleged', because = 'sentence 0.31; words: \"met\" +1.0'"
            " WHERE type = 'ACCUSE'"
        )
        [row] = queue(store, question_of({"type": "accuse"}), None, 9, 0).rows
        assert row.doubt == pytest.approx(0.4 + 0.15 + 0.1)
        lines = why(row, told(store, [row.id])[row.id])["doubt"]
        assert [line.partition(" (")[2] for line in lines] == ["", "+0.15)", "+0.1)"]


def test_what_the_reviewer_judged_is_passed_over_and_another_reviewer_still_gets_it_blind(client: TestClient) -> None:
    before = queued(client)
    event = by_type(client, "ACCUSE")
    send(client, "/judge", event=event, verb="confirm")
    after = queued(client)
    assert event not in [one["id"] for one in after["events"]]
    assert (before["left"] - after["left"], after["decided"], after["of"]) == (1, 1, before["of"])
    theirs = queued(client, "/review.json?reviewer=Beth")
    assert (theirs["left"], theirs["decided"]) == (before["left"], 0)
    assert "verdict" not in next(one for one in theirs["events"] if one["id"] == event)["tellings"][0]
    assert "Ann" not in client.get("/review?reviewer=Beth").text.partition("How far")[0].replace("Another", "")


def test_what_one_rejected_the_other_is_asked_about(client: TestClient) -> None:
    event = by_type(client, "ACCUSE")
    send(client, "/judge", event=event, verb="reject")
    beth = "/review.json?reviewer=Beth"
    assert by_type(client, "ACCUSE", beth) == "r1:e2"
    assert by_type(client, "ACCUSE", f"{beth}&type=accuse&by=PRK") == "r1:e2"
    assert queued(client, f"{beth}&by=CHN&type=accuse")["left"] == 0
    for address in (beth, ANN):
        found = queued(client, address)
        assert found["of"] - found["decided"] == found["left"]


def test_the_last_decision_is_told_and_undone_by_who_made_it(client: TestClient) -> None:
    event = by_type(client, "ACCUSE")
    there = send(client, "/judge", event=event, verb="reject", back="/review?reviewer=Ann#next")
    assert there.endswith("#next")
    page = client.get(there).text
    assert "Your last decision" in page
    judgement = page.partition('name="judgement" value="')[2].partition('"')[0]
    assert f'value="/review?reviewer=Ann#{event}"' in page
    send(client, "/undo", judgement=judgement)
    assert by_type(client, "ACCUSE") == event
    assert "Your last decision" not in client.get("/review?reviewer=Ann").text
    assert client.get(f"/event/{event}.json").json()["history"][-1]["who"] == "Ann"


def test_each_field_that_was_changed_is_one_correction(client: TestClient) -> None:
    event = by_type(client, "ACCUSE")
    was = {"was-type": "ACCUSE", "was-status": "actual", "was-source": "North Korea", "was-mode": ""}
    form = {"type": "THREATEN", "status": "alleged", "source": "North Korea", "mode": ""}
    send(client, "/review/correct", event=event, **was, **form)
    row = client.get(f"/event/{event}.json").json()["tellings"][0]
    assert (row["type"], row["status"], row["who"]) == ("THREATEN", "alleged", ["North Korea"])
    assert sorted(row["corrected"]) == ["status", "type"]
    assert client.post("/review/correct", data={"event": event, "by": "Ann"}, headers=OWN).status_code == 400


def test_events_are_merged_and_parted(client: TestClient) -> None:
    met, accused = by_type(client, "CONSULT"), by_type(client, "ACCUSE")
    send(client, "/review/part", event=met, leaving=["r2:e1"])
    beth = "/review.json?reviewer=Beth"
    assert [one["tellings"][0]["type"] for one in queued(client, beth)["events"]].count("CONSULT") == 2
    send(client, "/review/merge", event=met, other=accused)
    assert accused not in [one["id"] for one in queued(client, beth)["events"]]
    assert client.post("/review/merge", data={"event": met}, headers=OWN).status_code == 400


def test_without_a_name_the_queue_can_be_read_and_nothing_decided(client: TestClient) -> None:
    page = client.get("/review").text
    assert "Who reviews?" in page
    assert 'action="/judge"' not in page
    assert queued(client, "/review.json")["left"] == queued(client)["left"]


def test_filters_keep_what_answers_to_them(client: TestClient) -> None:
    assert [one["tellings"][0]["type"] for one in queued(client, f"{ANN}&by=PRK&about=KOR&type=accuse")["events"]] == [
        "ACCUSE"
    ]
    assert queued(client, f"{ANN}&words=meeting+that+never")["events"] == []
    assert client.get(f"{ANN}&type=nonsense").status_code == 400


def test_a_hostile_report_is_words_in_the_queue(client: TestClient) -> None:
    page = client.get("/review?reviewer=<script>alert(1)</script>").text
    assert "<script>alert" not in page
    assert "onerror=alert" not in page.replace("&lt;img src=x onerror=alert(2)&gt;", "")


def test_kappa_is_that_of_a_worked_example() -> None:
    """50 events: both confirm 20, both reject 15, only one confirms 5, only the other 10.

    Agreed 35 / 50 = 0.7; by chance 25/50 * 30/50 + 25/50 * 20/50 = 0.5; kappa = 0.2 / 0.5 = 0.4.
    """
    pairs = [("confirm", "confirm")] * 20 + [("reject", "reject")] * 15
    pairs += [("confirm", "reject")] * 5 + [("reject", "confirm")] * 10
    assert kappa(pairs) == pytest.approx((0.7, 0.5, 0.4))
    assert kappa([("confirm", "confirm")] * 3) == (1.0, 1.0, None)
    assert kappa([("confirm", "reject"), ("reject", "confirm")])[2] == pytest.approx(-1)
    with pytest.raises(ValueError, match="both"):
        kappa([])


def test_two_reviewers_agreement_is_over_what_both_judged(client: TestClient) -> None:
    accused, met, plan = (by_type(client, kind) for kind in ("ACCUSE", "CONSULT", "AGREE"))
    for who, verb, event in (
        ("Ann", "confirm", accused),
        ("Ann", "confirm", met),
        ("Ann", "confirm", plan),
        ("Beth", "confirm", accused),
        ("Beth", "reject", met),
    ):
        send(client, "/judge", event=event, verb=verb, by=who)
    send(client, "/review/correct", event=accused, type="THREATEN", by="Beth", **{"was-type": "ACCUSE"})
    found = {one["on"]: one for one in queued(client)["agreement"]}
    assert (found["verdict"]["events"], found["verdict"]["observed"]) == (2, 0.5)
    assert found["verdict"]["kappa"] == pytest.approx(0)
    assert (found["type"]["events"], found["type"]["observed"]) == (2, 0.5)
    assert "Cohen’s kappa" in client.get("/review").text


def test_a_record_that_nobody_judged_has_no_agreement(record_path: Path) -> None:
    with Store.open(record_path, read_only=True) as store:
        assert agreements(store) == []
