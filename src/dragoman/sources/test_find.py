from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.sources import SourceFile, find

_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")


def _files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words\n", encoding="utf-8")


def test_a_folder_is_searched_to_the_bottom_in_order_without_hidden_files(tmp_path: Path) -> None:
    _files(tmp_path, "b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/config", "c/.x/y.txt")
    files, errors = find([str(tmp_path)])
    assert [file.name.removeprefix(f"{tmp_path}/") for file in files] == ["a/1.txt", "a/2.txt", "b.txt"]
    assert not errors
    assert files[0] == SourceFile(f"{tmp_path}/a/1.txt", tmp_path / "a/1.txt", 6)


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    _files(tmp_path, ".hidden.txt")
    assert len(find([str(tmp_path / ".hidden.txt")])[0]) == 1


def test_names_keep_the_users_spelling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _files(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    assert [file.name for file in find(["./in"])[0]] == ["./in/a.txt"]


def test_standard_input_is_a_dash() -> None:
    assert find(["-"]) == ([SourceFile("-", None, 0)], [])


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    files, errors = find([str(tmp_path / "a.txt"), str(tmp_path), str(tmp_path)])
    assert len(files) == 1
    assert not errors


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    _files(tmp_path, "in/a.txt")
    (tmp_path / "in/up").symlink_to(tmp_path)
    files, errors = find([str(tmp_path)])
    assert len(files) == 1
    assert not errors


def test_a_link_to_itself_or_to_nothing_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    files, errors = find([str(tmp_path)])
    assert len(files) == 1
    assert len(errors) == 2


def test_a_missing_name_is_named(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt")
    files, errors = find([str(tmp_path / "nope.txt"), str(tmp_path / "a.txt")])
    assert len(files) == 1
    assert str(errors[0]) == f"{tmp_path}/nope.txt: no such file or folder; check the name"


def test_names_that_lead_to_no_file_are_an_error(tmp_path: Path) -> None:
    for names in ([], [str(tmp_path)]):
        files, errors = find(names)
        assert not files
        assert "no file to read here" in str(errors[0])


def test_an_impossible_name_is_an_error() -> None:
    assert len(find(["a\0b"])[1]) == 1
    assert len(find(["x" * 5000])[1]) == 1


@_ROOT
def test_a_folder_without_rights_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    _files(tmp_path, "open/a.txt", "shut/b.txt")
    (tmp_path / "shut").chmod(0)
    try:
        files, errors = find([str(tmp_path)])
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert len(files) == 1
    assert "shut: the folder can't be read (permission denied)" in str(errors[0])


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    Path(os.fsdecode(raw)).write_text("words\n", encoding="utf-8")
    (file,) = find([str(tmp_path)])[0]
    assert file.name.encode()
    assert "\n" not in file.name
    assert file.path is not None
    assert file.path.read_bytes() == b"words\n"


def test_a_pipe_is_read_when_named_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert find([str(tmp_path / "pipe")])[0] == [SourceFile(str(tmp_path / "pipe"), tmp_path / "pipe", 0)]
    _files(tmp_path, "a.txt")
    assert [file.name for file in find([str(tmp_path)])[0]] == [str(tmp_path / "a.txt")]
