from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.web.conftest import OWN
from dragoman.web.keeping import Kept

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from dragoman.web.desk import Desk


def test_what_was_made_is_made_once_and_the_longest_unused_goes_first() -> None:
    kept: Kept[int] = Kept(2)
    assert [kept.get(key, lambda: 1) for key in "ab"] == [1, 1]
    assert kept.get("a", lambda: 2) == 1
    assert kept.get("c", lambda: 3) == 3
    assert (kept.get("a", lambda: 4), kept.get("b", lambda: 5)) == (1, 5)


def test_a_failure_is_not_kept() -> None:
    kept: Kept[float] = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 / 0)
    assert kept.get("a", lambda: 1.0) == 1.0


def test_a_page_is_as_new_as_the_record(client: TestClient, desk: Desk) -> None:
    before = client.get("/timeline").text
    assert client.get("/timeline").text == before
    assert client.get("/timeline.json").text != before
    client.post("/judge", data={"event": "r1:e2", "verb": "reject"}, headers=OWN)
    assert client.get("/timeline").text != before
    version = desk.version
    with desk.writing():
        pass
    assert desk.version > version
