from __future__ import annotations

import fcntl
import json
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from dragoman.errors import InputError, StoreError
from dragoman.scale import files as module
from dragoman.scale.coding import Page, code_pages
from dragoman.scale.files import Step, code_file, stem_of
from dragoman.scale.tables import SCHEMAS
from dragoman.scale.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.scale.rows import Batches

TASK = Task()
STATES = ("Norway", "Chile", "Kenya", "Japan", "Peru", "Latvia")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Six records, of which the third is broken."""
    rows = [
        {"id": f"n{n}", "text": f"{one} recalled its ambassador on Monday, a spokesman said.", "date": "2015-03-02"}
        for n, one in enumerate(STATES)
    ]
    lines = [json.dumps(row) for row in rows]
    lines[2] = lines[2][:30]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def unused(_pages: Iterator[Page], _task: Task) -> Iterator[Batches]:
    raise AssertionError("nothing was to be coded")


def test_a_file_becomes_a_table_of_each_kind_and_a_manifest_that_says_of_what(news: Path, tmp_path: Path) -> None:
    done = code_file(news, tmp_path / "out", TASK)
    assert done.done
    assert (done.pages, done.rows["reports"], done.rows["errors"]) == (6, 5, 1)
    assert set(tables(tmp_path / "out")) == {f"{done.stem}.json", *(f"{done.stem}.{name}.parquet" for name in SCHEMAS)}
    manifest = json.loads((tmp_path / "out" / f"{done.stem}.json").read_text())
    assert manifest["input"] == "news.jsonl"
    assert {name: table["rows"] for name, table in manifest["tables"].items()} == done.rows


def test_a_broken_record_is_a_row_that_says_where(news: Path, tmp_path: Path) -> None:
    done = code_file(news, tmp_path / "out", TASK)
    (row,) = pq.read_table(tmp_path / "out" / f"{done.stem}.errors.parquet").to_pylist()
    assert row["place"] == "news.jsonl:3"
    assert row["what"].startswith("not JSON")


def test_a_file_that_is_done_is_not_done_again_by_whatever_name(news: Path, tmp_path: Path) -> None:
    first = code_file(news, tmp_path / "out", TASK)
    moved = news.rename(tmp_path / "renamed.jsonl")
    again = code_file(moved, tmp_path / "out", TASK, coder=unused)
    assert again == first._replace(path=moved, before=True)


def test_another_task_is_done_beside_the_first(news: Path) -> None:
    assert stem_of(news, TASK)[:16] == stem_of(news, Task(seconds=5))[:16]
    assert stem_of(news, TASK) != stem_of(news, Task(seconds=5))


def test_a_table_that_was_lost_is_made_again(news: Path, tmp_path: Path) -> None:
    done = code_file(news, tmp_path / "out", TASK)
    before = tables(tmp_path / "out")
    (tmp_path / "out" / f"{done.stem}.events.parquet").unlink()
    assert not code_file(news, tmp_path / "out", TASK).before
    assert tables(tmp_path / "out") == before


def test_a_file_stopped_after_any_page_goes_on_there_and_ends_with_the_same_bytes(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PART_PAGES", 2)
    code_file(news, tmp_path / "whole", TASK)
    stopped = list[int]()

    def once(pages: Iterator[Page], task: Task) -> Iterator[Batches]:
        return code_pages(islice(pages, 1), task)

    while not (result := code_file(news, tmp_path / "out", TASK, coder=once)).done:
        stopped.append(result.pages)
    assert stopped == [1, 2, 3, 4, 5, 6]
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_who_asks_to_stop_is_heard_after_the_page_at_hand(news: Path, tmp_path: Path) -> None:
    steps = list[Step]()
    done = code_file(news, tmp_path / "out", TASK, on_page=steps.append, stop=lambda: len(steps) == 2)
    assert not done.done
    assert [step.pages for step in steps] == [1, 2]
    code_file(news, tmp_path / "out", TASK, on_page=steps.append)
    assert [step.pages for step in steps[2:]] == [3, 4, 5, 6]
    assert [step.errors for step in steps[2:]] == [1, 1, 1, 1]


def test_a_file_at_which_another_process_is_is_left_alone(news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out" / f"{stem_of(news, TASK)}.parts"
    folder.mkdir(parents=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another process"):
            code_file(news, tmp_path / "out", TASK, coder=unused)


def test_a_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.warc: can't be read"):
        code_file(tmp_path / "absent.warc", tmp_path / "out", TASK)
