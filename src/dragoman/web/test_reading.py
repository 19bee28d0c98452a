from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.errors import StoreError
from dragoman.record import Store
from dragoman.web.conftest import OWN
from dragoman.web.desk import Desk
from dragoman.web.rawinput import raw_input

if TYPE_CHECKING:
    from starlette.testclient import TestClient

NEWS = """Foreign ministers of France and Japan meet in Paris

PARIS, May 5, 2014 - French Foreign Minister Laurent Fabius met his Japanese counterpart Fumio Kishida in Paris.

"We want to work together in Africa," Fabius said after the talks. Kishida will travel to Brussels on Wednesday.
"""


def until_read(desk: Desk) -> None:
    deadline = time.monotonic() + 120
    while desk.reading.stand is None or desk.reading.stand.busy:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def drop(client: TestClient, *files: tuple[str, bytes], text: str = "") -> int:
    sent = [("files", one) for one in files]
    answer = client.post("/read", data={"text": text}, files=sent or None, headers=OWN, follow_redirects=False)
    return answer.status_code


def newest(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/index.json").json()["new"]
    return found


def test_what_is_dropped_is_read_while_others_read_and_decide(client: TestClient, desk: Desk) -> None:
    files = [(f"news/{number}.txt", NEWS.replace("May 5", f"May {number}").encode()) for number in range(1, 8)]
    assert drop(client, *files, ("news/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(400))) == 303

    def ask(number: int) -> int:
        if number % 4 == 0:
            form = {"event": "r1:e1", "verb": "confirm" if number % 8 else "undo", "back": "/"}
            return client.post("/judge", data=form, headers=OWN, follow_redirects=False).status_code
        return client.get(("/", "/timeline", "/report/r1")[number % 3]).status_code

    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(ask, range(60)))
    assert set(answers) <= {200, 303, 400}
    assert answers.count(400) < 15
    until_read(desk)
    stand = desk.reading.stand
    assert stand is not None
    assert (dict(stand.counts)["read"], dict(stand.counts)["failed"], stand.error) == (7, 1, None)
    assert len(newest(client)) == 7
    with desk.store() as store:
        assert store.verify() == []
    page = client.get("/").text
    assert "Done: 1 failed, 7 read" in page or "7 read" in page
    report = newest(client)[0]
    raw = client.get(f"/report/{report['id']}/raw.json").json()
    assert raw["content"].startswith("Foreign ministers of France")
    Path(raw["path"]).write_text("something else", encoding="utf-8")
    changed = client.get(f"/report/{report['id']}/raw.json").json()
    assert (changed["content"], "no longer what was read" in changed["why_not"]) == (None, True)


def test_a_pasted_text_is_read(client: TestClient, desk: Desk) -> None:
    assert drop(client, text=NEWS) == 303
    until_read(desk)
    [one] = newest(client)
    assert one["title"] == "Foreign ministers of France and Japan meet in Paris"


def test_nothing_dropped_is_told(client: TestClient) -> None:
    assert drop(client) == 400
    assert drop(client, ("", b"")) == 400


def test_the_end_of_the_server_ends_a_reading_between_two_steps(record_path: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(300)]
    for number, path in enumerate(paths):
        path.write_text(NEWS.replace("Fabius", f"Fabius{number}"), encoding="utf-8")
    with Desk(record_path) as desk:
        desk.reading.add(paths)
        while not desk.reading.stand or not desk.reading.stand.done:
            time.sleep(0.01)
    assert desk.reading.stand
    assert not desk.reading.stand.busy
    with Store.open(record_path) as store:
        assert store.verify() == []


def test_a_record_that_another_program_holds_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_text("no record at all", encoding="utf-8")
    with pytest.raises(StoreError, match="is no DuckDB file"):
        Desk(tmp_path / "a.duckdb")


def test_no_other_file_than_what_was_read_is_shown(desk: Desk, tmp_path: Path) -> None:
    with desk.store() as store:
        report = store.report("r1")
    assert report is not None
    (tmp_path / "r1.txt").write_text("secret", encoding="utf-8")
    assert raw_input(report.source, tmp_path).content is None
    assert raw_input(report.source, tmp_path / "elsewhere").content is None
