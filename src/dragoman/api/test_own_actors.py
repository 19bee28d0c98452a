"""Own actors are read from the settings, and an import changes the settings' list and nothing else."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from dragoman.api.own_actors import config_path, import_actors, use_actors, use_configured
from dragoman.api.who import who
from dragoman.errors import InputError
from dragoman.knowledge.own_csv import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW = "Jane Quill,,person,Peru,Foreign Minister,,2026-02,,"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv("DRAGOMAN_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    use_actors()


def _file(folder: Path, name: str = "mine.csv", row: str = ROW) -> Path:
    path = folder / name
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    return path


def test_an_import_makes_the_settings_and_the_actors_are_known_at_once(folder: Path) -> None:
    done = import_actors(_file(folder))
    assert (len(done.actors), done.added) == (1, True)
    assert config_path().read_text() == '[actors]\nfiles = ["mine.csv"]\n'
    assert who("Jane Quill").people == ("Jane Quill",)


def test_a_second_import_of_a_file_changes_nothing_and_another_is_added(folder: Path) -> None:
    import_actors(_file(folder))
    assert not import_actors("mine.csv").added
    import_actors(_file(folder, "more.csv", "Ann Roe,,person,Peru,,,,,"))
    assert tomllib.loads(config_path().read_text())["actors"]["files"] == ["mine.csv", "more.csv"]


@pytest.mark.parametrize(
    "before",
    [
        "# mine\n[other]\nx = 1 # kept\n",
        "[actors] # mine\nfiles = [\n]\n\n[other]\nx = 1\n",
        "[other]\nx = 1\n[actors]\n\n",
        "[actors]\nmore = 2\n[other]\nfiles = [1]\n",
    ],
)
def test_what_else_stands_in_the_settings_stays(folder: Path, before: str) -> None:
    config_path().write_text(before)
    import_actors(_file(folder))
    after = tomllib.loads(config_path().read_text())
    assert after["actors"].pop("files") == ["mine.csv"]
    was = tomllib.loads(before)
    was.setdefault("actors", {}).pop("files", None)
    assert after == was
    assert ("# mine" in before) == ("# mine" in config_path().read_text())


@pytest.mark.parametrize("layout", ["actors = { files = [] }\n", "actors.files = []\n"])
def test_settings_in_another_layout_are_left_to_their_author(folder: Path, layout: str) -> None:
    config_path().write_text(layout)
    with pytest.raises(InputError, match=r'write files = \["mine.csv"\]'):
        import_actors(_file(folder))
    assert config_path().read_text() == layout


def test_a_faulty_file_is_not_added_and_nothing_is_written(folder: Path) -> None:
    with pytest.raises(InputError, match="row 2, column kind"):
        import_actors(_file(folder, row="Jane Quill,,man,Peru,,,,,"))
    assert not config_path().exists()


def test_the_variable_names_other_settings_whose_paths_are_their_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "far").mkdir()
    _file(folder / "far")
    (folder / "far/set.toml").write_text('[actors]\nfiles = ["mine.csv"]\n')
    monkeypatch.setenv("DRAGOMAN_CONFIG", str(folder / "far/set.toml"))
    assert [actor.name for actor in use_configured()] == ["Jane Quill"]
    monkeypatch.setenv("DRAGOMAN_CONFIG", "nowhere.toml")
    with pytest.raises(InputError, match=r"nowhere\.toml: there is no such file"):
        use_configured()


@pytest.mark.parametrize(
    ("text", "says"),
    [("[actors\n", "this is no TOML"), ("[actors]\nfiles = 3\n", "no list"), ('actors = "x"\n', "no list")],
)
def test_faulty_settings_are_told(text: str, says: str) -> None:
    config_path().write_text(text)
    with pytest.raises(InputError, match=says):
        use_configured()


def test_without_settings_there_are_no_own_actors() -> None:
    assert use_configured() == ()
