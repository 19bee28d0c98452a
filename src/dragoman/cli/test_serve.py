from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

import pytest
import typer

from dragoman.cli.guard import NO_INPUT, SOME_FAILED, WRONG_USAGE, guarded
from dragoman.cli.serve import serve
from dragoman.web.serving import PORT
from dragoman.web.serving import serve as run

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_and_the_library_agree_on_where() -> None:
    command, library = signature(serve).parameters, signature(run).parameters
    assert command["port"].default == library["port"].default == PORT
    assert command["host"].default == library["host"].default == "127.0.0.1"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ({"host": "0.0.0.0"}, WRONG_USAGE, "give --token"),
        ({"token": "short"}, WRONG_USAGE, "shorter than 8"),
        ({"host": "192.0.2.1", "token": "long enough"}, WRONG_USAGE, "choose another --port, or another --host"),
        ({"read_only": True}, SOME_FAILED, "there is no such record"),
    ],
)
def test_what_can_not_be_served_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: dict[str, object], code: int, said: str
) -> None:
    with pytest.raises(typer.Exit) as end:
        guarded(serve)(tmp_path / "none.duckdb", **{"port": 0, **options})  # type: ignore[arg-type]  # as parametrized
    assert end.value.exit_code == code
    error = capsys.readouterr().err
    assert (said in error, error.count("\n")) == (True, 1)
    assert not (tmp_path / "none.duckdb").exists()


def test_a_folder_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as end:
        guarded(serve)(tmp_path, port=0)
    assert end.value.exit_code not in {0, NO_INPUT}
    assert "is a folder" in capsys.readouterr().err
