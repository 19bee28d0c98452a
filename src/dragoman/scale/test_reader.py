from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.scale.reader import Reader
from dragoman.scale.task import Task

if TYPE_CHECKING:
    from pathlib import Path

LINES = b"".join(json.dumps({"id": f"n{n}", "text": f"Norway met Chile {n} times."}).encode() + b"\n" for n in range(9))


def test_pages_come_in_order_named_by_the_file_without_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINES)
    with Reader(tmp_path / "a.jsonl", Task()) as reader:
        assert [page.path for page in reader if isinstance(page, RawPage)] == [f"a.jsonl:{n}" for n in range(1, 10)]
        assert (reader.read, reader.ended, reader.share()) == (9, True, 1.0)
        assert list(reader) == []


def test_a_name_that_is_no_text_is_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a\udcff.jsonl"
    path.write_bytes(LINES)
    with Reader(path, Task()) as reader:
        page = next(reader)
    assert isinstance(page, RawPage)
    assert page.path == "a\ufffd.jsonl:1"


def test_the_columns_of_the_task_are_those_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINES.replace(b'"text"', b'"words"'))
    with Reader(tmp_path / "a.jsonl", Task(columns=(("text", "words"),))) as reader:
        page = next(reader)
    assert isinstance(page, RawPage)
    assert page.content == "Norway met Chile 0 times."


def test_damage_costs_what_comes_after_it_and_is_the_last_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES)[:-20])
    with Reader(tmp_path / "a.jsonl.gz", Task()) as reader:
        *_, last = reader
    assert isinstance(last, InputError)
    assert last.where == "a.jsonl.gz"
    assert "ends early" in last.what
