from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.knowledge.own import OwnActor
from dragoman.scale.task import Task

OWN = OwnActor("Ana Quispe", (), "person", "PER", None, None, None, None, None, "own.csv")


def test_a_task_has_one_key_wherever_it_is_made() -> None:
    assert Task.here({"text": "body", "date": "day"}).key() == Task.here({"date": "day", "text": "body"}).key()


@pytest.mark.parametrize(
    "change", [{"columns": (("text", "b"),)}, {"own": (OWN,)}, {"seconds": 1.0}, {"characters": 9}, {"triage": False}]
)
def test_whatever_changes_the_result_changes_the_key(change: dict[str, Any]) -> None:
    assert replace(Task(), **change).key() != Task().key()


def test_a_column_that_can_not_be_meant_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no field is called"):
        Task.here({"colour": "red"})
