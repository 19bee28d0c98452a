from __future__ import annotations

import gzip
import io
import os
import threading
import zipfile
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import RawPage
from dragoman.sources import find, pages
from dragoman.sources.wacz import is_wacz, wacz_pages

if TYPE_CHECKING:
    from pathlib import Path

_LIMIT = 1 << 20


def _record(name: str) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The envoys met in {name}.".encode()
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/{name}\r\n"
    return f"{head}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"


_ENTRIES = {
    "datapackage.json": b"{}",
    "archive/one.warc.gz": gzip.compress(_record("Oslo")) + gzip.compress(_record("Lima")),
    "indexes/index.cdx": b"x",
    "archive/two.warc": _record("Riga"),
    "archive/empty.warc.gz": b"",
    "pages/pages.jsonl": b'{"url": "x", "text": "no page of the archives"}',
}


def _zip(entries: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


def _read(data: bytes) -> list[str]:
    """What is found: of pages the path, of errors the line."""
    found = wacz_pages(io.BytesIO(data), "site.wacz", _LIMIT)
    return [page.path if isinstance(page, RawPage) else str(page) for page in found]


def test_all_archives_in_the_file_are_read_and_nothing_else() -> None:
    paths = ["site.wacz/archive/one.warc.gz#1", "site.wacz/archive/one.warc.gz#2", "site.wacz/archive/two.warc#1"]
    assert _read(_zip(_ENTRIES)) == paths
    assert _read(_zip(_ENTRIES, zipfile.ZIP_DEFLATED)) == paths


def test_it_is_told_from_other_zip_files_by_what_is_in_it() -> None:
    assert is_wacz(io.BytesIO(_zip(_ENTRIES)))
    assert not is_wacz(io.BytesIO(_zip({"word/document.xml": b"<w/>"})))
    assert not is_wacz(io.BytesIO(_zip({"notes/archive/one.warc.gz": b"", "archive/one.warc.gz.txt": b""})))
    assert not is_wacz(io.BytesIO(b"PK\x03\x04 and no more"))
    assert not is_wacz(io.BytesIO(b"The envoys met."))
    handle = io.BytesIO(b"The envoys met.")
    is_wacz(handle)
    assert handle.tell() == 0


def test_a_file_is_read_by_name_and_other_zip_files_stay_refused(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(_zip(_ENTRIES))
    (tmp_path / "b.wacz").write_bytes(_zip({"word/document.xml": b"<w/>"}))
    *read, refused = [found for file in find([str(tmp_path)])[0] for found in pages(file)]
    assert [page.metadata.url for page in read if isinstance(page, RawPage)] == [
        f"http://a.example/{name}" for name in ("Oslo", "Lima", "Riga")
    ]
    assert isinstance(refused, InputError)
    assert "a zip file" in refused.what


def test_from_a_pipe_it_is_refused_in_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=[_zip(_ENTRIES)])
    writer.start()
    (file,) = find([str(tmp_path / "pipe")])[0]
    (error,) = pages(file)
    writer.join()
    assert "unpack it" in str(error)


def test_a_cut_file_is_one_error() -> None:
    data = _zip({"archive/one.warc.gz": _ENTRIES["archive/one.warc.gz"]})[:-30]
    assert is_wacz(io.BytesIO(data))
    assert _read(data) == ["site.wacz: a WACZ file that is damaged or cut short; fetch it again"]


def test_a_damaged_archive_is_an_error_and_the_others_are_read() -> None:
    data = _zip(_ENTRIES, zipfile.ZIP_DEFLATED)
    at = data.index(b"archive/two.warc") + len(b"archive/two.warc") + 20
    *before, error = _read(data[:at] + b"\xff" * 9 + data[at + 9 :])
    assert len(before) == 2
    assert error.startswith("site.wacz/archive/two.warc: damaged")


def test_encrypted_mislabelled_and_bomb_entries_are_errors() -> None:
    bomb = b"WARC/1.0\r\n" + bytes(80 << 20)
    found = _read(_zip({"archive/a.warc": bomb, "archive/b.warc": b"no archive", **_ENTRIES}, zipfile.ZIP_DEFLATED))
    assert found[0] == "site.wacz/archive/a.warc: a packed bomb; leave it out"
    assert found[1].startswith("site.wacz/archive/b.warc: not a web archive")
    assert len(found) == 5
    locked = bytearray(_zip({"archive/a.warc": _record("Oslo")}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in _read(bytes(locked))[0]


def test_a_list_of_contents_without_end_is_not_taken_in() -> None:
    data = bytearray(_zip(_ENTRIES))
    end = data.index(b"PK\x05\x06")
    data[end + 12 : end + 16] = (5 << 20).to_bytes(4, "little")
    assert not is_wacz(io.BytesIO(bytes(6 << 20).join([b"PK\x03\x04", bytes(data)])))


@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=12)), max_size=5))
def test_any_damage_is_pages_or_errors(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(_zip(_ENTRIES, zipfile.ZIP_DEFLATED))
    for at, rubbish in changes:
        place = at % len(data)
        data[place : place + len(rubbish)] = rubbish
    handle = io.BytesIO(bytes(data))
    if is_wacz(handle):
        for found in wacz_pages(handle, "site.wacz", _LIMIT):
            assert isinstance(found, (RawPage, InputError))
