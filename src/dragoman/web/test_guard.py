from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from starlette.datastructures import Headers

from dragoman.errors import UsageError
from dragoman.web.conftest import HOST, OWN
from dragoman.web.guard import Rules, refused
from dragoman.web.serving import check_open

if TYPE_CHECKING:
    from starlette.testclient import TestClient

LOCAL = Rules(frozenset({HOST, "localhost:8642"}))
GUARDED = Rules(frozenset(), "a long secret")


def status(method: str, rules: Rules, **headers: str) -> int:
    refusal = refused(method, Headers(headers), rules)
    return refusal.status_code if refusal else 200


def basic(password: str) -> str:
    return f"Basic {b64encode(f'any:{password}'.encode()).decode()}"


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (HOST, 200),
        ("LOCALHOST:8642", 200),
        ("evil.example", 403),
        ("evil.example:8642", 403),
        ("127.0.0.1", 403),
        ("127.0.0.1:8642.evil.example", 403),
        ("127.0.0.1:8642@evil.example", 403),
        ("127.0.0.1.evil.example:8642", 403),
        ("", 403),
    ],
)
def test_only_this_machines_names_are_served(host: str, expected: int) -> None:
    assert status("GET", LOCAL, host=host) == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (f"http://{HOST}", 200),
        ("http://evil.example", 403),
        ("http://localhost:8642", 403),
        ("http://127.0.0.1:9999", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_a_change_comes_from_the_servers_own_pages(origin: str, expected: int) -> None:
    assert status("POST", LOCAL, host=HOST, origin=origin) == expected


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_without_an_origin_nothing_is_changed(method: str) -> None:
    assert status(method, LOCAL, host=HOST) == 403


@pytest.mark.parametrize(
    ("authorization", "expected"),
    [
        ("Bearer a long secret", 200),
        (basic("a long secret"), 200),
        ("bearer a long secret", 200),
        ("Bearer a long secre", 401),
        ("Bearer a long secret and more", 401),
        ("Bearer", 401),
        ("Bearer \xff", 401),
        ("Digest a long secret", 401),
        (basic(""), 401),
        ("Basic %%%", 401),
        ("a long secret", 401),
        ("", 401),
    ],
)
def test_a_token_is_asked_for_where_there_is_one(authorization: str, expected: int) -> None:
    assert status("GET", GUARDED, host="10.0.0.7:8642", authorization=authorization) == expected


def test_a_browser_is_told_to_ask_for_the_token() -> None:
    refusal = refused("GET", Headers({"host": "10.0.0.7:8642"}), GUARDED)
    assert refusal is not None
    assert refusal.headers["www-authenticate"].startswith("Basic ")


def test_a_token_may_have_any_letters() -> None:
    rules = Rules(frozenset(), "schlüssel 鍵")
    for given in (f"Bearer {'schlüssel 鍵'.encode().decode('latin-1')}", basic("schlüssel 鍵")):
        assert status("GET", rules, host="10.0.0.7", authorization=given) == 200


def test_a_referrer_does_not_stand_for_the_origin() -> None:
    assert status("POST", LOCAL, host=HOST, referer=f"http://{HOST}/timeline") == 403
    assert status("POST", LOCAL, host=HOST, origin="http://evil.example", referer=f"http://{HOST}/") == 403


def test_the_token_does_not_stand_for_the_origin() -> None:
    known = {"host": "10.0.0.7:8642", "authorization": "Bearer a long secret"}
    assert status("POST", GUARDED, **known, origin="http://evil.example") == 403
    assert status("POST", GUARDED, **known, origin="http://10.0.0.7:8642") == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "example.org"])
def test_elsewhere_than_on_this_machine_a_token_is_needed(host: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        check_open(host, None)
    check_open(host, "long enough")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_on_this_machine_none_is(host: str) -> None:
    check_open(host, None)
    with pytest.raises(UsageError, match="shorter"):
        check_open(host, "short")


def test_a_strangers_form_changes_nothing(client: TestClient) -> None:
    form = {"event": "r1:e1", "verb": "reject"}
    assert client.post("/judge", data=form, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post("/judge", data=form).status_code == 403
    assert client.get("/event/r1:e1.json").json()["history"] == []
    assert client.post("/judge", data=form, headers=OWN, follow_redirects=False).status_code == 303
