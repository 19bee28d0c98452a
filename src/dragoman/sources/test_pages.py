from __future__ import annotations

import gzip
import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources import SourceFile, find, pages

if TYPE_CHECKING:
    from pathlib import Path

_ROWS = b"".join(json.dumps({"id": str(i), "text": f"Report number {i}."}).encode() + b"\n" for i in range(50))


def _pages(path: Path, data: bytes) -> list[RawPage | InputError]:
    path.write_bytes(data)
    (file,) = find([str(path)])[0]
    return list(pages(file))


def _error(path: Path, data: bytes) -> str:
    (found,) = _pages(path, data)
    assert isinstance(found, InputError)
    assert str(found).startswith(f"{path}")
    assert "\n" not in str(found)
    return found.what


def test_text_html_and_records_are_told_apart_whatever_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "anything.dat"
    (text,) = _pages(path, b"Talks resume\n\nThe envoys met.\n")
    assert isinstance(text, RawPage)
    assert (text.kind, text.path) == ("text", str(path))
    (page,) = _pages(path, b"<!doctype html><p>The envoys met.")
    assert isinstance(page, RawPage)
    assert page.kind == "html"
    rows = _pages(path, _ROWS)
    assert [row.path for row in rows if isinstance(row, RawPage)] == [f"{path}:{i}" for i in range(1, 51)]


def test_files_that_are_no_text_are_one_error_each(tmp_path: Path) -> None:
    assert _error(tmp_path / "empty.txt", b"") == "an empty file"
    assert _error(tmp_path / "blank.txt", b"\n \n\t") == "an empty file"
    assert "binary" in _error(tmp_path / "x.txt", b"a\0\0\0b" * 50)
    assert "a PDF" in _error(tmp_path / "x.txt", b"%PDF-1.5 ...")
    assert "cut short" in _error(tmp_path / "x.warc", b"WARC/1.0\r\n")
    assert "cut short" in _error(tmp_path / "x.warc.gz", gzip.compress(b"WARC/1.0\r\n"))
    assert "a zip file" in _error(tmp_path / "x.docx", b"PK\x03\x04...")
    assert "names no feed" in _error(tmp_path / "feeds.opml", b"<?xml version='1.0'?><opml version='2.0'/>")
    assert "UTF-16 without its mark" in _error(tmp_path / "u.txt", ("The envoys met. " * 20).encode("utf-16-le"))
    assert "encoding" in _error(tmp_path / "y.txt", b"\x81\x8d\x8f\x90\x9d\xff\xfe" * 40)


def test_packed_text_and_records_are_read(tmp_path: Path) -> None:
    assert len(_pages(tmp_path / "dump.jsonl.gz", gzip.compress(_ROWS))) == 50
    (text,) = _pages(tmp_path / "a.txt.gz", gzip.compress(b"The envoys met."))
    assert isinstance(text, RawPage)
    assert text.content == "The envoys met."


_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/1\r\nContent-Length: 65\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The envoys met.\r\n\r\n\r\n"
)


@pytest.mark.parametrize("packed", [_WARC * 2, gzip.compress(_WARC * 2), gzip.compress(_WARC) * 2])
def test_web_archives_are_read_from_files_and_from_standard_input(
    packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = _pages(tmp_path / "anything.dat", packed)
    assert [page.path for page in read if isinstance(page, RawPage)] == [f"{tmp_path}/anything.dat#{n}" for n in (1, 2)]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(packed)))
    given_input = list(pages(SourceFile("-", None, 0)))
    assert [page.path for page in given_input if isinstance(page, RawPage)] == ["-#1", "-#2"]


def test_records_before_the_end_of_a_cut_archive_are_read(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"text": os.urandom(200).hex()}).encode() + b"\n" for _ in range(500))
    packed = gzip.compress(rows)
    *found, error = _pages(tmp_path / "dump.jsonl.gz", packed[: len(packed) // 2])
    assert len([row for row in found if isinstance(row, RawPage)]) > 100
    assert isinstance(error, InputError)
    assert "ends early" in error.what


def test_a_bomb_and_packs_within_packs_are_refused(tmp_path: Path) -> None:
    assert "bomb" in _error(tmp_path / "bomb.gz", gzip.compress(b"w" * (70 << 20)))
    nested = gzip.compress(gzip.compress(gzip.compress(b"The envoys met.")))
    assert "gzip within gzip" in _error(tmp_path / "nest.gz", nested)


def test_a_page_of_more_than_64_mib_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as handle:
        handle.write(b"The envoys met. ")
        handle.truncate((64 << 20) + 1)
    (file,) = find([str(path)])[0]
    (error,) = pages(file)
    assert "64 MiB" in str(error)


def test_utf16_records_are_read(tmp_path: Path) -> None:
    (row,) = _pages(tmp_path / "u.jsonl", '{"text": "서울"}\n'.encode("utf-16"))
    assert isinstance(row, RawPage)
    assert row.content == "서울"


def test_a_record_in_an_ending_that_promises_some_is_an_error_of_its_line(tmp_path: Path) -> None:
    (error,) = _pages(tmp_path / "dump.jsonl", b"no record\n")
    assert str(error).startswith(f"{tmp_path}/dump.jsonl:1: not JSON")


def test_standard_input_is_read_and_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    given_input = io.TextIOWrapper(io.BytesIO(b"The envoys met."))
    monkeypatch.setattr(sys, "stdin", given_input)
    (page,) = pages(SourceFile("-", None, 0))
    assert isinstance(page, RawPage)
    assert page.path == "-"
    assert not given_input.closed


def test_a_file_that_went_away_is_an_error(tmp_path: Path) -> None:
    (error,) = pages(SourceFile("gone.txt", tmp_path / "gone.txt", 5))
    assert "gone.txt: can't be read (no such file or directory)" in str(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_rights_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "shut.txt"
    path.write_bytes(b"words")
    path.chmod(0)
    (error,) = pages(SourceFile("shut.txt", path, 5))
    assert "permission denied" in str(error)


_STARTS = st.sampled_from(
    [b"", b"<html>", b"{", b'{"text":', b"\x1f\x8b", b"\xff\xfe", b"<?xml", b"[", b"WARC/", _WARC, b"PK\x03\x04", b"\n"]
)


@given(_STARTS, st.binary(max_size=400))
def test_any_bytes_are_pages_or_errors(tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes) -> None:
    for found in _pages(tmp_path_factory.getbasetemp() / "any", start + rest):
        assert isinstance(found, (RawPage, InputError))
        if isinstance(found, RawPage):
            assert found.content.encode()


def test_tables_and_feeds_are_read_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title,text,date\nx,Talks,The envoys met.,2014-06-11\n", encoding="utf-8")
    words = "The envoys met in Lima. " * 40
    item = f"<item><title>Talks</title><description>{words}</description></item>"
    feed = f"<rss version='2.0'><channel><title>T</title>{item}</channel></rss>"
    (tmp_path / "b.xml").write_text(feed, encoding="utf-8")
    for name, title in (("a.csv", "Talks"), ("b.xml", "Talks")):
        (file,), _ = find([str(tmp_path / name)])
        (page,) = pages(file)
        assert isinstance(page, RawPage)
        assert page.metadata.title == title
