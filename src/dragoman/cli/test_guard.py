from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
import typer

from dragoman.cli.guard import guarded, name_failures
from dragoman.errors import InputError, StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable


def ending(failure: BaseException) -> Callable[[], None]:
    def verb() -> None:
        raise failure

    return guarded(verb)


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (UsageError("no", where="--from", do="mend"), 2),
        (InputError("no", where="a.txt", do="mend"), 66),
        (StoreError("no", where="x.duckdb", do="mend"), 1),
        (OSError(errno.ENOSPC, "No space left on device", "out"), 1),
        (KeyboardInterrupt(), 130),
    ],
)
def test_a_failure_is_one_line_and_its_exit_code(
    failure: BaseException, code: int, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.cli.guard._close_output", lambda: None)
    with pytest.raises(typer.Exit) as end:
        ending(failure)()
    assert end.value.exit_code == code
    said = capfd.readouterr().err
    assert said.startswith("dragoman: ")
    assert said.count("\n") == 1


def test_a_failure_that_nobody_foresaw_keeps_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        ending(ZeroDivisionError())()


def test_a_line_about_a_strangers_file_name_can_not_steer_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        ending(InputError("no", where="a\x1b[2J\nb", do="mend"))()
    said = capfd.readouterr().err
    assert "\x1b" not in said
    assert said.count("\n") == 1


def test_each_failed_input_is_named_on_its_own_line_and_the_code_is_1(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as end:
        name_failures([InputError("no", where=name, do="mend") for name in ("a.txt", "b.txt")])
    assert end.value.exit_code == 1
    assert capfd.readouterr().err.splitlines() == ["dragoman: a.txt: no; mend", "dragoman: b.txt: no; mend"]


def test_no_failure_ends_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    name_failures([])
    assert capfd.readouterr().err == ""
