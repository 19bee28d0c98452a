from __future__ import annotations

from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import UploadFile

from dragoman.web.dropped import keep, keep_text, safe_name


def upload(name: str, data: bytes) -> UploadFile:
    return UploadFile(BytesIO(data), filename=name)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("news.html", "news.html"),
        ("korea/2013/a b.txt", "korea/2013/a b.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\news\\a.txt", "C_/news/a.txt"),
        ("/etc/passwd", "etc/passwd"),
        (".hidden", "_hidden"),
        ("a\x00b\u202ec.txt", "a_b_c.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_a_file_keeps_its_name_as_far_as_it_is_one(name: str, kept: str) -> None:
    assert safe_name(name) == Path(kept)


@given(st.text())
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    parts = PurePosixPath(safe_name(name).as_posix()).parts
    assert parts
    assert not any(part in {"..", "/", "."} or part.startswith(".") for part in parts)
    assert all(len(part) <= 80 for part in parts)


def test_what_was_dropped_lies_there_byte_for_byte(tmp_path: Path) -> None:
    data = bytes(range(256))
    path = keep(tmp_path, upload("a/b.bin", data))
    assert (path, path.read_bytes()) == (tmp_path / "a" / "b.bin", data)


def test_the_same_file_is_kept_once_and_another_of_its_name_beside_it(tmp_path: Path) -> None:
    first, again = keep(tmp_path, upload("a.txt", b"one")), keep(tmp_path, upload("a.txt", b"one"))
    other = keep(tmp_path, upload("a.txt", b"two"))
    assert first == again == tmp_path / "a.txt"
    assert (other, other.read_bytes()) == (tmp_path / "a-2.txt", b"two")
    assert keep(tmp_path, upload("a.txt", b"two")) == other


def test_a_file_where_a_folder_should_be_is_no_hindrance(tmp_path: Path) -> None:
    keep(tmp_path, upload("a", b"one"))
    assert keep(tmp_path, upload("a/b.txt", b"two")).read_bytes() == b"two"


def test_a_pasted_text_is_named_by_its_content(tmp_path: Path) -> None:
    path = keep_text(tmp_path, "Head\r\n\r\nBody \ud800")
    assert path.read_bytes() == b"Head\n\nBody ?\n"
    assert keep_text(tmp_path, "Head\n\nBody ?") == path
