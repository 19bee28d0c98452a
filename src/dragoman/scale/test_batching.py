from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import InputError, UsageError
from dragoman.scale.batching import BatchStep, batch
from dragoman.scale.task import Task

if TYPE_CHECKING:
    from pathlib import Path

TASK = Task()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for name in "ab":
        rows = [{"id": f"{name}{n}", "text": f"Norway met Chile {n} times in Lima on Monday."} for n in range(3)]
        (made / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return made


def test_each_file_is_done_what_fails_is_named_and_the_second_time_is_free(folder: Path, tmp_path: Path) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    steps = list[BatchStep]()
    first = batch([folder, tmp_path / "absent.warc"], folder / "out", TASK, workers=1, on_step=steps.append)
    assert [one.rows["reports"] for one in first.files] == [3, 3, 0]
    assert [fault.where for fault in first.failed] == [str(tmp_path / "absent.warc"), "picture.txt"]
    assert not first.stopped
    assert [(step.name, step.number, step.files) for step in steps[:4]] == [("a.jsonl", 1, 3)] * 3 + [("b.jsonl", 2, 3)]
    assert [step.share for step in steps] == sorted(step.share for step in steps)
    again = batch([folder], folder / "out", TASK, workers=1)
    assert [one.before for one in again.files] == [True] * 3


def test_a_batch_that_is_stopped_before_it_begins_says_so(folder: Path, tmp_path: Path) -> None:
    result = batch([folder], tmp_path / "out", TASK, stop=lambda: True)
    assert result.stopped
    assert result.files == ()


def test_names_that_lead_to_no_file_are_no_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        batch([tmp_path / "absent"], tmp_path / "out", TASK)


def test_a_pipe_is_no_input_as_it_can_not_be_read_twice(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="save it to a file first"):
        batch([tmp_path / "pipe"], tmp_path / "out", TASK)


def test_a_folder_that_can_not_be_made_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("taken")
    with pytest.raises(UsageError, match="can't be made"):
        batch([folder], tmp_path / "file" / "out", TASK)
