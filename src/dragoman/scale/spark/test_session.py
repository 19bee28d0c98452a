from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import UsageError
from dragoman.scale.spark.session import _check_java, _told_to, said

if TYPE_CHECKING:
    from pathlib import Path


def test_of_what_java_says_the_last_cause_is_told() -> None:
    told = (
        "An error occurred.\n: org.apache.Job: aborted\nCaused by: java.io.IOException: No space left\n\tat x.y(Z.java)"
    )
    assert said(RuntimeError(told)) == "No space left"
    assert said(RuntimeError("no such master\nmore")) == "no such master"
    assert said(RuntimeError()) == "RuntimeError"


def test_what_a_program_started_meanwhile_says_goes_to_the_log_and_later_ones_are_heard(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with _told_to(tmp_path / "log"):
        os.system("echo talk >&2")
    os.system("echo heard >&2")
    assert (tmp_path / "log").read_text() == "talk\n"
    assert capfd.readouterr().err == "heard\n"


@pytest.mark.parametrize(
    ("version", "wrong"), [("1.8.0_392", "Java 8 is too old"), ("11.0.20", "Java 11 is too old"), ("21", "")]
)
def test_a_java_that_is_too_old_is_named(
    version: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    (tmp_path / "bin" / "java").chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    if wrong:
        with pytest.raises(UsageError, match=wrong):
            _check_java()
    else:
        _check_java()
